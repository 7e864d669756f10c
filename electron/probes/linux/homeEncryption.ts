import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import type { Device } from "./lsblkParser.ts";
import type { MountLine } from "./mountinfo.ts";
import { holderOf } from "./mountRoles.ts";

/** File systems over a folder that encrypt it, as the kernel names them: https://docs.kernel.org/filesystems/ecryptfs.html and FUSE's. */
const overlays: Readonly<Record<string, string>> = {
  ecryptfs: "eCryptfs",
  "fuse.gocryptfs": "gocryptfs",
  "fuse.cryfs": "CryFS",
  "fuse.encfs": "EncFS",
  "fuse.securefs": "securefs",
};

async function folderThere(host: Host, path: string): Promise<boolean> {
  const folder = await askedSince(2, () => host.readFolder(path));
  return folder?.outcome === "read" || folder?.outcome === "denied";
}

/**
 * By which means the home folder encrypts itself above a plain disk; null: none that leaves a sign. Signs are what the means itself writes down:
 * the overlay that is mounted, a home of systemd-homed (https://systemd.io/HOME_DIRECTORY/), the folder that fscrypt keeps its rules in
 * (https://github.com/google/fscrypt). Whether the files really are encrypted, only the means itself can tell.
 */
export async function homeEncryption(
  host: Host,
  home: string | undefined,
  devices: readonly Device[],
  mounts: readonly MountLine[],
): Promise<string | null> {
  if (home === undefined) return null;
  const overlay = mounts.find(({ mountPoint, type }) => mountPoint === home && Object.hasOwn(overlays, type));
  if (overlay !== undefined) return overlays[overlay.type] ?? null;
  if (devices.some(({ inFile, state, mountPoints }) => inFile && state === "encrypted" && mountPoints.includes(home))) return "systemd-homed";
  // fscrypt keeps its folder at the root of the file system that it works on.
  const roots = (holderOf(devices, home)?.mountPoints ?? []).filter((mountPoint) => mountPoint === "/" || home.startsWith(`${mountPoint}/`));
  const folders = [
    ["systemd-homed", `${home}.homedir`],
    ["eCryptfs", `/home/.ecryptfs/${home.split("/").at(-1)}`],
    ...roots.map((root) => ["fscrypt", `${root === "/" ? "" : root}/.fscrypt`] as const),
  ] as const;
  const there = await Promise.all(folders.map(async ([means, path]) => ((await folderThere(host, path)) ? [means] : [])));
  return there.flat()[0] ?? null;
}
