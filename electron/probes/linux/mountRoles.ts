import type { Device } from "./lsblkParser.ts";

export type Role = "system" | "home" | "data";

/**
 * Places of the system in which nobody keeps work: what starts the PC, programs that only the administrator renews, images, and what is gone after a
 * restart. Removable media are mounted below /run/media, which is none of them.
 */
const systemPlaces: readonly RegExp[] = [
  /^\/(boot|efi)(\/|$)/,
  /^\/(usr|nix|gnu\/store|recovery|cdrom|snap|\.snapshots)(\/|$)/,
  /^\/sysroot\/./,
  /^\/var\/lib\/snapd\/snap(\/|$)/,
  /^\/run\/(?!media\/)/,
];

/** Images that cannot be written to. */
const imageTypes: ReadonlySet<string> = new Set(["squashfs", "iso9660", "erofs", "cramfs", "romfs"]);

/** Memory, and disks of other computers. */
const notOwnDisks = /^(zram|ram|nbd|rbd)\d+(p\d+)?$/;

/** Is it a disk of this PC that keeps what is written to it? A file that holds a file system is not counted again: what it lies on is. */
export function keepsData(device: Device): boolean {
  if (notOwnDisks.test(device.name) || device.type === "rom" || imageTypes.has(device.fstype ?? "")) return false;
  return !device.inFile || device.state === "encrypted";
}

/** What a mount point is for; null: nobody keeps work there. */
export function roleOf(mountPoint: string, home: string | undefined): Role | null {
  if (mountPoint === "[SWAP]") return null;
  // On ostree systems the disk is mounted at /sysroot and "/" is a part of it.
  if (mountPoint === "/" || mountPoint === "/sysroot") return "system";
  if (mountPoint === "/home" || mountPoint === "/var/home") return "home";
  if (home !== undefined && (home === mountPoint || mountPoint.startsWith(`${home}/`))) return "home";
  if (home?.startsWith(`${mountPoint}/`) && mountPoint !== "/var") return "home";
  return systemPlaces.some((place) => place.test(mountPoint)) ? null : "data";
}

/** The device that holds a path: that of the longest mount point above it. */
export function holderOf(devices: readonly Device[], path: string): Device | undefined {
  const above = (mountPoint: string) => mountPoint === "/" || path === mountPoint || path.startsWith(`${mountPoint}/`);
  const length = (device: Device) => Math.max(-1, ...device.mountPoints.filter(above).map((mountPoint) => mountPoint.length));
  return devices.filter((device) => length(device) >= 0).sort((a, b) => length(b) - length(a))[0];
}
