import { z } from "zod";
import { checkIdSchema } from "../../shared/checks/verdict.ts";
import type { Finding } from "../../shared/decision.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import type { JournalReading } from "./journal.ts";
import { hostTimeOf } from "./journalEntry.ts";
import type { JournalRecord } from "./journalWriter.ts";

const lastingMs = 30 * 86_400_000;
/** Of one report; the newest. */
const most = 100;

const dataSchema = z.object({ checkId: checkIdSchema, words: z.string(), verdict: z.string() });

/** What an employee said of a finding: that it is wrong, and why. */
export interface Dispute {
  readonly checkId: string;
  /** ISO 8601. */
  readonly at: string;
  readonly words: string;
}

export function disputeStep({ checkId, verdict }: Finding, words: string, runId: string | null): JournalRecord {
  return { kind: "dispute", data: { checkId, words, runId, status: verdict.status, verdict: verdict.message.key } };
}

/**
 * What was called wrong in the last 30 days and still stands as it was, oldest first. A dispute ends when its check says something else; while
 * a check has not answered yet it stays. Entries behind a break count too: a dispute grants nothing. Pure.
 */
export function openDisputes(journal: JournalReading, findings: readonly Finding[], now: Date): readonly Dispute[] {
  const earliest = now.getTime() - lastingMs;
  const open = journal.entries.flatMap(({ kind, at: recordedAt, ahead, data }) => {
    if (kind !== "dispute" || Date.parse(recordedAt) < earliest) return [];
    const said = dataSchema.safeParse(data);
    if (!said.success) return [];
    const { checkId, words, verdict } = said.data;
    const finding = findings.find((one) => one.checkId === checkId);
    return finding && finding.verdict.message.key !== verdict
      ? []
      : [{ checkId, at: hostTimeOf({ at: recordedAt, ahead }), words: words.slice(0, 1000) }];
  });
  return open.slice(-most);
}

/** Which checks are called wrong, and since when in the last words about each. Pure. */
export function disputesOf(journal: JournalReading, findings: readonly Finding[], now: Date): Snapshot["disputes"] {
  const last = new Map(openDisputes(journal, findings, now).map(({ checkId, at }) => [checkId, at]));
  return [...last].map(([checkId, at]) => ({ checkId, at }));
}
