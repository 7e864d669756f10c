import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { writerOfDraft } from "./draftName.ts";
import { isAlive } from "./processLife.ts";

/** No write takes longer: a draft of a process number that lives may be that of an earlier process with the same one. */
const longestWriteMs = 3_600_000;

/**
 * Removes what was written for files of the state folder by processes that were killed before they gave it its name (`draftName.ts`). The caller holds the
 * folder's lock. Never throws.
 */
export async function sweepDrafts(folder: string, now: number = Date.now()): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const writer = writerOfDraft(name);
    if (writer === null || writer === process.pid) continue;
    const file = path.join(folder, name);
    const isOld = async () => now - (await stat(file).catch(() => ({ mtimeMs: now }))).mtimeMs > longestWriteMs;
    if (!(await isAlive(writer, "")) || (await isOld())) await rm(file, { force: true }).catch(() => undefined);
  }
}
