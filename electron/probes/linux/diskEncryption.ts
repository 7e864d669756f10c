import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, notApplicable, type Observation, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult, Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, fileRefusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { detectContainer, rootMount } from "./container.ts";
import { type Mount, parseLsblk, parseSwaps, type Swap } from "./lsblkParser.ts";

type Volume = FactValue<"disk-encryption">["volumes"][number];

function volume(role: Volume["role"], mount: string, { encrypted, method }: Pick<Mount, "encrypted" | "method">): Volume {
  return { role, mount: mount.slice(0, 256), state: encrypted ? "encrypted" : "not-encrypted", method };
}

/** The mount that holds a path: the longest mount point above it. */
function holderOf(mounts: readonly Mount[], path: string): Mount | undefined {
  return mounts
    .filter(({ mountPoint }) => mountPoint === "/" || path === mountPoint || path.startsWith(`${mountPoint}/`))
    .sort((a, b) => b.mountPoint.length - a.mountPoint.length)[0];
}

/**
 * Roles of the mounts: the system, the home folders when they are a file system of their own, and swap. `undetermined` when the system's
 * file system is not on a block device that lsblk shows, or a swap cannot be placed.
 */
export function volumesOf(mounts: readonly Mount[], swaps: readonly Swap[], home: string | undefined): Observation<FactValue<"disk-encryption">> {
  // On ostree systems the disk is mounted at /sysroot and "/" is a part of it.
  const system = mounts.find(({ mountPoint }) => mountPoint === "/") ?? mounts.find(({ mountPoint }) => mountPoint === "/sysroot");
  if (system === undefined) return unknown("not-supported", "the file system at / is on no block device that lsblk shows");
  const homes = mounts.filter(
    ({ mountPoint }) =>
      mountPoint === "/home" ||
      mountPoint === "/var/home" ||
      (home !== undefined && mountPoint !== "/" && mountPoint !== "/var" && (home === mountPoint || home.startsWith(`${mountPoint}/`))),
  );
  const swapDevices = mounts.filter(({ mountPoint, device }) => mountPoint === "[SWAP]" && !/^zram\d+$/.test(device));
  if (swapDevices.length !== swaps.filter(({ partition }) => partition).length) {
    return unknown("unparsed", "lsblk and /proc/swaps name different swap partitions");
  }
  const swapFiles = swaps.filter(({ partition }) => !partition).map((swap) => ({ swap, holder: holderOf(mounts, swap.name) ?? system }));
  return known({
    volumes: [
      volume("system", system.mountPoint, system),
      ...homes.slice(0, 16).map((mount) => volume("home", mount.mountPoint, mount)),
      ...swapDevices.slice(0, 16).map((mount) => volume("swap", mount.device, mount)),
      ...swapFiles.slice(0, 16).map(({ swap, holder }) => volume("swap", swap.name, holder)),
    ],
  });
}

async function runLsblk(host: Host, signal: AbortSignal): Promise<CommandResult> {
  const result = await host.run("lsblk-mountpoints", signal);
  const old = result.outcome === "exited" && result.code !== 0 && /unknown column/.test(decodeUtf8(result.stderr));
  return old ? host.run("lsblk-mountpoint", signal) : result;
}

export const diskEncryption: Probe<"disk-encryption"> = {
  id: "linux.disk-encryption",
  fact: "disk-encryption",
  uses: ["lsblk-mountpoints", "lsblk-mountpoint"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const container = await detectContainer(host);
    if (container !== null) return { observation: notApplicable("virtual"), evidence: [evidence("container", container)] };
    const [result, swapFile, mountinfo] = await Promise.all([
      runLsblk(host, signal),
      host.readFile("/proc/swaps"),
      host.readFile("/proc/self/mountinfo"),
    ]);
    const refusal = commandRefusal(result);
    if (refusal) return couldNotSee(refusal);
    if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)));
    if (swapFile.outcome !== "read") return couldNotSee(fileRefusal("/proc/swaps", swapFile) ?? unknown("failed", "/proc/swaps"));
    const mounts = parseLsblk(result.stdout);
    const swaps = parseSwaps(swapFile.bytes);
    if (!mounts.ok) return couldNotSee(unknown("unparsed", mounts.detail));
    if (!swaps.ok) return couldNotSee(unknown("unparsed", swaps.detail));
    const root = mountinfo.outcome === "read" ? rootMount(decodeUtf8(mountinfo.bytes)) : null;
    const proof = [
      evidence(
        commandLine(result.command),
        mounts.value.map(
          ({ device, mountPoint, encrypted }) => `${mountPoint}: ${device}, ${encrypted ? "below a crypt device" : "no crypt device below"}`,
        ),
      ),
      evidence("/proc/swaps", swaps.value.map(({ name }) => name).join("\n") || "no swap on a disk"),
    ];
    const observation = volumesOf(mounts.value, swaps.value, host.homeFolder());
    if (observation.kind === "unknown" && root !== null) {
      return couldNotSee(unknown(observation.reason, `${observation.detail} (file system ${root.type.slice(0, 32)})`), proof);
    }
    return { observation, evidence: proof };
  },
};
