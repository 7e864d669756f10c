import { z } from "zod";
import type { ApprovalRefusal } from "../../../shared/approvals.ts";
import type { HelpdeskWay } from "../../../shared/approvalWays.ts";
import type { ExceptionRecord, ExceptionRefusal } from "../../../shared/exceptions.ts";
import type { JournalReading } from "../journal.ts";
import type { JournalRecord } from "../journalWriter.ts";
import { type KeptRequest, keptDigest } from "./keptRequest.ts";

const stepSchema = z.looseObject({
  type: z.enum(["requested", "withdrawn", "answer-refused", "approved"]),
  code: z.string(),
  digest: z.string().optional(),
  counted: z.boolean().optional(),
  way: z.string().optional(),
  id: z.string().optional(),
  approval: z.string().optional(),
});

/** What the journal holds of a request. */
export type RequestStep = z.infer<typeof stepSchema> & { readonly at: string; readonly aheadMs: number };

/** Only entries before the first break of the journal. */
export function requestSteps(journal: JournalReading): readonly RequestStep[] {
  return journal.entries.flatMap((entry) => {
    const parsed = entry.kind === "exception" && entry.trusted ? stepSchema.safeParse(entry.data) : null;
    return parsed?.success ? [{ ...parsed.data, at: entry.at, aheadMs: entry.ahead ?? 0 }] : [];
  });
}

export function requestedStep(kept: KeptRequest): JournalRecord {
  const { code, nonce, request, policy, expiresAt } = kept;
  return { kind: "exception", data: { type: "requested", code, digest: keptDigest(kept), nonce, request, policy, expiresAt } };
}

export function withdrawnStep(code: string): JournalRecord {
  return { kind: "exception", data: { type: "withdrawn", code } };
}

/** `counted`: it was a wrong short code. What was typed is not written down: it could be right for another request. */
export function refusedStep(code: string, reason: ApprovalRefusal | ExceptionRefusal, counted: boolean): JournalRecord {
  return { kind: "exception", data: { type: "answer-refused", code, reason, counted } };
}

/** With the signed text, so that the approval can be verified at any later time. */
export function approvedStep(
  code: string,
  record: ExceptionRecord,
  by: { readonly way: HelpdeskWay; readonly keyId?: string; readonly approval?: string },
): JournalRecord {
  return { kind: "exception", data: { type: "approved", code, id: record.id, ...by } };
}
