import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readBoundedFile } from "./boundedFile.ts";
import { errorDetail } from "./errorDetail.ts";
import { type HeadFile, journalHeadSchema, type Scan, scanJournal } from "./journalChain.ts";
import type { JournalReading, JournalVerification } from "./journalEntry.ts";

export const journalFile = "journal.jsonl";
export const journalHeadFile = "journal.head.json";
const largestHead = 64 * 1024;
const largestJournal = 512 * 1024 * 1024;

async function readHead(folder: string): Promise<HeadFile> {
  const read = await readBoundedFile(path.join(folder, journalHeadFile), largestHead);
  if (read.outcome !== "read") return read.outcome === "missing" ? "absent" : "unreadable";
  try {
    const { seq, digest } = journalHeadSchema.parse(JSON.parse(read.bytes.toString("utf8")));
    return { seq, digest };
  } catch {
    return "unreadable";
  }
}

/** The journal's bytes, as they are; null: there is none. @throws Error in technical words when it cannot be read. */
export async function journalBytes(folder: string): Promise<Buffer | null> {
  const read = await readBoundedFile(path.join(folder, journalFile), largestJournal);
  switch (read.outcome) {
    case "read":
      return read.bytes;
    case "missing":
      return null;
    case "not-regular":
      throw Object.assign(new Error("not a regular file"), { code: "not-regular" });
    case "too-large":
      throw new Error(`larger than ${largestJournal} bytes`);
    case "unreadable":
      throw new Error(read.detail);
  }
}

export interface JournalScan extends Scan {
  readonly bytes: number;
  readonly headFile: HeadFile;
}

/** The head first: another process may append between the two reads, and the journal may be ahead of the head but never behind. */
export async function scanFolder(folder: string): Promise<JournalScan> {
  const headFile = await readHead(folder);
  try {
    const bytes = (await journalBytes(folder)) ?? Buffer.alloc(0);
    return { ...scanJournal(bytes, headFile), bytes: bytes.length, headFile };
  } catch (error) {
    const brokenAt = { line: 1, reason: `the journal cannot be read: ${errorDetail(error)}` };
    const verification = { ok: false, entries: 0, head: null, tornTail: false, brokenAt };
    return { entries: [], verification, wholeBytes: 0, lineFeedMissing: false, bytes: 0, headFile };
  }
}

/**
 * Reads the journal without changing anything. A journal that does not exist is empty and ok; one that cannot be read is broken at line 1.
 * Never throws.
 */
export async function readJournal(stateFolder: string): Promise<JournalReading> {
  const first = await scanFolder(stateFolder);
  if (!first.verification.tornTail) return first;
  // Perhaps another process is just writing that line.
  await sleep(100);
  return scanFolder(stateFolder);
}

export async function verifyJournal(stateFolder: string): Promise<JournalVerification> {
  return (await readJournal(stateFolder)).verification;
}

export type { JournalEntry, JournalReading, JournalVerification } from "./journalEntry.ts";
