import { timeOnHost } from "./hostTimes.ts";

export interface JournalEntry {
  /** 1 for the first. */
  readonly seq: number;
  /** ISO 8601, the records' time: it never goes back. */
  readonly at: string;
  /** Milliseconds by which that was ahead of the PC's clock. Absent: not at all, or written by an older version. */
  readonly ahead?: number | undefined;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Digest of the entry before; "sha256-" and 64 zeros for the first. */
  readonly previous: string;
  /** "sha256-" and hex over the canonical JSON of the entry without this field. */
  readonly digest: string;
}

export interface JournalHead {
  readonly seq: number;
  readonly digest: string;
}

export interface JournalVerification {
  readonly ok: boolean;
  /** Entries up to the first break, or all. */
  readonly entries: number;
  readonly head: JournalHead | null;
  /** The last line is only half there, as after a power cut; the next run sets it aside. Not a break. */
  readonly tornTail: boolean;
  /** First place where the chain does not hold; `line` counts from 1. */
  readonly brokenAt: { readonly line: number; readonly reason: string } | null;
}

export interface JournalReading {
  /** Every line that is an entry, also after a break; `trusted` says whether it lies before the first break. */
  readonly entries: readonly (JournalEntry & { readonly trusted: boolean })[];
  readonly verification: JournalVerification;
}

/** What the PC's clock said. */
export function hostTimeOf({ at, ahead = 0 }: Pick<JournalEntry, "at" | "ahead">): string {
  return timeOnHost(at, ahead);
}
