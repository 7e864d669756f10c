import { constants, copyFile, open, truncate } from "node:fs/promises";
import path from "node:path";
import type { JournalKind } from "../../shared/journal.ts";
import type { Moment } from "./clock.ts";
import { errorDetail } from "./errorDetail.ts";
import { type JournalScan, journalHeadFile, scanFolder } from "./journal.ts";
import { stillCounts } from "./journalCarry.ts";
import { genesis, lineOf, nextEntry, restartMarker } from "./journalChain.ts";
import type { JournalEntry, JournalHead, JournalReading } from "./journalEntry.ts";
import { segmentName, segmentsIn, stampOfClosed, stampOfFile, syncFolder, writeSeen } from "./journalSegments.ts";
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
   * a marker entry comes first; a segment that is long enough is followed by a new one. @throws the system's error; then no entry was added.
   */
  append(records: readonly JournalRecord[], moment: Moment): Promise<void>;
  /** Why the head file is behind the entries, in technical words; null: it is not. No entry is lost by it. */
  warning(): string | null;
}

// Not waiting for the reader of a pipe that stands in its place.
const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Changes whenever the last segment, its number or the head does. */
async function stampOf(folder: string): Promise<string> {
  const segments = await segmentsIn(folder).catch(() => []);
  const files = [segmentName(segments.at(-1) ?? 1), journalHeadFile].map((name) => stampOfFile(folder, name));
  return [segments.length, ...(await Promise.all(files))].join(" ");
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
  const name = segmentName(scan.segments.at(-1) ?? 1);
  const file = path.join(folder, name);
  const { brokenAt, tornTail } = scan.verification;
  if (brokenAt) {
    const unfinished = scan.bytes > scan.wholeBytes;
    if (scan.entries.some(({ data }) => data["type"] === restartMarker)) return { prefix: unfinished ? "\n" : "", records: [] };
    const marker: JournalRecord = { kind: "deviation", data: { type: restartMarker, line: brokenAt.line, reason: brokenAt.reason } };
    return { prefix: unfinished ? "\n" : "", records: [marker] };
  }
  if (tornTail) {
    const aside = `${name}.corrupt-${timeInName(at)}`;
    // The whole segment is copied, then only the half line is cut off: no complete line is ever at risk.
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
    segments: scan.segments.length === 0 ? [1] : scan.segments,
    headFile: head ?? scan.headFile,
  };
}

/** So long a segment grows: a run reads half of it on average, and a year has some fifty. */
const longestSegment = 512 * 1024;

/** Where the next entries go, and what must be the first line there. */
function placeFor(
  scan: JournalScan,
  whole: boolean,
  longest: number,
  at: Date,
): { readonly number: number; readonly carry: readonly JournalRecord[] } {
  const last = scan.segments.at(-1) ?? 1;
  const { ok } = scan.verification;
  // A break is not carried on: the journal stays in one piece with it until a person looks at it.
  const full = ok && whole && scan.bytes >= longest;
  const number = full ? last + 1 : last;
  if (!ok || number === 1 || (!full && scan.wholeBytes > 0)) return { number, carry: [] };
  const carried = stillCounts(scan.entries, at).map(({ seq, at: time, ahead, kind, data, previous, digest }) => {
    return { seq, at: time, ...(ahead === undefined ? {} : { ahead }), kind, data, previous, digest };
  });
  return { number, carry: [{ kind: "continued", data: { carried } }] };
}

/** Reads and checks the journal; changes nothing yet. Never throws. @param longest for tests: bytes after which a new segment is begun */
export async function openJournal(folder: string, longest = longestSegment): Promise<JournalWriter> {
  let stamp = await stampOf(folder);
  let scan = await scanFolder(folder);
  let warning: string | null = null;
  const lookAgain = async () => {
    stamp = await stampOf(folder);
    scan = await scanFolder(folder);
  };
  const refresh = async () => {
    if ((await stampOf(folder)) !== stamp) await lookAgain();
  };
  return {
    reading: () => scan,
    refresh,
    warning: () => warning,
    async append(records, moment) {
      await refresh();
      const { prefix, records: before } = await mend(folder, scan, moment.at);
      const { number, carry } = placeFor(scan, prefix === "" && before.length === 0, longest, moment.at);
      let last = scan.verification.head;
      const entries = [...carry, ...before, ...records].map(({ kind, data }) => {
        const entry = nextEntry(last, kind, data, moment);
        last = { seq: entry.seq, digest: entry.digest };
        return entry;
      });
      const text = prefix + entries.map(lineOf).join("");
      try {
        await appendText(path.join(folder, segmentName(number)), text);
      } catch (error) {
        await refresh();
        throw error;
      }
      // From here on the entries are on the disk. The head may be behind: the next append brings it up.
      warning = await writeHead(folder, last).then(
        () => null,
        (error: unknown) => `${journalHeadFile}: ${errorDetail(error)}`,
      );
      if (carry.length > 0) {
        await syncFolder(folder);
        await writeSeen(folder, await stampOfClosed(folder, await segmentsIn(folder).catch(() => [])));
        return lookAgain();
      }
      if (scan.proved !== null && scan.segments.length > 1) await writeSeen(folder, scan.proved);
      if (!scan.verification.ok || prefix !== "" || before.length > 0) return lookAgain();
      scan = { ...extended(scan, entries, Buffer.byteLength(text)), proved: null };
      stamp = await stampOf(folder);
    },
  };
}
