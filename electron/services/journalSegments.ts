import { open, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { readBoundedFile } from "./boundedFile.ts";
import { sha256 } from "./digest.ts";
import { readJsonFile, writeJsonFile } from "./jsonFile.ts";
import type { KeptFormat } from "./keptFormat.ts";

export const journalFile = "journal.jsonl";
const largestSegment = 512 * 1024 * 1024;

/** The journal is one chain over these files: journal.jsonl, journal-2.jsonl, … Only the last is written to. */
export function segmentName(number: number): string {
  return number === 1 ? journalFile : `journal-${number}.jsonl`;
}

function numberOf(name: string): number | null {
  if (name === journalFile) return 1;
  const match = /^journal-([1-9]\d{0,5})\.jsonl$/.exec(name);
  return match && Number(match[1]) > 1 ? Number(match[1]) : null;
}

/** In order. A folder that is not there has none. @throws the system's error. */
export async function segmentsIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
    throw error;
  });
  return names.flatMap((name) => numberOf(name) ?? []).sort((a, b) => a - b);
}

/** A segment's bytes, as they are; null: it is not there. @throws Error in technical words when it cannot be read. */
export async function segmentBytes(folder: string, number: number): Promise<Buffer | null> {
  const read = await readBoundedFile(path.join(folder, segmentName(number)), largestSegment);
  switch (read.outcome) {
    case "read":
      return read.bytes;
    case "missing":
      return null;
    case "not-regular":
      throw Object.assign(new Error("not a regular file"), { code: "not-regular" });
    case "too-large":
      throw new Error(`larger than ${largestSegment} bytes`);
    case "unreadable":
      throw new Error(read.detail);
  }
}

/** Changes whenever the file does; a file that is not there has one too. */
export async function stampOfFile(folder: string, name: string): Promise<string> {
  const one = await stat(path.join(folder, name), { bigint: true }).catch(() => null);
  return one ? `${one.ino} ${one.size} ${one.mtimeNs} ${one.ctimeNs}` : "none";
}

/** Of the segments that are written to no more. */
export async function stampOfClosed(folder: string, segments: readonly number[]): Promise<string> {
  const stamps = await Promise.all(segments.slice(0, -1).map((number) => stampOfFile(folder, segmentName(number))));
  return sha256([segments.length, ...stamps].join("\n"));
}

const schema = z.strictObject({ schema: z.literal("preflight-journal-seen/1"), closed: z.string().max(200) });
const seenFormat = { name: "journal.seen.json", family: "preflight-journal-seen", version: 1, schema } satisfies KeptFormat<typeof schema>;

/** The stamp of the closed segments when every byte of them was looked at the last time; null: not known. Never throws. */
export async function readSeen(folder: string): Promise<string | null> {
  return (await readJsonFile(folder, seenFormat)).value?.closed ?? null;
}

/** A cache: without it every byte is looked at again. The caller holds the lock. Never throws. */
export async function writeSeen(folder: string, closed: string): Promise<void> {
  await writeJsonFile(folder, seenFormat.name, { schema: "preflight-journal-seen/1", closed }).catch(() => undefined);
}

/** The name of a new file must outlast a power cut as well as its content. Windows opens no folders. Never throws. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // Not offered here.
  }
}
