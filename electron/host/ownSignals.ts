import { constants } from "node:os";
import { setImmediate } from "node:timers/promises";
import { signalPlan, signalsWith } from "./signalPlan.ts";

/** Who hears what is sent to this process, from its beginning to its end. */
export interface OwnSignals {
  /** Aborted by the first signal that ends a check. */
  readonly interrupted: AbortSignal;
  /**
   * The point of no return: from here on signals go to `hear` and interrupt nothing any more. What was sent until now is heard first.
   * @param start called in the same turn, so that no signal comes between the look and the start.
   * @returns false: it was interrupted, and `start` was not called.
   */
  passTo(hear: (signal: NodeJS.Signals) => void, start: () => void): Promise<boolean>;
  /**
   * The same for something that is done in a moment: what comes later does not interrupt it, so that nothing is said to be interrupted that was done.
   * @returns false: it was interrupted, and must not be done.
   */
  commit(): Promise<boolean>;
}

/**
 * Listens once and for all: a listener that is taken off and put on again leaves a moment in which a signal does what it does to any program.
 * @param onSecond called by a signal that comes after the interruption: whoever asks twice does not want to wait.
 */
export function hearOwnSignals(onSecond: () => void): OwnSignals {
  const controller = new AbortController();
  let receiver: ((signal: NodeJS.Signals) => void) | null = null;
  const hear = (signal: NodeJS.Signals) => {
    if (receiver !== null) receiver(signal);
    else if (signalPlan[signal].checking !== "interrupts") return;
    else if (controller.signal.aborted) onSecond();
    else controller.abort();
  };
  const early = signalsWith(({ checking }) => checking !== "system", constants.signals);
  for (const signal of early) process.on(signal, hear);
  const hand = async (to: (signal: NodeJS.Signals) => void): Promise<boolean> => {
    // What has reached the process waits in a pipe that is read once a turn; the first of the two may be this very turn's end.
    await setImmediate();
    await setImmediate();
    if (controller.signal.aborted) return false;
    receiver = to;
    return true;
  };
  return {
    interrupted: controller.signal,
    commit: () => hand(() => undefined),
    async passTo(to, start) {
      // No await between this and the start but its own: a promise that is settled is heard before any signal.
      if (!(await hand(to))) return false;
      const terminal = process.stdin.isTTY === true;
      // A listener for SIGTSTP would keep Ctrl-Z from stopping us together with the command.
      const late = signalsWith(({ running }) => running !== "system" && !(terminal && running === "stops"), constants.signals);
      for (const signal of late) if (!early.includes(signal)) process.on(signal, hear);
      start();
      return true;
    },
  };
}
