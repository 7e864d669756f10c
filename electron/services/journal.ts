import { open, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode, errorDetail } from "./errorDetail.ts";
import { type HeadFile, journalHeadSchema, type Scan, scanJournal } from "./journalChain.ts";
import type { JournalReading, JournalVerification } from "./journalEntry.ts";
import { whileOthersLook } from "./patience.ts";

export const journalFile = "journal.jsonl";
export const journalHeadFile = "journal.head.json";

async function readHead(folder: string): Promise<HeadFile> {
  let text: string;
  try {
    text = await whileOthersLook(() => readFile(path.join(folder, journalHeadFile), "utf8"));
  } catch (error) {
    const code = errorCode(error);
    return code === "ENOENT" || code === "ENOTDIR" ? "absent" : "unreadable";
  }
  try {
    const { seq, digest } = journalHeadSchema.parse(JSON.parse(text));
    return { seq, digest };
  } catch {
    return "unreadable";
  }
}

async function readBytes(folder: string): Promise<Buffer> {
  try {
    const handle = await whileOthersLook(() => open(path.join(folder, journalFile), "r"));
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === "ENOENT" || code === "ENOTDIR") return Buffer.alloc(0);
    throw error;
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
    const bytes = await readBytes(folder);
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
