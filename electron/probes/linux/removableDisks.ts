import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { readHint } from "../common/gather.ts";

/**
 * Can this disk be taken out while the PC runs? The kernel says so of sticks (`removable`), and where the disk hangs: on USB, or a card in its slot
 * (`device/type`, https://docs.kernel.org/driver-api/mmc/mmc-dev-attrs.html). undefined: an older recording did not look.
 */
export async function isRemovable(host: Host, disk: string): Promise<boolean | undefined> {
  const base = `/sys/block/${disk}`;
  const [flag, place, card] = await Promise.all([
    askedSince(2, () => readHint(host, `${base}/removable`)),
    askedSince(2, () => host.readLink(base)),
    /^mmcblk\d+$/.test(disk) ? askedSince(2, () => readHint(host, `${base}/device/type`)) : null,
  ]);
  if (flag === "1" || card === "SD" || (place ?? "").includes("/usb")) return true;
  return flag === undefined || place === undefined ? undefined : false;
}

/** Where desktops mount what was plugged in: what is left to go by where the disk itself was not looked at. */
export function isMediaPlace(mountPoint: string): boolean {
  return /^\/(run\/)?media\//.test(mountPoint);
}
