import { assertNever } from "../../shared/assertNever.ts";
import type { Light, Outcome } from "../../shared/decision.ts";

/**
 * What a script may rely on. A failure of Preflight itself can look like neither go nor caution: 70 and 64 follow sysexits.h
 * (EX_SOFTWARE, EX_USAGE), 65 (EX_DATAERR) and 77 (EX_NOPERM) too; 126 and 127 are those of env(1) for a command that cannot be run or found; 130 is what shells use
 * for "ended by Ctrl-C".
 */
export const exitCodes = {
  go: 0,
  caution: 10,
  stop: 20,
  badUsage: 64,
  noReport: 65,
  couldNotRun: 70,
  refused: 77,
  notExecutable: 126,
  notFound: 127,
  interrupted: 130,
} as const;

export type ExitName = keyof typeof exitCodes;
/** With which a command ended that was run in our place. */
export type CommandsOwn = number & { readonly of: "command" };
export type ExitCode = (typeof exitCodes)[ExitName] | CommandsOwn;

export function commandsOwn(code: number): CommandsOwn {
  return code as CommandsOwn;
}

export function exitCodeOfLight(light: Light): ExitCode {
  return exitCodes[light];
}

export function lightOfOutcome(outcome: Outcome): Light {
  switch (outcome) {
    case "ok":
    case "skipped":
      return "go";
    case "warn":
    case "grace":
    case "excepted":
      return "caution";
    case "block":
      return "stop";
    default:
      return assertNever(outcome);
  }
}
