import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";

type Volume = FactValue<"disk-encryption">["volumes"][number];

/**
 * System.Volume.BitLockerProtection of the shell. 5 is suspended: the disk is encrypted and its key lies beside it in the clear. 6 is locked,
 * which a data volume may be and the running system cannot. 0, 7 (waiting for activation), 8 and nothing do not say whether it protects.
 */
const states: ReadonlyMap<number, Volume["state"]> = new Map([
  [1, "encrypted"],
  [2, "not-encrypted"],
  [3, "encrypting"],
  [4, "decrypting"],
  [5, "suspended"],
  [6, "encrypted"],
]);
const locked = 6;

/** The state of a volume by the shell's number, also as text; null: it does not say. */
export function bitLockerState(protection: unknown, role: Volume["role"]): Volume["state"] | null {
  const number = typeof protection === "string" && /^\d$/.test(protection) ? Number(protection) : protection;
  if (typeof number !== "number" || (number === locked && role === "system")) return null;
  return states.get(number) ?? null;
}

/**
 * All fixed drives that have a partition. A volume whose state the shell does not tell makes the answer "could not see": it may be the one that
 * lies open. Only a system drive that is certainly not protected needs no word from the others.
 */
export function judgeDiskEncryption(block: Block<DeviceBlock<"volumes">>): Observation<FactValue<"disk-encryption">> {
  if (!block.ok) return block.refusal;
  const { system, real, drives } = block.value;
  const same = (a: string, b: string) => a.toUpperCase() === b.toUpperCase();
  // A list without the system drive is not whole (it certainly has a partition): then no drive may be left out by it.
  const partitioned = real?.some((name) => same(name, system)) ? real : null;
  const seen = drives
    .filter(({ drive }) => same(drive, system) || partitioned === null || partitioned.some((name) => same(name, drive)))
    .map(({ drive, protection }) => {
      const role: Volume["role"] = drive.toUpperCase() === system.toUpperCase() ? "system" : "data";
      return { role, mount: drive.toUpperCase(), state: bitLockerState(protection, role), protection };
    })
    .slice(0, 64);
  const volumes = seen.flatMap(({ role, mount, state }): Volume[] => {
    return state === null ? [] : [{ role, mount, state, method: state === "not-encrypted" ? null : "BitLocker" }];
  });
  const own = volumes.find(({ role }) => role === "system");
  if (!seen.some(({ role }) => role === "system")) return unknown("unparsed", `no drive ${system.slice(0, 10)} among the fixed drives`);
  const silent = seen
    .filter(({ state }) => state === null)
    .map(({ mount, protection }) => `${mount} ${String(protection ?? "(empty)").slice(0, 20)}`);
  const isOpen = own !== undefined && own.state !== "encrypted" && own.state !== "encrypting";
  if (silent.length > 0 && !isOpen) return unknown("needs-admin", `the shell does not tell the state of ${silent.join(", ")}`);
  return known({ volumes });
}

export const diskEncryption: Probe<"disk-encryption"> = {
  id: "windows.disk-encryption",
  fact: "disk-encryption",
  uses: ["powershell"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const block = await readDeviceBlock(host, "volumes", signal);
    const seen = block.ok ? block.value.drives.map(({ drive, protection }) => `${drive} ${String(protection ?? "(empty)").slice(0, 20)}`) : [];
    return {
      observation: judgeDiskEncryption(block),
      evidence: block.ok ? [evidence("System.Volume.BitLockerProtection", [`system drive: ${block.value.system}`, ...seen])] : [],
    };
  },
};
