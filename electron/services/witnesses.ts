import { lstat, readdir, stat } from "node:fs/promises";
import path from "node:path";
import { sha256 } from "./digest.ts";
import { errorCode } from "./errorDetail.ts";

const maxEntries = 4096;
/** Two writes within one tick of the file system's clock leave the same times (FAT: 2 s). Younger files therefore prove nothing yet. */
const settledAfterMs = 2100;

type Stat = Awaited<ReturnType<typeof statOf>>;

function statOf(file: string, follow: boolean) {
  return follow ? stat(file, { bigint: true }) : lstat(file, { bigint: true });
}

function identity({ dev, ino, size, mtimeNs, ctimeNs, mode }: Stat): string {
  return [dev, ino, size, mtimeNs, ctimeNs, mode].join(" ");
}

function isSettled({ mtimeNs, ctimeNs }: Stat, nowMs: number): boolean {
  const limit = BigInt(nowMs - settledAfterMs) * 1_000_000n;
  return mtimeNs < limit && ctimeNs < limit;
}

/** One line of identity; "missing" is a state too. @throws whatever keeps it from being seen. */
async function lineFor(
  file: string,
  follow: boolean,
  nowMs: number,
): Promise<{ readonly line: string; readonly folder: boolean; readonly settled: boolean }> {
  try {
    const seen = await statOf(file, follow);
    return { line: `${file}\0${identity(seen)}`, folder: seen.isDirectory(), settled: isSettled(seen, nowMs) };
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { line: `${file}\0missing`, folder: false, settled: true };
    throw error;
  }
}

/** A file or folder with what its link points to and its direct entries; null when it proves nothing. */
async function linesFor(file: string, nowMs: number): Promise<readonly string[] | null> {
  const [link, target] = await Promise.all([lineFor(file, false, nowMs), lineFor(file, true, nowMs)]);
  const names = target.folder ? (await readdir(file)).sort() : [];
  if (names.length > maxEntries) return null;
  const entries = await Promise.all(names.map((name) => lineFor(path.join(file, name), false, nowMs)));
  const all = [link, target, ...entries];
  return all.every(({ settled }) => settled) ? all.map(({ line }) => line) : null;
}

/**
 * One digest over the identity (device, inode, size, change and modification time in ns, mode) of these files and folders, of what symbolic links
 * among them point to, and of every direct entry of the folders. Null when that cannot be said: something could not be examined, a folder has
 * too many entries, or a file changed so recently that the next change could leave the same times.
 */
export async function witnessState(files: readonly string[], nowMs: number = Date.now()): Promise<string | null> {
  try {
    const lines = await Promise.all(files.map((file) => linesFor(file, nowMs)));
    return lines.every((line) => line !== null) ? sha256(lines.flat().join("\n")) : null;
  } catch {
    return null;
  }
}
