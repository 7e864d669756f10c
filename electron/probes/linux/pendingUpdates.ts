import { assertNever } from "../../../shared/assertNever.ts";
import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { couldNotSee } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { withApk } from "./apkPending.ts";
import { aptWitnesses, withApt } from "./aptPending.ts";
import { withBootc } from "./bootcPending.ts";
import { readDistribution } from "./distribution.ts";
import { withDnf } from "./dnfPending.ts";
import { type Manager, managerOf } from "./managers.ts";
import { withNix } from "./nixPending.ts";
import { withOstree } from "./ostreePending.ts";
import { pacmanWitnesses, withPacman } from "./pacmanPending.ts";
import { withXbps } from "./xbpsPending.ts";
import { withZypper } from "./zypperPending.ts";

type Answer = Promise<Gathered<"pending-updates">>;

function ask(host: Host, manager: Manager, signal: AbortSignal): Answer {
  switch (manager) {
    case "apt":
      return withApt(host, signal);
    case "pacman":
      return withPacman(host, signal);
    case "dnf":
    case "dnf5":
      return withDnf(host, signal, manager);
    case "zypper":
      return withZypper(host, signal);
    case "rpm-ostree":
      return withOstree(host, signal);
    case "bootc":
      return readDistribution(host).then(withBootc);
    case "apk":
      return withApk(host, signal);
    case "xbps":
      return withXbps(host, signal);
    case "nix":
      return readDistribution(host).then(withNix);
    default:
      return assertNever(manager);
  }
}

export const pendingUpdates: Probe<"pending-updates"> = {
  id: "linux.pending-updates",
  fact: "pending-updates",
  uses: [
    "apt-list-upgradable",
    "pacman-Qu",
    "dnf5-check-upgrade",
    "dnf5-check-upgrade-security",
    "dnf-check-update",
    "dnf-check-update-security",
    "zypper-list-updates",
    "zypper-list-patches",
    "rpm-ostree-status",
    "apk-list-upgradable",
    "xbps-install-un",
  ],
  validForMs: 3_600_000,
  witnesses: [...aptWitnesses, ...pacmanWitnesses],
  // Of the others no fixed path shows that lists were renewed.
  mayKeep: ({ manager }) => manager === "apt" || manager === "pacman",
  async collect(host, _context, signal) {
    const manager = await managerOf(host);
    if (manager === null) return couldNotSee(unknown("tool-missing", "/usr/bin/apt is not installed, and no other package manager is known here"));
    if (manager === "apt" || manager === "pacman") return ask(host, manager, signal);
    // The first version knew no other manager.
    const answer = await askedSince(2, () => ask(host, manager, signal));
    return answer ?? couldNotSee(unknown("not-supported", `updates of ${manager} were not read by the version that made this recording`));
  },
};
