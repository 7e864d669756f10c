import { unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { CommandResult, Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, fileRefusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";
import { type Around, volumesOf } from "./diskVolumes.ts";
import { hibernationDevice, readResumeFiles, resumeNames } from "./hibernation.ts";
import { homeEncryption } from "./homeEncryption.ts";
import { type Device, parseLsblk } from "./lsblkParser.ts";
import { readMapperIds } from "./mapperIds.ts";
import { type MountLine, parseMountinfo } from "./mountinfo.ts";
import { roleOf } from "./mountRoles.ts";
import { isMediaPlace, isRemovable } from "./removableDisks.ts";
import { parseSwaps } from "./swapsParser.ts";

async function runLsblk(host: Host, signal: AbortSignal): Promise<CommandResult> {
  const result = await host.run("lsblk-mountpoints", signal);
  const old = result.outcome === "exited" && result.code !== 0 && /unknown column/.test(decodeUtf8(result.stderr));
  return old ? host.run("lsblk-mountpoint", signal) : result;
}

/** Which of the mounted disks can be taken out. Only disks that hold something else than the system are asked about. */
async function removableDisks(host: Host, devices: readonly Device[], home: string | undefined): Promise<Around["removable"]> {
  const asked = devices.filter(({ mountPoints }) => {
    const roles = mountPoints.map((mountPoint) => roleOf(mountPoint, home));
    return roles.includes("data") && !roles.includes("system") && !roles.includes("home");
  });
  const disks = [...new Set(asked.flatMap((device) => device.disks))].slice(0, 64);
  const found = new Map(await Promise.all(disks.map(async (disk) => [disk, await isRemovable(host, disk)] as const)));
  return (device, mountPoint) => device.disks.some((disk) => found.get(disk) ?? isMediaPlace(mountPoint));
}

const networkTypes = /^(nfs4?|cifs|smb3|9p|ceph|virtiofs|afs|glusterfs|fuse\.(sshfs|rclone|s3fs|davfs|glusterfs))$/;

function mountEvidence(mounts: readonly MountLine[]) {
  const lines = mounts.filter(({ type }) => networkTypes.test(type)).map(({ mountPoint, type }) => `${mountPoint}: ${type}, no disk of this PC`);
  return lines.length === 0 ? [] : [evidence("/proc/self/mountinfo", lines)];
}

const said = { encrypted: "encrypted", "not-encrypted": "no encryption below", unseen: "may encrypt by itself" } as const;

export const diskEncryption: Probe<"disk-encryption"> = {
  id: "linux.disk-encryption",
  fact: "disk-encryption",
  uses: ["lsblk-mountpoints", "lsblk-mountpoint"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const container = await detectContainer(host);
    if (container !== null) return { observation: { kind: "not-applicable", why: "virtual" }, evidence: [evidence("container", container)] };
    const [result, swapFile, mountinfo, kernelIds, resume] = await Promise.all([
      runLsblk(host, signal),
      host.readFile("/proc/swaps"),
      host.readFile("/proc/self/mountinfo"),
      askedSince(2, () => readMapperIds(host)),
      readResumeFiles(host),
    ]);
    const refusal = commandRefusal(result);
    if (refusal) return couldNotSee(refusal);
    if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)));
    if (swapFile.outcome !== "read") return couldNotSee(fileRefusal("/proc/swaps", swapFile) ?? unknown("failed", "/proc/swaps"));
    const devices = parseLsblk(result.stdout, kernelIds);
    const swaps = parseSwaps(swapFile.bytes);
    if (!devices.ok) return couldNotSee(unknown("unparsed", devices.detail));
    if (!swaps.ok) return couldNotSee(unknown("unparsed", swaps.detail));
    const mounts = mountinfo.outcome === "read" ? parseMountinfo(decodeUtf8(mountinfo.bytes)) : [];
    const home = host.homeFolder();
    const [homeMeans, removable, hibernation] = await Promise.all([
      homeEncryption(host, home, devices.value, mounts),
      removableDisks(host, devices.value, home),
      hibernationDevice(host, devices.value, resume),
    ]);
    const used = devices.value.filter(({ mountPoints }) => mountPoints.length > 0);
    const proof = [
      evidence(
        commandLine(result.command),
        used.map(({ name, mountPoints, state }) => `${mountPoints.join(", ")}: ${name}, ${said[state]}`),
      ),
      evidence("/proc/swaps", swaps.value.map(({ name }) => name).join("\n") || "no swap on a disk"),
      evidence("/sys/power, /proc/cmdline", resumeNames(resume).join("\n") || "hibernation writes nowhere"),
      ...(homeMeans === null ? [] : [evidence("home folder", `may be encrypted by ${homeMeans}`)]),
      ...mountEvidence(mounts),
    ];
    const observation = volumesOf(devices.value, swaps.value, { home, mounts, homeMeans, removable, hibernation });
    const root = mounts.find(({ mountPoint }) => mountPoint === "/");
    if (observation.kind === "unknown" && root !== undefined) {
      return couldNotSee(unknown(observation.reason, `${observation.detail} (file system ${root.type.slice(0, 32)})`), proof);
    }
    return { observation, evidence: proof };
  },
};
