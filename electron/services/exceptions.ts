import { randomBytes } from "node:crypto";
import { z } from "zod";
import type { IntegrityIssue } from "../../shared/decision.ts";
import { type ExceptionRecord, type ExceptionRequest, exceptionRecordSchema } from "../../shared/exceptions.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Moment } from "./clock.ts";
import { crockford } from "./crockford.ts";
import { digestOf } from "./digest.ts";
import { timeOnHost } from "./hostTimes.ts";
import type { JournalReading } from "./journal.ts";
import type { JournalRecord } from "./journalWriter.ts";
import { readJsonFile, writeJsonFile } from "./jsonFile.ts";
import type { KeptFormat } from "./keptFormat.ts";

export const exceptionsFile = "exceptions.json";
const fileSchema = z.strictObject({ schema: z.literal("preflight-exceptions/1"), exceptions: z.array(exceptionRecordSchema).max(10_000) });
export const exceptionsFormat = { name: exceptionsFile, family: "preflight-exceptions", version: 1, schema: fileSchema } satisfies KeptFormat<
  typeof fileSchema
>;
const stepSchema = z.looseObject({ type: z.enum(["granted", "revoked", "ended"]), id: z.string(), digest: z.string().optional() });

export interface KeptExceptions {
  /** All that the file holds, newest first, with the revocations that the journal knows of. */
  readonly kept: readonly ExceptionRecord[];
  /** Those that the journal proves. What happened to their end is the judge's affair. */
  readonly proved: readonly ExceptionRecord[];
  /** Records that the journal does not have as they are. */
  readonly unproved: readonly IntegrityIssue[];
  readonly issue: IntegrityIssue | null;
  readonly replaceable: boolean;
}

function recordDigest({ revokedAt: _, ...record }: ExceptionRecord): string {
  return digestOf(record);
}

interface Step {
  readonly type: "granted" | "revoked" | "ended";
  readonly id: string;
  readonly digest?: string | undefined;
  readonly at: string;
}

function stepsOf(journal: JournalReading): readonly Step[] {
  return journal.entries.flatMap((entry) => {
    const parsed = entry.kind === "exception" && entry.trusted ? stepSchema.safeParse(entry.data) : null;
    return parsed?.success ? [{ ...parsed.data, at: entry.at }] : [];
  });
}

/** Those that the journal grants and the file lacks: it could not be written then, or was lost. */
function missingFrom(file: readonly ExceptionRecord[], journal: JournalReading): readonly ExceptionRecord[] {
  const there = new Set(file.map(({ id }) => id));
  return journal.entries.flatMap(({ kind, trusted, data }) => {
    if (kind !== "exception" || !trusted || data["type"] !== "granted") return [];
    const parsed = exceptionRecordSchema.safeParse(data["record"]);
    return parsed.success && !there.has(parsed.data.id) ? [parsed.data] : [];
  });
}

/**
 * Reads the exceptions. A record counts only if the journal holds its entry, word for word, and that is enough; a revocation counts if either of the two has it.
 * A journal that is not whole proves nothing. Never throws.
 */
export async function readExceptions(folder: string, journal: JournalReading): Promise<KeptExceptions> {
  const { value, issue, replaceable } = await readJsonFile(folder, exceptionsFormat);
  const steps = stepsOf(journal);
  const file = value?.exceptions ?? [];
  // What a later version wrote is not ours to complete.
  const kept = [...file, ...(issue?.kind === "state-newer" ? [] : missingFrom(file, journal))]
    .map((record) => {
      const revoked = steps.find(({ type, id }) => type === "revoked" && id === record.id);
      return revoked && record.revokedAt === undefined ? { ...record, revokedAt: revoked.at } : record;
    })
    .sort((a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt));
  const isProved = (record: ExceptionRecord) =>
    steps.some(({ type, id, digest }) => type === "granted" && id === record.id && digest === recordDigest(record));
  const strangers = journal.verification.ok ? kept.filter((record) => !isProved(record)) : [];
  const unproved: IntegrityIssue[] = [];
  if (strangers.length > 0) {
    const ids = strangers.map(({ id }) => id).slice(0, 20);
    unproved.push({ kind: "state-unreadable", detail: `${exceptionsFile}: not as in the journal, not applied: ${ids.join(", ")}` });
  }
  return { kept, proved: journal.verification.ok ? kept.filter(isProved) : [], unproved, issue, replaceable };
}

/** As it is kept: the end that was asked for is on the PC's clock, the records have their own time. */
export function newException(request: ExceptionRequest, policy: Policy, { at, aheadMs }: Moment): ExceptionRecord {
  return {
    ...request,
    id: `EX-${crockford(randomBytes(5), 8)}`,
    createdAt: at.toISOString(),
    endsAt: timeOnHost(new Date(request.endsAt).toISOString(), -aheadMs),
    policy: { id: policy.id, revision: policy.revision },
  };
}

export function grantedStep(record: ExceptionRecord): JournalRecord {
  return { kind: "exception", data: { type: "granted", id: record.id, digest: recordDigest(record), record } };
}

export function revokedStep(id: string): JournalRecord {
  return { kind: "exception", data: { type: "revoked", id } };
}

/** One step for each exception that is over and whose end the journal does not have yet. */
export function endedSteps(proved: readonly ExceptionRecord[], journal: JournalReading, now: Date): readonly JournalRecord[] {
  const told = new Set(stepsOf(journal).flatMap(({ type, id }) => (type === "granted" ? [] : [id])));
  return proved
    .filter((record) => record.revokedAt === undefined && Date.parse(record.endsAt) <= now.getTime() && !told.has(record.id))
    .map(({ id, endsAt }) => ({ kind: "exception", data: { type: "ended", id, endsAt } }));
}

/** @throws the system's error. */
export async function writeExceptions(folder: string, exceptions: readonly ExceptionRecord[]): Promise<void> {
  await writeJsonFile(folder, exceptionsFile, { schema: "preflight-exceptions/1", exceptions });
}
