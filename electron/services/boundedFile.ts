import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { errorCode, errorDetail } from "./errorDetail.ts";

export interface FileStanding {
  /** Numeric owner; 0 on Windows, where Node does not tell. */
  readonly uid: number;
  /** POSIX permission bits. */
  readonly mode: number;
}

export type BoundedFile =
  | { readonly outcome: "read"; readonly bytes: Buffer; readonly standing: FileStanding }
  | { readonly outcome: "missing" }
  | { readonly outcome: "too-large" }
  | { readonly outcome: "not-regular" }
  | { readonly outcome: "unreadable"; readonly detail: string };

async function readFrom(handle: FileHandle, maxBytes: number): Promise<BoundedFile> {
  const stat = await handle.stat();
  if (!stat.isFile()) return { outcome: "not-regular" };
  if (stat.size > maxBytes) return { outcome: "too-large" };
  // One byte more than allowed, so that a file that grows meanwhile is noticed.
  const buffer = Buffer.alloc(maxBytes + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length > maxBytes) return { outcome: "too-large" };
  }
  return { outcome: "read", bytes: buffer.subarray(0, length), standing: { uid: stat.uid, mode: stat.mode } };
}

/**
 * Reads a regular file of at most `maxBytes` through one descriptor: what was examined is what is read.
 * A symbolic link is refused unless `followLinks`. Never throws, never waits for a pipe.
 */
export async function readBoundedFile(file: string, maxBytes: number, followLinks = false): Promise<BoundedFile> {
  // Windows has neither flag; there lstat-like behaviour is not offered by open().
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (followLinks ? 0 : (constants.O_NOFOLLOW ?? 0));
  try {
    const handle = await open(file, flags);
    try {
      return await readFrom(handle, maxBytes);
    } finally {
      await handle.close();
    }
  } catch (error) {
    switch (errorCode(error)) {
      case "ENOENT":
      case "ENOTDIR":
        return { outcome: "missing" };
      // O_NOFOLLOW on a symbolic link: ELOOP (Linux, macOS; EMLINK on FreeBSD).
      case "ELOOP":
      case "EMLINK":
      case "EISDIR":
        return { outcome: "not-regular" };
      default:
        return { outcome: "unreadable", detail: errorDetail(error) };
    }
  }
}
