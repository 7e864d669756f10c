import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import type { Device } from "./lsblkParser.ts";
import type { MountLine } from "./mountinfo.ts";
import { holderOf, keepsData, type Role, roleOf } from "./mountRoles.ts";
import type { Swap } from "./swapsParser.ts";

type DiskEncryption = FactValue<"disk-encryption">;
type Volume = DiskEncryption["volumes"][number];

/** What is known beside the list of block devices. */
export interface Around {
  readonly home: string | undefined;
  readonly mounts: readonly MountLine[];
  /** The means by which the home folder may encrypt itself; null: none. */
  readonly homeMeans: string | null;
  /** Disks that can be taken out. */
  readonly removable: (device: Device, mountPoint: string) => boolean;
  /** Where hibernation writes; null: nowhere. undefined: somewhere that lsblk does not show. */
  readonly hibernation: Device | null | undefined;
}

export const nothingAround: Around = { home: undefined, mounts: [], homeMeans: null, removable: () => false, hibernation: null };

interface Placed {
  readonly device: Pick<Device, "name" | "state" | "method">;
  readonly mountPoint: string;
  readonly role: Role;
}

const volume = (role: Volume["role"], mount: string, { state, method }: Pick<Device, "state" | "method">): Volume => ({
  role,
  mount: mount.slice(0, 256),
  state,
  method,
});

/** Mounts of ZFS, which lsblk does not show. Its pools encrypt by themselves, or lie on devices that are encrypted: all of them, as none is named here. */
function zfsMounts(devices: readonly Device[], { mounts, home }: Around): readonly Placed[] {
  const members = devices.filter(({ fstype }) => fstype === "zfs_member");
  const safe = members.length > 0 && members.every(({ state }) => state === "encrypted");
  const device = { name: "ZFS", state: safe ? "encrypted" : "unseen", method: safe ? (members[0]?.method ?? null) : "ZFS" } as const;
  return mounts.flatMap(({ type, mountPoint }) => {
    const role = type === "zfs" ? roleOf(mountPoint, home) : null;
    return role === null ? [] : [{ device, mountPoint, role }];
  });
}

function placed(devices: readonly Device[], around: Around): readonly Placed[] {
  const readOnly = new Set(around.mounts.flatMap((mount) => (mount.readOnly ? [mount.mountPoint] : [])));
  const onBlocks = devices.filter(keepsData).flatMap((device) =>
    device.mountPoints.flatMap((mountPoint) => {
      const role = roleOf(mountPoint, around.home);
      return role === null || (role === "data" && readOnly.has(mountPoint)) ? [] : [{ device, mountPoint, role }];
    }),
  );
  const all = [...onBlocks, ...zfsMounts(devices, around)];
  // One file system that is mounted in several places is named by the first that matters.
  const named = new Set(all.filter(({ role }) => role !== "data").map(({ device }) => device.name));
  const data = new Map(
    all
      .filter(({ role, device }) => role === "data" && !named.has(device.name))
      .sort((a, b) => b.mountPoint.length - a.mountPoint.length)
      .map((one) => [one.device.name, one] as const),
  );
  const systems = all.filter(({ role }) => role === "system").sort((a, b) => a.mountPoint.length - b.mountPoint.length);
  return [...systems.slice(0, 1), ...all.filter(({ role }) => role === "home"), ...data.values()];
}

/**
 * Roles of what is mounted: the system, the home folders, other places where work may be kept, swap, and where hibernation writes. `undetermined` when the
 * system's file system is not on a block device that lsblk shows, or a swap cannot be placed.
 */
export function volumesOf(devices: readonly Device[], swaps: readonly Swap[], around: Around): Observation<DiskEncryption> {
  const all = placed(devices, around);
  const system = all.find(({ role }) => role === "system");
  if (system === undefined) return unknown("not-supported", "the file system at / is on no block device that lsblk shows");
  const swapDevices = devices.filter(({ mountPoints, name }) => mountPoints.includes("[SWAP]") && !/^zram\d+$/.test(name));
  if (swapDevices.length !== swaps.filter(({ partition }) => partition).length) {
    return unknown("unparsed", "lsblk and /proc/swaps name different swap partitions");
  }
  // Folders that encrypt themselves lie on the device that holds the home folder: whether all that matters is inside them cannot be seen from outside.
  const means = around.homeMeans;
  const holder =
    means === null || around.home === undefined
      ? undefined
      : holderOf(
          devices.filter(({ inFile }) => !inFile),
          around.home,
        );
  const guarded = (device: Placed["device"]) =>
    device.name === holder?.name && device.state === "not-encrypted" ? ({ state: "unseen", method: means } as const) : device;
  const swapFiles = swaps
    .filter(({ partition }) => !partition)
    .map((swap) => volume("swap", swap.name, guarded(holderOf(devices, swap.name) ?? system.device)));
  const [removable, fixed] = [true, false].map((wanted) =>
    all.filter(({ device, mountPoint, role }) => {
      const found = devices.find(({ name }) => name === device.name);
      return (role === "data" && found !== undefined && around.removable(found, mountPoint)) === wanted;
    }),
  );
  const { hibernation } = around;
  const resume = hibernation && !swapDevices.includes(hibernation) ? [volume("hibernation", hibernation.name, hibernation)] : [];
  return known({
    volumes: [
      ...(fixed ?? []).slice(0, 40).map(({ role, mountPoint, device }) => volume(role, mountPoint, guarded(device))),
      ...swapDevices.slice(0, 11).map((device) => volume("swap", device.name, device)),
      ...swapFiles.slice(0, 11),
      ...resume,
    ],
    removable: (removable ?? []).slice(0, 64).map(({ mountPoint, device: { state } }) => ({ mount: mountPoint, state })),
  });
}
