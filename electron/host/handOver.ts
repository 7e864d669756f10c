import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";

export type HandedOver =
  /** It ran to its end. Ended by a signal: 128 and its number, as shells say it. */
  | { readonly kind: "ended"; readonly code: number }
  /** `missing`: no such command. `denied`: it is there and cannot be run. */
  | { readonly kind: "missing" | "denied"; readonly detail: string };

// From a terminal the whole group gets these, the command too; sent to this process alone they are passed on.
const fromKeyboard = ["SIGINT", "SIGQUIT"] as const;
const always = ["SIGTERM", "SIGHUP", "SIGUSR2"] as const;

function whyNot({ code, message }: NodeJS.ErrnoException): HandedOver {
  return { kind: code === "ENOENT" ? "missing" : "denied", detail: code ?? message };
}

/**
 * Runs a command of the caller's own in our place: the same terminal, folder and environment, no shell, signals passed on.
 * The one place where a name is looked for in PATH: the caller has typed it, and it is the caller's environment.
 */
export function handOver(command: string, args: readonly string[]): Promise<HandedOver> {
  if (command === "") return Promise.resolve({ kind: "missing", detail: "ENOENT" });
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(command, args, { stdio: "inherit", shell: false, windowsHide: false });
    } catch (error) {
      resolve(whyNot(error as NodeJS.ErrnoException));
      return;
    }
    const terminal = process.stdin.isTTY === true;
    const passOn = (signal: NodeJS.Signals) => void child.kill(signal);
    const hear = (signal: NodeJS.Signals) => {
      if (!terminal) passOn(signal);
    };
    for (const signal of fromKeyboard) process.on(signal, hear);
    for (const signal of always) process.on(signal, passOn);
    const finish = (value: HandedOver) => {
      for (const signal of fromKeyboard) process.removeListener(signal, hear);
      for (const signal of always) process.removeListener(signal, passOn);
      resolve(value);
    };
    child.on("error", (error: NodeJS.ErrnoException) => finish(whyNot(error)));
    child.on("exit", (code, signal) => finish({ kind: "ended", code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]) }));
  });
}
