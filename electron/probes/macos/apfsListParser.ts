import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { parsePlist, plistAt, plistList, plistSwitch, plistText } from "../common/plist.ts";

export type ApfsState = "encrypted" | "encrypting" | "not-encrypted";

/**
 * `diskutil apfs list -plist` (diskutil(8)): every APFS volume by its device. "FileVault" says that a password or a recovery key is needed; "Encryption" is
 * also true where the disk encrypts by itself and opens without one, so it counts only where an old version says nothing of FileVault.
 */
export function parseApfsList(bytes: Uint8Array): Parsed<ReadonlyMap<string, ApfsState>> {
  const plist = parsePlist(bytes);
  if (!plist.ok) return notParsed(`diskutil: ${plist.detail}`);
  const containers = plistAt(plist.value, "Containers");
  if (!Array.isArray(containers)) return notParsed("diskutil: no list of containers");
  const volumes = plistList(containers).flatMap((container) => plistList(plistAt(container, "Volumes")));
  const states = volumes.flatMap((volume) => {
    const device = plistText(plistAt(volume, "DeviceIdentifier"));
    const isProtected = plistSwitch(plistAt(volume, "FileVault")) ?? plistSwitch(plistAt(volume, "Encryption"));
    if (device === undefined || isProtected === undefined) return [];
    const isMoving = plistSwitch(plistAt(volume, "CryptoMigrationOn")) === true;
    return [[device, isProtected ? (isMoving ? "encrypting" : "encrypted") : "not-encrypted"] as const];
  });
  return parsed(new Map(states));
}
