import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { isThere, readHint } from "../common/gather.ts";

/** Device numbers of the file system at "/": major 0 means that it is no block device of its own (overlay, btrfs, zfs, tmpfs). */
export function rootMount(mountinfo: string): { readonly major: string; readonly type: string } | null {
  for (const line of mountinfo.split("\n")) {
    const [before, after] = line.split(" - ", 2);
    const [, , device, , mountPoint] = before?.split(" ") ?? [];
    const [type] = after?.split(" ") ?? [];
    if (mountPoint === "/" && device && type) return { major: device.split(":", 1)[0] ?? "", type };
  }
  return null;
}

/** The engine that a control group path names, as /proc/1/cgroup shows it with control groups version 1 or a shared version 2 tree. */
export function engineOfControlGroup(cgroup: string): string | null {
  return /(?:^|[/:-])(docker|lxc|kubepods|containerd|libpod|crio|podman|machine\.slice)(?=[/:.-]|$)/m.exec(cgroup)?.[1] ?? null;
}

/**
 * The container engine that this process runs in, or null. Only what root writes is proof: our own environment (`container=`) is in the hands
 * of the user and would be a way round every rule that does not apply to containers. A marker file alone is no proof either, because
 * images of containers are also started as whole machines: then "/" is a block device of its own.
 */
export async function detectContainer(host: Host): Promise<string | null> {
  const [systemd, cgroup, release, mountinfo, docker, podman] = await Promise.all([
    // Written by systemd inside the container: https://systemd.io/CONTAINER_INTERFACE/
    readHint(host, "/run/systemd/container"),
    readHint(host, "/proc/1/cgroup"),
    readHint(host, "/proc/sys/kernel/osrelease"),
    host.readFile("/proc/self/mountinfo"),
    isThere(host, "/.dockerenv"),
    isThere(host, "/run/.containerenv"),
  ]);
  if (release !== null && /microsoft/i.test(release)) return "wsl";
  if (systemd) return systemd.slice(0, 64);
  const engine = cgroup === null ? null : engineOfControlGroup(cgroup);
  if (engine !== null) return engine;
  const root = mountinfo.outcome === "read" ? rootMount(decodeUtf8(mountinfo.bytes)) : null;
  if (root?.major !== "0") return null;
  if (podman) return "podman";
  return docker ? "docker" : null;
}
