import { type Clocks, type Deadline, deadlineOf, isOver } from "./deadline.ts";

export interface DeadlineWatch {
  /**
   * Starts over with another end (ISO 8601); null: nothing can end. The same end again gets no new time on the clock that cannot be set. Returns
   * whether it is over already; then nobody is called.
   */
  set(validUntil: string | null): boolean;
  /** Looks now instead of at the next turn. */
  look(): void;
  stop(): void;
}

/** Calls `onOver` once for each end that passes. Timers run late after sleep or in a hidden page: the clocks are looked at every `lookEveryMs` at least. */
export function watchDeadline(clocks: Clocks, lookEveryMs: number, onOver: () => void): DeadlineWatch {
  let held: string | null = null;
  let passed = false;
  let deadline: Deadline | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = () => {
    clearTimeout(timer);
    if (deadline === null) return;
    if (isOver(deadline, clocks)) {
      deadline = null;
      passed = true;
      onOver();
      return;
    }
    timer = setTimeout(look, Math.min(lookEveryMs, Math.max(50, deadline.wall - clocks.wall())));
  };
  return {
    set(validUntil) {
      if (validUntil === null || validUntil !== held) {
        held = validUntil;
        deadline = validUntil === null ? null : deadlineOf(validUntil, clocks);
        passed = deadline !== null && isOver(deadline, clocks);
        if (passed) deadline = null;
      }
      look();
      return passed;
    },
    look,
    stop: () => clearTimeout(timer),
  };
}
