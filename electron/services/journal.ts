import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { plainJson } from "../../shared/plainJson.ts";
import { readBoundedFile } from "./boundedFile.ts";
import { errorDetail } from "./errorDetail.ts";
import { carriedBy, type HeadFile, journalHeadSchema, parseLine, type Scan, scanJournal } from "./journalChain.ts";
import type { JournalEntry, JournalHead, JournalReading, JournalVerification } from "./journalEntry.ts";
import { readSeen, segmentBytes, segmentsIn, stampOfClosed } from "./journalSegments.ts";

export const journalHeadFile = "journal.head.json";
const largestHead = 64 * 1024;

async function readHead(folder: string): Promise<HeadFile> {
  const read = await readBoundedFile(path.join(folder, journalHeadFile), largestHead);
  if (read.outcome !== "read") return read.outcome === "missing" ? "absent" : "unreadable";
  const json = plainJson(read.bytes.toString("utf8"));
  const parsed = json.ok ? journalHeadSchema.safeParse(json.value) : null;
  return parsed?.success ? { seq: parsed.data.seq, digest: parsed.data.digest } : "unreadable";
}

/** The whole journal's bytes, segment after segment, as they are; null: there is none. @throws Error in technical words when it cannot be read. */
export async function journalBytes(folder: string): Promise<Buffer | null> {
  const segments = await segmentsIn(folder);
  const parts: Buffer[] = [];
  for (const number of segments) parts.push((await segmentBytes(folder, number)) ?? Buffer.alloc(0));
  return parts.length === 0 ? null : Buffer.concat(parts);
}

/** `wholeBytes` is of the last segment. */
export interface JournalScan extends Scan {
  /** The segments that there are; the last is the one that is written to. */
  readonly segments: readonly number[];
  /** Of the last segment. */
  readonly bytes: number;
  readonly headFile: HeadFile;
  /** The stamp of the closed segments, when all of them were looked at and are whole; null: they were looked at before. */
  readonly proved: string | null;
}

function unreadable(error: unknown, headFile: HeadFile): JournalScan {
  const brokenAt = { line: 1, reason: `the journal cannot be read: ${errorDetail(error)}` };
  const verification = { ok: false, entries: 0, head: null, tornTail: false, brokenAt };
  return { entries: [], verification, wholeBytes: 0, lineFeedMissing: false, bytes: 0, headFile, segments: [], proved: null };
}

/** Every byte of every segment. The head first: another process may append between the reads, and the journal may be ahead of the head but never behind. */
async function scanAll(folder: string): Promise<JournalScan> {
  const headFile = await readHead(folder);
  try {
    const segments = await segmentsIn(folder);
    const closed = await stampOfClosed(folder, segments);
    const parts: Buffer[] = [];
    for (const number of segments) parts.push((await segmentBytes(folder, number)) ?? Buffer.alloc(0));
    const bytes = Buffer.concat(parts);
    const last = parts.at(-1)?.length ?? 0;
    const scan = scanJournal(bytes, headFile);
    const wholeBytes = Math.max(0, scan.wholeBytes - (bytes.length - last));
    return { ...scan, wholeBytes, bytes: last, headFile, segments, proved: scan.verification.ok ? closed : null };
  } catch (error) {
    return unreadable(error, headFile);
  }
}

/** Where a segment begins, by its own first line, which names the entry before; null: it has none. */
function beginningOf(bytes: Buffer): { readonly first: JournalEntry; readonly base: JournalHead } | null {
  const end = bytes.indexOf(10);
  const first = end < 0 ? null : parseLine(bytes.subarray(0, end));
  return first && { first, base: { seq: first.seq - 1, digest: first.previous } };
}

/** The last segment alone, with what its first line brings along; null: that is not enough to tell. */
async function scanLast(folder: string): Promise<JournalScan | null> {
  const headFile = await readHead(folder);
  const segments = await segmentsIn(folder);
  const last = segments.at(-1) ?? 1;
  if (last === 1 || segments.length !== last) return null;
  if ((await readSeen(folder)) !== (await stampOfClosed(folder, segments))) return null;
  const bytes = (await segmentBytes(folder, last)) ?? Buffer.alloc(0);
  const beginning = beginningOf(bytes);
  const carried = beginning && carriedBy(beginning.first);
  if (!beginning || !carried || (typeof headFile === "object" && headFile.seq < beginning.base.seq)) return null;
  const scan = scanJournal(bytes, headFile, beginning.base);
  const trusted = scan.entries[0]?.trusted === true;
  const entries = [...carried.map((entry) => ({ ...entry, trusted })), ...scan.entries];
  return { ...scan, entries, bytes: bytes.length, headFile, segments, proved: null };
}

/**
 * What a run needs of the journal: the last segment, and all of it where the others were not looked at since they were touched. Changes nothing.
 * Never throws.
 */
export async function scanFolder(folder: string): Promise<JournalScan> {
  return (await scanLast(folder).catch(() => null)) ?? scanAll(folder);
}

/**
 * Reads the whole journal without changing anything. A journal that does not exist is empty and ok; one that cannot be read is broken at line 1.
 * Never throws.
 */
export async function readJournal(stateFolder: string): Promise<JournalReading> {
  const first = await scanAll(stateFolder);
  if (!first.verification.tornTail) return first;
  // Perhaps another process is just writing that line.
  await sleep(100);
  return scanAll(stateFolder);
}

/** The entries from this moment on, and some before; `verification` is of the whole journal. Never throws. */
export async function readJournalSince(stateFolder: string, since: Date): Promise<JournalReading> {
  const recent = await scanFolder(stateFolder);
  if (!recent.verification.ok || recent.segments.length <= 1) return readJournal(stateFolder);
  try {
    const parts: Buffer[] = [];
    for (const number of [...recent.segments].reverse()) {
      const bytes = (await segmentBytes(stateFolder, number)) ?? Buffer.alloc(0);
      parts.unshift(bytes);
      const beginning = beginningOf(bytes);
      if (beginning === null || number === 1) break;
      if (Date.parse(beginning.first.at) < since.getTime()) {
        const { entries } = scanJournal(Buffer.concat(parts), recent.headFile, beginning.base);
        return { entries, verification: recent.verification };
      }
    }
  } catch {
    // The whole reading says what is wrong.
  }
  return readJournal(stateFolder);
}

export async function verifyJournal(stateFolder: string): Promise<JournalVerification> {
  return (await readJournal(stateFolder)).verification;
}

export type { JournalEntry, JournalReading, JournalVerification } from "./journalEntry.ts";
