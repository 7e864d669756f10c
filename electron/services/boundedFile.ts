import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { errorCode, errorDetail } from "./errorDetail.ts";
import { whileOthersLook } from "./patience.ts";

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
  const chunks: Buffer[] = [];
  let length = 0;
  // One byte more than there should be, so that a file that grows meanwhile is noticed; what lies in /proc says 0 and grows from there.
  for (let size = stat.size + 1; ; size = 64 * 1024) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(size), 0, size, null);
    if (bytesRead === 0) break;
    length += bytesRead;
    if (length > maxBytes) return { outcome: "too-large" };
    chunks.push(buffer.subarray(0, bytesRead));
  }
  const [only] = chunks;
  const bytes = chunks.length === 1 && only ? only : Buffer.concat(chunks, length);
  return { outcome: "read", bytes, standing: { uid: stat.uid, mode: stat.mode } };
}

/**
 * The one reader of files that are kept, handed over or put in place by somebody: a regular file of at most `maxBytes`, through one descriptor, so that what
 * was examined is what is read. A symbolic link is refused unless `followLinks`. Never throws, never waits for a pipe, never reads a device.
 */
export async function readBoundedFile(file: string, maxBytes: number, followLinks = false): Promise<BoundedFile> {
  // Windows has neither flag; there lstat-like behaviour is not offered by open().
  const flags = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (followLinks ? 0 : (constants.O_NOFOLLOW ?? 0));
  try {
    const handle = await whileOthersLook(() => open(file, flags));
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
      // O_NOFOLLOW on a symbolic link: ELOOP (Linux, macOS; EMLINK on FreeBSD). open(2) on a socket: ENXIO (Linux), EOPNOTSUPP (macOS).
      case "ELOOP":
      case "EMLINK":
      case "EISDIR":
      case "ENXIO":
      case "EOPNOTSUPP":
      case "ENOTSUP":
        return { outcome: "not-regular" };
      default:
        return { outcome: "unreadable", detail: errorDetail(error) };
    }
  }
}
