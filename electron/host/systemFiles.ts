import { constants } from "node:fs";
import { type FileHandle, open, readdir, readlink, stat } from "node:fs/promises";
import type { FileResult, FolderResult } from "./host.ts";
import { systemRoot } from "./windows/systemRoot.ts";

const limit = 4 * 1024 * 1024;

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

function refusal(error: unknown): "missing" | "denied" | "failed" {
  switch (codeOf(error)) {
    case "ENOENT":
    case "ENOTDIR":
      return "missing";
    case "EACCES":
    case "EPERM":
      return "denied";
    default:
      return "failed";
  }
}

const smallest = 4 * 1024;
const largest = 256 * 1024;

/**
 * Reads to the end, not to the stated size: files of /proc and /sys say 0. One byte more than stated is asked for, so that most files end with the first
 * read; the hundreds of tiny ones must not cost a large buffer each. `null`: more than the limit.
 */
async function readAll(file: FileHandle, statedSize: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let total = 0;
  for (let size = Math.min(Math.max(statedSize + 1, smallest), largest); ; size = Math.min(size * 2, largest)) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafeSlow(size), 0, size, null);
    if (bytesRead === 0) return Buffer.concat(chunks);
    total += bytesRead;
    if (total > limit) return null;
    chunks.push(buffer.subarray(0, bytesRead));
  }
}

/** A regular file of at most 4 MiB. Never waits: pipes and devices are refused before and after opening. */
export async function readSystemFile(path: string): Promise<FileResult> {
  let file: FileHandle | undefined;
  try {
    if (!(await stat(path)).isFile()) return { outcome: "not-a-file" };
    // O_NONBLOCK is not defined on Windows.
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const status = await file.stat();
    if (!status.isFile()) return { outcome: "not-a-file" };
    if (status.size > limit) return { outcome: "too-large" };
    const bytes = await readAll(file, status.size);
    return bytes === null ? { outcome: "too-large" } : { outcome: "read", bytes, modifiedAt: status.mtime.toISOString() };
  } catch (error) {
    return { outcome: refusal(error) };
  } finally {
    await file?.close().catch(() => undefined);
  }
}

/** Names in a folder, sorted. */
export async function readSystemFolder(path: string): Promise<FolderResult> {
  try {
    const names = await readdir(path);
    return { outcome: "read", names: names.sort(), modifiedAt: (await stat(path)).mtime.toISOString() };
  } catch (error) {
    return { outcome: refusal(error) };
  }
}

export async function readSystemLink(path: string): Promise<string | null> {
  return readlink(path).catch(() => null);
}

/** The first of these that is there as a file; a folder of that name does not count. `%SystemRoot%` at the beginning is where Windows is. */
export async function firstExisting(files: readonly string[]): Promise<string | undefined> {
  for (const named of files) {
    const file = named.replace(/^%SystemRoot%/, () => systemRoot(process.env));
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) return file;
  }
  return undefined;
}
