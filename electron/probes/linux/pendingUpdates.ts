import { unknown } from "../../../shared/observation.ts";
import { couldNotSee, isThere } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { aptWitnesses, withApt } from "./aptPending.ts";
import { pacmanWitnesses, withPacman } from "./pacmanPending.ts";

const otherManagers = ["/usr/bin/dnf", "/usr/bin/dnf5", "/usr/bin/zypper", "/usr/bin/rpm-ostree", "/sbin/apk"] as const;

export const pendingUpdates: Probe<"pending-updates"> = {
  id: "linux.pending-updates",
  fact: "pending-updates",
  uses: ["apt-list-upgradable", "pacman-Qu"],
  validForMs: 3_600_000,
  witnesses: [...aptWitnesses, ...pacmanWitnesses],
  async collect(host, _context, signal) {
    if (await isThere(host, "/usr/bin/apt")) return withApt(host, signal);
    if (await isThere(host, "/usr/bin/pacman")) return withPacman(host, signal);
    for (const path of otherManagers) {
      if (await isThere(host, path)) return couldNotSee(unknown("not-supported", `updates of ${path} are not read`));
    }
    return couldNotSee(unknown("tool-missing", "/usr/bin/apt is not installed, and no other package manager is known here"));
  },
};
