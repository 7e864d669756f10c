import { constants, copyFile, open, stat, truncate } from "node:fs/promises";
import path from "node:path";
import type { JournalKind } from "../../shared/journal.ts";
import type { Moment } from "./clock.ts";
import { type JournalScan, journalFile, journalHeadFile, scanFolder } from "./journal.ts";
import { genesis, lineOf, nextEntry, restartMarker } from "./journalChain.ts";
import type { JournalEntry, JournalHead, JournalReading } from "./journalEntry.ts";
import { timeInName, writeJsonFile } from "./jsonFile.ts";
import { whileOthersLook } from "./patience.ts";

export interface JournalRecord {
  readonly kind: JournalKind;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The journal of one state folder. Its callers hold the folder's lock, except for `reading`. */
export interface JournalWriter {
  /** As of the last refresh or append. */
  reading(): JournalReading;
  /** Looks whether another process has written meanwhile. Never throws. */
  refresh(): Promise<void>;
  /**
   * Adds entries and forces them to the disk before it returns. A half line that a power cut left is set aside first; behind a break
   * a marker entry comes first. @throws the system's error; then no entry was added.
   */
  append(records: readonly JournalRecord[], moment: Moment): Promise<void>;
}

// Not waiting for the reader of a pipe that stands in its place.
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Changes whenever one of the two files does. */
async function stampOf(folder: string): Promise<string> {
  const files = [journalFile, journalHeadFile].map((name) => stat(path.join(folder, name), { bigint: true }).catch(() => null));
  const stats = await Promise.all(files);
  return stats.map((one) => (one ? `${one.ino} ${one.size} ${one.mtimeNs} ${one.ctimeNs}` : "none")).join(" ");
}

async function writeHead(folder: string, head: JournalHead | null): Promise<void> {
  await writeJsonFile(folder, journalHeadFile, { schema: "preflight-journal-head/1", seq: head?.seq ?? 0, digest: head?.digest ?? genesis });
}

/** All or nothing, as far as the disk lets us: what was written of a text that did not fit is cut off again. */
async function appendText(file: string, text: string): Promise<void> {
  const handle = await whileOthersLook(() => open(file, flags, 0o600));
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Error("not a regular file");
    const { size } = stat;
    try {
      await handle.appendFile(text, "utf8");
      await handle.sync();
    } catch (error) {
      await handle.truncate(size).catch(() => undefined);
      throw error;
    }
  } finally {
    await handle.close();
  }
}

/** What must come before the next entry because of how the journal was left. */
async function mend(folder: string, scan: JournalScan, at: Date): Promise<{ readonly prefix: string; readonly records: readonly JournalRecord[] }> {
  const file = path.join(folder, journalFile);
  const { brokenAt, tornTail } = scan.verification;
  if (brokenAt) {
    const unfinished = scan.bytes > scan.wholeBytes;
    if (scan.entries.some(({ data }) => data["type"] === restartMarker)) return { prefix: unfinished ? "\n" : "", records: [] };
    const marker: JournalRecord = { kind: "deviation", data: { type: restartMarker, line: brokenAt.line, reason: brokenAt.reason } };
    return { prefix: unfinished ? "\n" : "", records: [marker] };
  }
  if (tornTail) {
    const aside = `${journalFile}.corrupt-${timeInName(at)}`;
    // The whole journal is copied, then only the half line is cut off: no complete line is ever at risk.
    await copyFile(file, path.join(folder, aside));
    await truncate(file, scan.wholeBytes);
    const bytes = scan.bytes - scan.wholeBytes;
    return { prefix: "", records: [{ kind: "deviation", data: { type: "half-line-set-aside", bytes, keptAs: aside } }] };
  }
  if (scan.headFile === "absent") await writeHead(folder, null);
  return { prefix: scan.lineFeedMissing ? "\n" : "", records: [] };
}

/** What a new scan would find after these entries were added to a whole journal. */
function extended(scan: JournalScan, entries: readonly JournalEntry[], bytes: number): JournalScan {
  const last = entries.at(-1);
  const head = last ? { seq: last.seq, digest: last.digest } : scan.verification.head;
  return {
    ...scan,
    entries: [...scan.entries, ...entries.map((entry) => ({ ...entry, trusted: true }))],
    verification: { ...scan.verification, entries: scan.verification.entries + entries.length, head },
    wholeBytes: scan.wholeBytes + bytes,
    bytes: scan.bytes + bytes,
    headFile: head ?? scan.headFile,
  };
}

/** Reads and checks the journal; changes nothing yet. Never throws. */
export async function openJournal(folder: string): Promise<JournalWriter> {
  const file = path.join(folder, journalFile);
  let stamp = await stampOf(folder);
  let scan = await scanFolder(folder);
  const refresh = async () => {
    const now = await stampOf(folder);
    if (now === stamp) return;
    stamp = now;
    scan = await scanFolder(folder);
  };
  return {
    reading: () => scan,
    refresh,
    async append(records, moment) {
      await refresh();
      const { prefix, records: before } = await mend(folder, scan, moment.at);
      let last = scan.verification.head;
      const entries = [...before, ...records].map(({ kind, data }) => {
        const entry = nextEntry(last, kind, data, moment);
        last = { seq: entry.seq, digest: entry.digest };
        return entry;
      });
      const text = prefix + entries.map(lineOf).join("");
      try {
        await appendText(file, text);
        await writeHead(folder, last);
      } catch (error) {
        await refresh();
        throw error;
      }
      if (!scan.verification.ok || prefix !== "" || before.length > 0) return refresh();
      scan = extended(scan, entries, Buffer.byteLength(text));
      stamp = await stampOf(folder);
    },
  };
}
