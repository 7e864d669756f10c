import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { askedSince } from "../common/askedSince.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswer, readRegistry, registryCommands } from "./registry.ts";
import { textOf } from "./settings.ts";

type Value = FactValue<"disk-encryption">;
type Volume = Value["volumes"][number];
type Volumes = DeviceBlock<"volumes">;

/**
 * System.Volume.BitLockerProtection of the shell, which Microsoft does not list. 5 is suspended: the disk is encrypted and its key lies beside it in
 * the clear. 6 is locked, which a data volume may be and the running system cannot. 7 and 8 were both seen on volumes that "wait for activation":
 * encrypted with a clear key, not protected until somebody adds a secure one. 0 (cannot be encrypted by BitLocker) and nothing do not say whether
 * something else protects. https://learn.microsoft.com/windows/security/operating-system-security/data-protection/bitlocker/operations-guide
 */
const states: ReadonlyMap<number, Volume["state"]> = new Map([
  [1, "encrypted"],
  [2, "not-encrypted"],
  [3, "encrypting"],
  [4, "decrypting"],
  [5, "suspended"],
  [6, "encrypted"],
  [7, "clear-key"],
  [8, "clear-key"],
]);
const locked = 6;

/** The state of a volume by the shell's number, also as text; null: it does not say. */
export function bitLockerState(protection: unknown, role: Volume["role"]): Volume["state"] | null {
  const number = typeof protection === "string" && /^\d$/.test(protection) ? Number(protection) : protection;
  if (typeof number !== "number" || (number === locked && role === "system")) return null;
  return states.get(number) ?? null;
}

const same = (a: string, b: string) => a.toUpperCase() === b.toUpperCase();
const isIn = (names: readonly string[] | null | undefined, drive: string) => names?.some((name) => same(name, drive)) === true;
const shownProtection = (protection: unknown) => String(protection ?? "(empty)").slice(0, 20);

/** Sticks and cards, and drives on a disk with a cable: they are not the PC's own. undefined: an older script did not look. */
function removableOf({ system, drives, outer, removable }: Volumes): Value["removable"] {
  if (removable === undefined) return undefined;
  return [...removable, ...drives.filter(({ drive }) => isIn(outer, drive))]
    .filter(({ drive }) => !same(drive, system))
    .map(({ drive, protection }) => ({ mount: drive.toUpperCase(), state: bitLockerState(protection, "data") ?? ("unseen" as const) }))
    .slice(0, 64);
}

/** Drives with a page file; without a letter of its own ("?:\\") Windows takes the system drive. */
export function pageFileDrives(key: RegistryAnswer | undefined): readonly string[] {
  if (key === undefined) return [];
  const [existing, wanted] = [textOf(key, "ExistingPageFiles"), textOf(key, "PagingFiles")];
  const files = existing.ok && existing.value ? existing.value : wanted.ok ? (wanted.value ?? "") : "";
  return [...new Set([...files.matchAll(/(?<![A-Za-z])([A-Za-z]:)\\/g)].map(([, drive = ""]) => drive.toUpperCase()))];
}

/**
 * All fixed drives of this PC that have a partition. A volume whose state the shell does not tell makes the answer "could not see": it may be the one
 * that lies open. Only a system drive that is certainly not protected needs no word from the others. Swap and hibernation lie on the system drive,
 * except page files that were moved.
 */
export function judgeDiskEncryption(block: Block<Volumes>, pageFiles: readonly string[] = []): Observation<Value> {
  if (!block.ok) return block.refusal;
  const { system, real, outer, drives } = block.value;
  // A list without the system drive is not whole (it certainly has a partition): then no drive may be left out by it.
  const partitioned = isIn(real, system) ? real : null;
  const seen = drives
    .filter(({ drive }) => same(drive, system) || ((partitioned === null || isIn(partitioned, drive)) && !isIn(outer, drive)))
    .map(({ drive, protection }) => {
      const role: Volume["role"] = same(drive, system) ? "system" : "data";
      return { role, mount: drive.toUpperCase(), state: bitLockerState(protection, role), protection };
    })
    .slice(0, 64);
  const volumes = seen.flatMap(({ role, mount, state }): Volume[] => {
    return state === null ? [] : [{ role, mount, state, method: state === "not-encrypted" ? null : "BitLocker" }];
  });
  const own = volumes.find(({ role }) => role === "system");
  if (!seen.some(({ role }) => role === "system")) return unknown("unparsed", `no drive ${system.slice(0, 10)} among the fixed drives`);
  const silent = seen.filter(({ state }) => state === null).map(({ mount, protection }) => `${mount} ${shownProtection(protection)}`);
  const isOpen = own !== undefined && own.state !== "encrypted" && own.state !== "encrypting";
  if (silent.length > 0 && !isOpen) return unknown("needs-admin", `the shell does not tell the state of ${silent.join(", ")}`);
  const moved = [...drives, ...(block.value.removable ?? [])].filter(({ drive }) => !same(drive, system) && isIn(pageFiles, drive));
  const swap = moved.flatMap(({ drive, protection }): Volume[] => {
    const state = bitLockerState(protection, "swap");
    return state === null ? [] : [{ role: "swap", mount: drive.toUpperCase(), state, method: state === "not-encrypted" ? null : "BitLocker" }];
  });
  const removable = removableOf(block.value);
  return known({ volumes: [...volumes, ...swap].slice(0, 64), ...(removable === undefined ? {} : { removable }) });
}

export const diskEncryption: Probe<"disk-encryption"> = {
  id: "windows.disk-encryption",
  fact: "disk-encryption",
  uses: registryCommands("memory-management"),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const block = await readDeviceBlock(host, "volumes", signal);
    if (!block.ok) return { observation: judgeDiskEncryption(block), evidence: [] };
    const { system, drives, outer, removable } = block.value;
    const pageFiles = pageFileDrives(await askedSince(2, () => readRegistry(host, "memory-management", signal)));
    const told = (kind: string, list: Volumes["drives"]) => list.map(({ drive, protection }) => `${kind} ${drive} ${shownProtection(protection)}`);
    const lines = [
      `system drive: ${system}`,
      ...told("fixed", drives),
      ...told("removable", removable ?? []),
      `page files: ${pageFiles.join(", ") || "none seen"}`,
      `on a cable: ${outer === undefined ? "not asked" : outer === null ? "not told" : outer.join(", ") || "none"}`,
    ];
    return { observation: judgeDiskEncryption(block, pageFiles), evidence: [evidence("System.Volume.BitLockerProtection", lines)] };
  },
};
