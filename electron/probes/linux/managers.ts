import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { isThere } from "../common/gather.ts";
import { readDistribution } from "./distribution.ts";

/** How the system itself is kept up to date. */
export type Manager = "apt" | "pacman" | "dnf5" | "dnf" | "zypper" | "rpm-ostree" | "bootc" | "apk" | "xbps" | "nix";

/** In the order in which they are looked for: several may be installed, and the first that is decides. */
const programs: readonly (readonly [Manager, string])[] = [
  ["apt", "/usr/bin/apt"],
  ["pacman", "/usr/bin/pacman"],
  ["dnf5", "/usr/bin/dnf5"],
  ["dnf", "/usr/bin/dnf"],
  ["zypper", "/usr/bin/zypper"],
  ["rpm-ostree", "/usr/bin/rpm-ostree"],
  ["apk", "/sbin/apk"],
  ["apk", "/usr/bin/apk"],
  ["xbps", "/usr/bin/xbps-install"],
];

/** Null: none that is known here. */
export async function managerOf(host: Host): Promise<Manager | null> {
  // There dnf may be installed too, and changes nothing: https://docs.fedoraproject.org/en-US/fedora-silverblue/technical-information/
  const image = await askedSince(2, async () => {
    if (!(await isThere(host, "/run/ostree-booted"))) return null;
    if (await isThere(host, "/usr/bin/rpm-ostree")) return "rpm-ostree";
    return (await isThere(host, "/usr/bin/bootc")) ? "bootc" : null;
  });
  if (image) return image;
  for (const [manager, path] of programs) {
    if (await askedSince(2, () => isThere(host, path))) return manager;
  }
  return (await readDistribution(host)).get("ID") === "nixos" ? "nix" : null;
}
