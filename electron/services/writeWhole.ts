import { link, lstat, open, rm } from "node:fs/promises";
import path from "node:path";
import { draftName } from "./draftName.ts";
import { errorCode } from "./errorDetail.ts";
import { replaceFile } from "./replaceFile.ts";

export interface WholeOptions {
  /** Permissions of the new file, where the file system keeps any. */
  readonly mode: number;
  /** False: what has the name is left alone, and the error has the code EEXIST. True: an ordinary file is replaced, and nothing else is. */
  readonly replace: boolean;
}

/**
 * Programs read pipes and devices while they are there, and a link's owner means what stands behind it: none of them is ours to put a file over.
 * @throws an error with the code EISDIR or "not-regular"; the system's error where it cannot be seen.
 */
export async function assertReplaceable(file: string): Promise<void> {
  const there = await lstat(file).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  });
  if (there === null || there.isFile()) return;
  throw Object.assign(new Error("no ordinary file"), { code: there.isDirectory() ? "EISDIR" : "not-regular" });
}

/** Takes the name with an empty file, so that a file made meanwhile by somebody else is left alone, and puts the draft over it. */
async function takeName(draft: string, file: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  await handle.close();
  try {
    await replaceFile(draft, file);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}

/** Gives the draft a name that is not taken. @throws EEXIST when it is. */
async function giveNewName(draft: string, file: string): Promise<void> {
  try {
    // Fails when the name exists, and shows nobody an empty file.
    await link(draft, file);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw error;
    // FAT, exFAT and many shares have no hard links, and say so with EPERM, ENOTSUP, ENOSYS, EISDIR, … Where it was another reason, this meets it again.
    await takeName(draft, file);
  }
}

/**
 * Writes a file in one step: a draft beside it, on disk, then renamed. Readers see the old file or the new one, never half of one; after a power
 * cut, too.
 * @throws the system's error (ENOENT, EACCES, ENOSPC, EROFS, …), or one with the code "not-regular"; the old file is then whole and no draft stays behind.
 */
export async function writeWhole(file: string, content: string | Uint8Array, { mode, replace }: WholeOptions): Promise<void> {
  if (replace) await assertReplaceable(file);
  const draft = path.join(path.dirname(file), draftName());
  try {
    const handle = await open(draft, "wx", mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await (replace ? replaceFile(draft, file) : giveNewName(draft, file));
  } finally {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}
