import { z } from "zod";
import { type CheckId, checkIdSchema } from "../../shared/checks/verdict.ts";
import { lastJump, type Moment, type Past } from "./clock.ts";
import type { JournalEntry, JournalReading } from "./journal.ts";
import { type JsonFileReading, writeJsonFile } from "./jsonFile.ts";
import type { KeptFormat } from "./keptFormat.ts";

export const historyFile = "history.json";
const failingSchema = z.record(checkIdSchema, z.iso.datetime());
export const historySchema = z.strictObject({
  schema: z.literal("preflight-history/1"),
  failingSince: failingSchema,
  /** Highest revision of each managed policy that was in force. */
  highestRevisions: z.record(z.string().max(64), z.number().int()),
  lastSeenAt: z.iso.datetime(),
  /** Milliseconds by which that was ahead of the PC's clock. Absent: not at all, or written by an older version. */
  ahead: z.number().int().min(1).optional(),
});

export const historyFormat = {
  name: historyFile,
  family: "preflight-history",
  version: 1,
  schema: historySchema,
} satisfies KeptFormat<typeof historySchema>;

export interface History {
  readonly failingSince: Readonly<Record<CheckId, string>>;
  readonly highestRevisions: Readonly<Record<string, number>>;
  /** Null before the first record. */
  readonly past: Past | null;
  /** False: something is lost, so "since when" is not known and no days of grace can be counted. */
  readonly complete: boolean;
}

const changeSchema = z.looseObject({ id: z.string(), revision: z.number().int(), origin: z.literal("managed"), refused: z.null() });
const runSchema = z.looseObject({ failingSince: failingSchema });

function highest(into: Map<string, number>, id: string, revision: number): void {
  into.set(id, Math.max(into.get(id) ?? 0, revision));
}

function lastRun(entries: readonly JournalEntry[]): Readonly<Record<CheckId, string>> | null {
  const parsed = runSchema.safeParse(entries.findLast(({ kind }) => kind === "run")?.data);
  return parsed.success ? parsed.data.failingSince : null;
}

/**
 * What earlier runs left: the file and the journal together, always the stricter of both (older failure, higher revision, later time),
 * so that losing or editing one of the two gains nothing.
 */
export function recallHistory(file: JsonFileReading<z.infer<typeof historySchema>>, journal: JournalReading): History {
  const trusted = journal.entries.filter((entry) => entry.trusted);
  const fromJournal = lastRun(trusted);
  const failing = new Map<CheckId, string>(Object.entries(file.value?.failingSince ?? {}));
  for (const [checkId, since] of Object.entries(fromJournal ?? {})) {
    const known = failing.get(checkId);
    if (known === undefined || Date.parse(since) < Date.parse(known)) failing.set(checkId, since);
  }
  const revisions = new Map(Object.entries(file.value?.highestRevisions ?? {}));
  // Untrusted entries too: they can only make it stricter.
  for (const entry of journal.entries) {
    const change = entry.kind === "policy-change" ? changeSchema.safeParse(entry.data) : null;
    if (change?.success) highest(revisions, change.data.id, change.data.revision);
  }
  const recorded = trusted.map(({ at, ahead = 0 }): Moment => ({ at: new Date(at), aheadMs: ahead }));
  const seen = file.value ? [{ at: new Date(file.value.lastSeenAt), aheadMs: file.value.ahead ?? 0 }] : [];
  // Not the last but the latest: an older version may have written after a newer one.
  const last = [...recorded, ...seen].reduce<Moment | null>((latest, one) => (latest && latest.at > one.at ? latest : one), null);
  // Answers may be recorded before the first run; only a run leaves a history that could be lost.
  const firstStart = file.issue === null && journal.verification.ok && !journal.entries.some(({ kind }) => kind === "run");
  return {
    failingSince: Object.fromEntries(failing),
    highestRevisions: Object.fromEntries(revisions),
    past: last && { last, jump: lastJump(recorded) },
    complete: file.value !== null || firstStart || (journal.verification.ok && fromJournal !== null),
  };
}

/** @throws the system's error. */
export async function writeHistory(
  folder: string,
  history: Pick<z.infer<typeof historySchema>, "failingSince" | "highestRevisions">,
  { at, aheadMs }: Moment,
): Promise<void> {
  const seen = { lastSeenAt: at.toISOString(), ...(aheadMs === 0 ? {} : { ahead: aheadMs }) };
  await writeJsonFile(folder, historyFile, { schema: "preflight-history/1", ...history, ...seen });
}
