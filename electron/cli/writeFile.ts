import { randomBytes } from "node:crypto";
import { link, open, rm } from "node:fs/promises";
import path from "node:path";
import { replaceFile } from "../services/replaceFile.ts";

/**
 * Writes a file in one step: a draft beside it, on disk, then renamed. Readers see the old file or the new one, never half of one.
 * @param replace false: a file of that name is left alone, and the error has the code EEXIST.
 * @throws the system's error (ENOENT, EACCES, ENOSPC, …); no draft stays behind.
 */
export async function writeWhole(
  file: string,
  content: string | Uint8Array,
  options: { readonly mode: number; readonly replace: boolean },
): Promise<void> {
  const draft = path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${randomBytes(6).toString("hex")}.part`);
  try {
    const handle = await open(draft, "wx", options.mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    // link fails when the name exists, rename replaces.
    if (options.replace) await replaceFile(draft, file);
    else await link(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}
