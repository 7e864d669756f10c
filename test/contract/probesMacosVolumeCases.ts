import { allUnparsed } from "../support/probeCases.ts";
import type { Matrix } from "./probesMacosCases.ts";
import { type Changes, mounts, type Plain, plist } from "./probesMacosMachine.ts";

type State = "encrypted" | "not-encrypted" | "decrypting" | "pending-restart";
const system = (state: State) => ({ role: "system" as const, mount: "/", state, method: "FileVault" });
const volume = (state: State) => ({ volumes: [system(state)], removable: [] });

const apfs = (...volumes: readonly { readonly [key: string]: Plain }[]) =>
  plist({ Containers: [{ ContainerReference: "disk3", Volumes: volumes.map((one) => ({ CryptoMigrationOn: false, Encryption: true, ...one })) }] });
const storage = (...entries: readonly (readonly [string, Readonly<Record<string, string>>])[]) =>
  JSON.stringify({ SPStorageDataType: entries.map(([device, drive]) => ({ bsd_name: device, physical_drive: drive })) });
const builtIn = { is_internal_disk: "yes", protocol: "Apple Fabric" };
const usb = { is_internal_disk: "no", protocol: "USB" };

/** What the two other programs say of a second volume of the disk, a stick and an outer drive. */
export const volumeAnswers: NonNullable<Changes["commands"]> = {
  "diskutil-apfs-list-plist": apfs(
    { DeviceIdentifier: "disk3s5", FileVault: true },
    { DeviceIdentifier: "disk3s7", FileVault: false },
    { DeviceIdentifier: "disk3s8", FileVault: true },
    { DeviceIdentifier: "disk3s9", FileVault: true, CryptoMigrationOn: true },
    { DeviceIdentifier: "disk5s1", FileVault: true },
  ),
  "system_profiler-SPStorageDataType-json": storage(
    ["disk3s5", builtIn],
    ["disk3s7", builtIn],
    ["disk3s8", builtIn],
    ["disk3s9", builtIn],
    ["disk4s1", usb],
    ["disk5s1", usb],
    ["disk6s1", { is_internal_disk: "yes", protocol: "Secure Digital", removable_media: "yes" }],
    ["disk7s1", { is_internal_disk: "no", protocol: "Disk Image" }],
    ["disk8s2", builtIn],
  ),
};
const mounted = (...lines: readonly string[]): Changes => ({ commands: { "mount-macos": mounts(...lines), ...volumeAnswers } });
const data = (mount: string, state: "encrypted" | "not-encrypted" | "encrypting", method: string | null = "APFS") => ({
  role: "data" as const,
  mount,
  state,
  method,
});

export const diskEncryption: Matrix<"disk-encryption"> = {
  cases: [
    { title: "on", expected: volume("encrypted") },
    { title: "off", changes: { commands: { "fdesetup-status": "FileVault is Off.\n" } }, expected: volume("not-encrypted") },
    {
      title: "being switched off",
      changes: { commands: { "fdesetup-status": "FileVault is On.\nDecryption in progress; Percent completed = 8\n" } },
      expected: volume("decrypting"),
    },
    {
      title: "wanted, and beginning with the next log-out",
      changes: { commands: { "fdesetup-status": "FileVault is Off.\nDeferred enablement appears to be active for user 'hana'.\n" } },
      expected: volume("pending-restart"),
    },
    { title: "an error", changes: { commands: { "fdesetup-status": { stdout: "FileVault is On.\n", code: 1 } } }, expected: "unknown:failed" },
    {
      title: "a second volume of the same disk without a password",
      changes: mounted("/dev/disk3s7 on /Volumes/Data2 (apfs, local, journaled)"),
      expected: { volumes: [system("encrypted"), data("/Volumes/Data2", "not-encrypted")], removable: [] },
    },
    {
      title: "one with a password, one on the way, and one of the old kind",
      changes: mounted(
        "/dev/disk3s8 on /Volumes/Safe (apfs, local, journaled)",
        "/dev/disk3s9 on /Volumes/Soon (apfs, local, journaled)",
        "/dev/disk8s2 on /Volumes/Old (hfs, local, journaled)",
      ),
      expected: {
        volumes: [
          system("encrypted"),
          data("/Volumes/Safe", "encrypted"),
          data("/Volumes/Soon", "encrypting"),
          data("/Volumes/Old", "not-encrypted", null),
        ],
        removable: [],
      },
    },
    {
      title: "a stick, a card, an encrypted outer drive and a disk image",
      changes: mounted(
        "/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners, noatime, fskit)",
        "/dev/disk5s1 on /Volumes/Outer (apfs, local, journaled)",
        "/dev/disk6s1 on /Volumes/CARD (exfat, local, nodev)",
        "/dev/disk7s1 on /Volumes/Image (apfs, local, journaled)",
      ),
      expected: {
        volumes: [system("encrypted")],
        removable: [
          { mount: "/Volumes/STICK", state: "not-encrypted" },
          { mount: "/Volumes/Outer", state: "encrypted" },
          { mount: "/Volumes/CARD", state: "not-encrypted" },
        ],
      },
    },
    {
      title: "a volume of this disk of which diskutil says nothing",
      changes: mounted("/dev/disk3s77 on /Volumes/New (apfs, local, journaled)"),
      expected: "unknown:unparsed",
    },
    {
      title: "mount does not answer: other volumes are not seen",
      changes: { commands: { "mount-macos": { outcome: "timeout" } } },
      expected: "unknown:timeout",
    },
    {
      title: "mount does not answer, and FileVault is off: enough to know",
      changes: { commands: { "mount-macos": { outcome: "timeout" }, "fdesetup-status": "FileVault is Off.\n" } },
      expected: { volumes: [system("not-encrypted")], removable: null },
    },
    {
      title: "there is a second volume, and diskutil does not answer",
      changes: {
        commands: {
          ...volumeAnswers,
          "mount-macos": mounts("/dev/disk3s8 on /Volumes/Safe (apfs, local)"),
          "diskutil-apfs-list-plist": { outcome: "timeout" },
        },
      },
      expected: "unknown:timeout",
    },
    {
      title: "there is a second volume, and where it lies is not said",
      changes: {
        commands: {
          ...volumeAnswers,
          "mount-macos": mounts("/dev/disk3s8 on /Volumes/Safe (apfs, local)"),
          "system_profiler-SPStorageDataType-json": "garbage",
        },
      },
      expected: "unknown:unparsed",
    },
  ],
  badDays: { source: { command: "fdesetup-status" }, expected: allUnparsed },
};
