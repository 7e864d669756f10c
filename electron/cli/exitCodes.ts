import { assertNever } from "../../shared/assertNever.ts";
import type { Light, Outcome } from "../../shared/decision.ts";

/**
 * What a script may rely on. A failure of Preflight itself can look like neither go nor caution: 70 and 64 follow sysexits.h
 * (EX_SOFTWARE, EX_USAGE), 130 is what shells use for "ended by Ctrl-C".
 */
export const exitCodes = { go: 0, caution: 10, stop: 20, badUsage: 64, couldNotRun: 70, interrupted: 130 } as const;

export type ExitName = keyof typeof exitCodes;
export type ExitCode = (typeof exitCodes)[ExitName];

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
