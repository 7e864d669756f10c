import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** A mounted file system that lies on a disk ("disk3s5"). */
export interface Mount {
  readonly device: string;
  readonly path: string;
  readonly fileSystem: string;
  readonly writable: boolean;
}

/**
 * `mount` without arguments (mount(8)): "/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse, protect)", one a line. A volume's name may
 * hold anything, so the device is taken from the beginning and the options from the last bracket. A file system in user space may write its device as an
 * address.
 */
export function parseMounts(bytes: Uint8Array): Parsed<readonly Mount[]> {
  const lines = decodeUtf8(bytes).split("\n");
  if (lines.at(-1) !== "") return notParsed("mount: ends in the middle of a line");
  const mounts: Mount[] = [];
  for (const line of lines.slice(0, -1)) {
    const [, source, path, options = ""] = /^(\S.*?) on (\/.*) \(([A-Za-z0-9_]+(?:, [^()]*)?)\)$/.exec(line) ?? [];
    if (source === undefined || path === undefined) return notParsed("mount: a line that is not known");
    const device = /^(?:\/dev\/|[a-z0-9_]+:\/\/)(disk\d+(?:s\d+)*)\/?$/.exec(source)?.[1];
    const [fileSystem = "", ...words] = options.split(", ");
    if (device !== undefined) mounts.push({ device, path, fileSystem, writable: !words.includes("read-only") && !words.includes("sealed") });
  }
  const roots = mounts.filter(({ path }) => path === "/").length;
  return roots === 1 ? parsed(mounts) : notParsed(`mount: ${roots} volumes at /`);
}

/** Volumes that macOS makes for itself beside the start volume: FileVault's state is theirs too. */
const ownPlaces = /^\/(?:$|System\/Volumes\/|private\/var\/vm$)/;

/** Mounted volumes that the person can write and that are not the start volume's. */
export function furtherMounts(mounts: readonly Mount[]): readonly Mount[] {
  return mounts.filter(({ path, writable }) => writable && !ownPlaces.test(path));
}
