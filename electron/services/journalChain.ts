import { createHash } from "node:crypto";
import { z } from "zod";
import type { JournalKind } from "../../shared/journal.ts";
import { plainJson } from "../../shared/plainJson.ts";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import type { Moment } from "./clock.ts";
import { digestOf } from "./digest.ts";
import type { JournalEntry, JournalHead, JournalReading, JournalVerification } from "./journalEntry.ts";

/** "previous" of the first entry. */
export const genesis = `sha256-${"0".repeat(64)}`;
/** `data.type` of the entry after which appending goes on behind a break. Where it stands, the journal stays broken. */
export const restartMarker = "chain-restarted";

const digestSchema = z.string().regex(/^sha256-[0-9a-f]{64}$/);
const entrySchema = z.strictObject({
  seq: z.number().int().min(1),
  at: z.iso.datetime(),
  ahead: z.number().int().min(1).optional(),
  // Any kind: a journal that a later version wrote is still a whole chain.
  kind: z.string().max(64),
  data: z.record(z.string(), z.unknown()),
  previous: digestSchema,
  digest: digestSchema,
});

export const journalHeadSchema = z.strictObject({
  schema: z.literal("preflight-journal-head/1"),
  seq: z.number().int().min(0),
  digest: digestSchema,
});

/** What the head file says: where the chain ended when the last append was complete. */
export type HeadFile = JournalHead | "absent" | "unreadable";

export interface Scan extends JournalReading {
  /** Bytes up to the end of the last complete line. */
  readonly wholeBytes: number;
  /** The last entry is complete but for its line feed. */
  readonly lineFeedMissing: boolean;
}

const carrySchema = z.looseObject({ carried: z.array(entrySchema) });

/** The entries that the first line of a segment brings along, so that nobody needs to read the segments before; null: it is no such line. */
export function carriedBy({ kind, data }: JournalEntry): readonly JournalEntry[] | null {
  const parsed = kind === "continued" ? carrySchema.safeParse(data) : null;
  return parsed?.success ? parsed.data.carried : null;
}

/** The next entry of a chain that ends with `last`. */
export function nextEntry(
  last: JournalHead | null,
  kind: JournalKind,
  data: Readonly<Record<string, unknown>>,
  { at, aheadMs }: Moment,
): JournalEntry {
  const time = { at: at.toISOString(), ...(aheadMs === 0 ? {} : { ahead: aheadMs }) };
  const body = { seq: (last?.seq ?? 0) + 1, ...time, kind, data, previous: last?.digest ?? genesis };
  return { ...body, digest: digestOf(body) };
}

export function lineOf(entry: JournalEntry): string {
  return `${canonicalJson(entry)}\n`;
}

/** An entry whose digest fits the very bytes of its line; null when it is not one. */
export function parseLine(line: Buffer): JournalEntry | null {
  const read = plainJson(line.toString("utf8"));
  const parsed = read.ok ? entrySchema.safeParse(read.value) : null;
  if (!parsed?.success) return null;
  // In canonical order "kind" follows "digest" and what lies before is "at" and "data": cutting the member out leaves the bytes that were hashed.
  const member = Buffer.from(`,"digest":"${parsed.data.digest}"`);
  const start = line.lastIndexOf(member);
  const end = start + member.length;
  if (start < 0 || line.indexOf(',"kind":', end) !== end) return null;
  const hex = createHash("sha256").update(line.subarray(0, start)).update(line.subarray(end)).digest("hex");
  return parsed.data.digest === `sha256-${hex}` ? parsed.data : null;
}

function headProblem(head: HeadFile, entries: readonly JournalEntry[], bytes: number, base: JournalHead): string | null {
  if (head === "unreadable") return "the head file cannot be read";
  if (head === "absent") return bytes === 0 ? null : "the head file is missing";
  if (head.seq > base.seq + entries.length) return `entries are missing: the head file names ${head.seq}`;
  const at = head.seq === base.seq ? base.digest : entries[head.seq - base.seq - 1]?.digest;
  return at === head.digest ? null : "the head file names another entry";
}

/**
 * Looks at every byte of a journal. The head file may be behind (power cut between the two writes), never ahead.
 * A remainder without line feed that the head file does not know is a half-written line, not a break.
 * @param base the entry after which these bytes begin; lines are counted from the beginning of the journal
 */
export function scanJournal(bytes: Buffer, head: HeadFile, base: JournalHead = { seq: 0, digest: genesis }): Scan {
  const entries: (JournalEntry & { trusted: boolean })[] = [];
  const state: { brokenAt: JournalVerification["brokenAt"]; last: JournalHead | null } = {
    brokenAt: null,
    last: base.seq === 0 ? null : base,
  };
  const digests = new Map<number, string>();
  let line = base.seq;
  let trustedCount = 0;
  const breakHere = (reason: string) => {
    state.brokenAt ??= { line, reason };
  };
  const take = (entry: JournalEntry) => {
    if (entry.seq !== (state.last?.seq ?? 0) + 1) breakHere("an entry is missing or out of order");
    else if (entry.previous !== (state.last?.digest ?? genesis)) breakHere("the entry does not name the one before");
    // Those before are here to be compared only where the bytes begin with the journal.
    const carried = base.seq === 0 ? (carriedBy(entry) ?? []) : [];
    if (carried.some(({ seq, digest }) => digests.get(seq) !== digest)) breakHere("an entry is carried on that is not there");
    digests.set(entry.seq, entry.digest);
    if (entry.data["type"] === restartMarker) breakHere("the chain was continued behind a break");
    entries.push({ ...entry, trusted: state.brokenAt === null });
    if (state.brokenAt === null) trustedCount++;
    state.last = { seq: entry.seq, digest: entry.digest };
  };
  let offset = 0;
  for (let end = bytes.indexOf(10, offset); end >= 0; end = bytes.indexOf(10, offset)) {
    line++;
    const entry = parseLine(bytes.subarray(offset, end));
    if (entry) take(entry);
    else breakHere("the line was changed");
    offset = end + 1;
  }
  let tornTail = false;
  let lineFeedMissing = false;
  if (offset < bytes.length) {
    line++;
    const entry = parseLine(bytes.subarray(offset));
    const knownToHead = typeof head === "object" && head.seq > base.seq + trustedCount;
    if (knownToHead) breakHere("the last line was cut");
    if (entry) {
      lineFeedMissing = true;
      take(entry);
    } else if (state.brokenAt === null) tornTail = true;
  }
  const trusted = entries.filter((entry) => entry.trusted);
  const problem = state.brokenAt === null ? headProblem(head, trusted, bytes.length, base) : null;
  line++;
  if (problem !== null) breakHere(problem);
  const headIsWrong = problem !== null;
  return {
    // When the end cannot be relied on nothing tells how much is missing, so nothing of it is trusted for granting anything.
    entries: headIsWrong ? entries.map((entry) => ({ ...entry, trusted: false })) : entries,
    verification: { ok: state.brokenAt === null, entries: base.seq + trustedCount, head: state.last, tornTail, brokenAt: state.brokenAt },
    wholeBytes: offset,
    lineFeedMissing,
  };
}
