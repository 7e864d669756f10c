import type { Check } from "../checks/check.ts";
import type { JournalReading } from "./journal.ts";

export const reportParts = ["schema", "digest", "decision", "page", "journal"] as const;
export type ReportPart = (typeof reportParts)[number];

export interface PartResult {
  readonly part: ReportPart;
  readonly result: "ok" | "failed" | "not-checked";
  /** Technical words for the helpdesk. */
  readonly detail: string;
}

export interface ReportVerification {
  /** No part failed, and schema, digest and decision are ok. */
  readonly ok: boolean;
  /** In the order of `reportParts`, each exactly once. */
  readonly parts: readonly PartResult[];
  /** As stated by the report; null when it could not be read. */
  readonly helpdeskCode: string | null;
}

/** Verifies a report, JSON or HTML. Never throws, whatever the bytes. */
export function verifyReport(
  _bytes: Uint8Array,
  _checks: readonly Check[],
  _options: { readonly journal?: JournalReading | undefined } = {},
): ReportVerification {
  throw new Error("not there yet");
}
