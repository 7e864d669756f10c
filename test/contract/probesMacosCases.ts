import type { FactId, FactValue } from "../../shared/facts/catalogue.ts";
import type { NotApplicableReason, UnknownReason } from "../../shared/observation.ts";
import type { Source, Spoiling } from "../support/spoil.ts";
import type { Changes } from "./probesMacosMachine.ts";

/** "unknown:timeout", "not-applicable:os", or the parts of a known value that matter. */
export type Expected<K extends FactId> = `unknown:${UnknownReason}` | `not-applicable:${NotApplicableReason}` | Partial<FactValue<K>>;

export interface Case<K extends FactId> {
  readonly title: string;
  /** What differs from the company's laptop. */
  readonly changes?: Changes;
  readonly company?: readonly string[];
  readonly watchedApps?: readonly string[];
  readonly expected: Expected<K>;
}

export interface BadDays<K extends FactId> {
  readonly changes?: Changes;
  readonly source: Source;
  readonly expected: Readonly<Record<Spoiling, Expected<K>>>;
}

export interface Matrix<K extends FactId> {
  readonly cases: readonly Case<K>[];
  /** What the source is whose bad days are played, and what is said then. Absent: the fact has no source. */
  readonly badDays?: BadDays<K>;
}

/** A command that alone decides. */
export const allUnparsed = {
  denied: "unknown:denied",
  timeout: "unknown:timeout",
  "tool-missing": "unknown:tool-missing",
  garbage: "unknown:unparsed",
  truncated: "unknown:unparsed",
  empty: "unknown:unparsed",
  escapes: "unknown:unparsed",
} as const;
/** A file that alone decides: not there, and not readable for another reason, are both "failed". */
export const fileDays = { ...allUnparsed, timeout: "unknown:failed", "tool-missing": "unknown:failed" } as const;
/** The same answer, whatever happens to the source. */
export const always = <T>(value: T) => ({
  denied: value,
  timeout: value,
  "tool-missing": value,
  garbage: value,
  truncated: value,
  empty: value,
  escapes: value,
});
