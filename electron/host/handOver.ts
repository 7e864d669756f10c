import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { isInPath } from "./isInPath.ts";
import type { OwnSignals } from "./ownSignals.ts";
import { signalPlan } from "./signalPlan.ts";

export type HandedOver =
  /** It ran to its end. Ended by a signal: 128 and its number, as shells say it. */
  | { readonly kind: "ended"; readonly code: number }
  /** `missing`: no such command. `denied`: it is there and cannot be run. */
  | { readonly kind: "missing" | "denied"; readonly detail: string }
  /** A signal came before: nothing was started. */
  | { readonly kind: "interrupted" };

function whyNot(command: string, { code, message }: NodeJS.ErrnoException): HandedOver {
  // A folder of PATH that may not be looked into makes execvp(3) say "no permission" of a command that is nowhere; shells say "not found".
  const missing =
    code === "ENOENT" || (code === "EACCES" && process.platform !== "win32" && !command.includes("/") && !isInPath(command, process.env["PATH"]));
  return { kind: missing ? "missing" : "denied", detail: missing ? "ENOENT" : (code ?? message) };
}

function passOn(child: ChildProcess, signal: NodeJS.Signals, terminal: boolean): void {
  const { running } = signalPlan[signal];
  if (running === "system" || (terminal && running !== "passed-on")) return;
  child.kill(signal);
  if (running === "stops") process.kill(process.pid, "SIGSTOP");
}

/**
 * Runs a command of the caller's own in our place: the same terminal, folder and environment, no shell, signals passed on (signalPlan.ts).
 * The one place where a name is looked for in PATH: the caller has typed it, and it is the caller's environment.
 */
export function handOver(command: string, args: readonly string[], signals: OwnSignals): Promise<HandedOver> {
  if (command === "") return Promise.resolve({ kind: "missing", detail: "ENOENT" });
  return new Promise((resolve) => {
    const terminal = process.stdin.isTTY === true;
    let child: ChildProcess | undefined;
    const start = () => {
      try {
        child = spawn(command, args, { stdio: "inherit", shell: false, windowsHide: false });
      } catch (error) {
        resolve(whyNot(command, error as NodeJS.ErrnoException));
        return;
      }
      child.on("error", (error: NodeJS.ErrnoException) => resolve(whyNot(command, error)));
      child.on("exit", (code, signal) => resolve({ kind: "ended", code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]) }));
    };
    const hear = (signal: NodeJS.Signals) => {
      if (child !== undefined) passOn(child, signal, terminal);
    };
    void signals.passTo(hear, start).then((started) => {
      if (!started) resolve({ kind: "interrupted" });
    });
  });
}
