import type { FactId, FactValue } from "../../shared/facts/catalogue.ts";
import type { NotApplicableReason, UnknownReason } from "../../shared/observation.ts";
import type { Source, Spoiling } from "../support/spoil.ts";

/** "unknown:timeout", "not-applicable:os", or the parts of a known value that matter. */
export type Expected<K extends FactId> = `unknown:${UnknownReason}` | `not-applicable:${NotApplicableReason}` | Partial<FactValue<K>>;

export interface Case<K extends FactId> {
  readonly title: string;
  /** Its place in the matrix; several cases may share one. */
  readonly kind: "secure" | "insecure" | "absent" | "other";
  readonly fixtures: readonly string[];
  readonly company?: readonly string[];
  readonly watched?: readonly string[];
  readonly expected: Expected<K>;
}

export interface Matrix<K extends FactId> {
  readonly cases: readonly Case<K>[];
  /** Recordings and source that the bad days start from. */
  readonly badDays: {
    readonly fixtures: readonly string[];
    readonly watched?: readonly string[];
    readonly source: Source;
    readonly expected: Readonly<Record<Spoiling, Expected<K>>>;
  };
}

export const allUnparsed = {
  denied: "unknown:denied",
  timeout: "unknown:timeout",
  "tool-missing": "unknown:tool-missing",
  garbage: "unknown:unparsed",
  truncated: "unknown:unparsed",
  empty: "unknown:unparsed",
  escapes: "unknown:unparsed",
} as const;
/** A file that is not there, and a file that cannot be read for another reason, are both "failed". */
export const fileDays = { ...allUnparsed, timeout: "unknown:failed", "tool-missing": "unknown:failed" } as const;

/** Every source unreadable in the same way. */
export function everyDay<K extends FactId>(expected: Expected<K>): Readonly<Record<Spoiling, Expected<K>>> {
  return {
    denied: expected,
    timeout: expected,
    "tool-missing": expected,
    garbage: expected,
    truncated: expected,
    empty: expected,
    escapes: expected,
  };
}

export const laptop = "linux/machine/laptop";
/** What every desk has, for facts that look at the programs that run and the name servers. */
export const desk = "linux/machine/desk";
