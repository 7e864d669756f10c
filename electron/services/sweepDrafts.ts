import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { isAlive } from "./processLife.ts";

/** No write takes longer: a draft of a process number that lives may be that of an earlier process with the same one. */
const longestWriteMs = 3_600_000;

/**
 * Removes what was written for files of the state folder by processes that were killed before they gave it its name (`draft-<pid>-…`). The caller holds the
 * folder's lock. Never throws.
 */
export async function sweepDrafts(folder: string, now: number = Date.now()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const match = /^draft-(\d{1,10})-[0-9a-f]{12}$/.exec(name);
    if (!match || Number(match[1]) === process.pid) continue;
    const file = path.join(folder, name);
    const isOld = async () => now - (await stat(file).catch(() => ({ mtimeMs: now }))).mtimeMs > longestWriteMs;
    if (!(await isAlive(Number(match[1]), "")) || (await isOld())) await rm(file, { force: true }).catch(() => undefined);
  }
}
