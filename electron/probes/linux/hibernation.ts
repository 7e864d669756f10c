import { decodeUtf8 } from "../../host/decode.ts";
import type { FileResult, Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import type { Device } from "./lsblkParser.ts";

/** What the kernel and the start-up files say of hibernation; undefined: an older recording did not look. */
export interface ResumeFiles {
  readonly state: FileResult | undefined;
  readonly commandLine: FileResult | undefined;
  readonly resume: FileResult | undefined;
  readonly initramfs: FileResult | undefined;
}

const text = (file: FileResult | undefined): string | null => (file?.outcome === "read" ? decodeUtf8(file.bytes).trim() : null);

/**
 * The names under which the kernel's command line, the kernel and the start-up files know the device that hibernation writes the memory to ("/dev/sda3",
 * "UUID=…", "259:4"); empty: none is set, or the kernel does not hibernate: under lockdown and with `nohibernate`, /sys/power/state lacks "disk".
 * https://docs.kernel.org/power/swsusp.html, https://www.kernel.org/doc/Documentation/ABI/testing/sysfs-power
 */
export function resumeNames({ state, commandLine, resume, initramfs }: ResumeFiles): readonly string[] {
  const possible = text(state);
  if (state?.outcome === "missing" || (possible !== null && !possible.split(/\s+/).includes("disk"))) return [];
  const words = (text(commandLine) ?? "").split(/\s+/);
  if (words.some((word) => ["noresume", "nohibernate", "hibernate=no"].includes(word))) return [];
  const named = words.findLast((word) => word.startsWith("resume="))?.slice("resume=".length);
  const chosen = text(resume);
  // Debian's start-up gives the kernel what its file says: where the kernel was asked, the file adds nothing.
  const written = chosen === null ? /^\s*RESUME=["']?([^\s"'#]+)/m.exec(text(initramfs) ?? "")?.[1] : undefined;
  return [named, chosen, written].flatMap((name) =>
    name === null || name === undefined || ["", "0:0", "none", "auto"].includes(name) ? [] : [name],
  );
}

/** "/dev/mapper/vg-swap", "/dev/vg/swap", "UUID=…", "259:4" → the device of lsblk; undefined: it is none of them. */
async function findDevice(host: Host, devices: readonly Device[], named: string): Promise<Device | undefined> {
  const byName = (name: string | undefined) => devices.find((device) => device.name === name);
  const uuid = /^UUID="?([^"]+)"?$/i.exec(named)?.[1];
  if (uuid !== undefined) return devices.find((device) => device.uuid?.toLowerCase() === uuid.toLowerCase());
  const [, group, volume] = /^\/dev\/(?!mapper\/|disk\/)([^/]+)\/([^/]+)$/.exec(named) ?? [];
  // The device mapper writes a dash inside a name twice.
  if (group !== undefined && volume !== undefined) return byName([group, volume].map((part) => part.replaceAll("-", "--")).join("-"));
  if (/^\d+:\d+$/.test(named)) {
    const link = await askedSince(2, () => host.readLink(`/sys/dev/block/${named}`));
    const kernelName = link?.split("/").at(-1);
    if (kernelName === undefined || !/^dm-\d+$/.test(kernelName)) return byName(kernelName);
    return byName(text(await askedSince(2, () => host.readFile(`/sys/block/${kernelName}/dm/name`))) ?? undefined);
  }
  return byName(/^\/dev\/(?:mapper\/)?([^/]+)$/.exec(named)?.[1]);
}

/**
 * Where hibernation writes: a device of lsblk, `null` where there is none, undefined where one is set that lsblk does not show. A device that is known to
 * the kernel only by its number, in a recording that does not say what that is, may be any swap that is not in use.
 */
export async function hibernationDevice(host: Host, devices: readonly Device[], files: ResumeFiles): Promise<Device | null | undefined> {
  const names = resumeNames(files);
  for (const name of names) {
    const device = await findDevice(host, devices, name);
    if (device !== undefined) return device;
  }
  if (names.length === 0) return null;
  return devices.find(({ fstype, state, mountPoints }) => fstype === "swap" && state !== "encrypted" && mountPoints.length === 0);
}

export async function readResumeFiles(host: Host): Promise<ResumeFiles> {
  const ask = (path: string) => askedSince(2, () => host.readFile(path));
  const [state, commandLine, resume, initramfs] = await Promise.all([
    ask("/sys/power/state"),
    ask("/proc/cmdline"),
    ask("/sys/power/resume"),
    ask("/etc/initramfs-tools/conf.d/resume"),
  ]);
  return { state, commandLine, resume, initramfs };
}
