import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, isThere } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { parseAptList } from "./aptListParser.ts";
import { parsePacmanUpgrades } from "./pacmanParser.ts";

const lists = "/var/lib/apt/lists";
/** Touched after a successful renewal: by update-notifier's hook (Ubuntu) and by apt.systemd.daily (Debian). */
const stamps = ["/var/lib/apt/periodic/update-success-stamp", "/var/lib/apt/periodic/update-stamp"] as const;
const otherManagers = ["/usr/bin/dnf", "/usr/bin/dnf5", "/usr/bin/zypper", "/usr/bin/rpm-ostree", "/sbin/apk"] as const;

const syncDatabases = "/var/lib/pacman/sync";

/** Arch publishes no list of security updates: any update may be one, so all count. The folder changes when a renewed list is put into it. */
async function withPacman(host: Host, signal: AbortSignal): Promise<Gathered<"pending-updates">> {
  const folder = await host.readFolder(syncDatabases);
  if (folder.outcome !== "read") return couldNotSee(unknown(folder.outcome === "denied" ? "denied" : "stale", `${syncDatabases}: ${folder.outcome}`));
  if (!folder.names.some((name) => name.endsWith(".db"))) return couldNotSee(unknown("stale", `${syncDatabases} holds no package list`));
  const result = await host.run("pacman-Qu", signal);
  const proof = [
    evidence(commandLine("pacman-Qu"), decodeUtf8(result.stdout).slice(0, 3900)),
    evidence(syncDatabases, `renewed ${folder.modifiedAt}`),
  ];
  const refusal = commandRefusal(result);
  if (refusal) return couldNotSee(refusal, proof);
  const names = parsePacmanUpgrades(result.stdout, result.stderr, result.code ?? -1);
  if (!names.ok) return couldNotSee(unknown("unparsed", names.detail), proof);
  const total = names.value.length;
  return {
    observation: known({
      manager: "pacman",
      total,
      security: total,
      names: [...names.value.slice(0, 20)],
      listsAt: folder.modifiedAt,
      lastInstalledAt: null,
    }),
    evidence: proof,
  };
}

/**
 * dnf is not read: started by a user it answers from a cache of that user's own, whose age nothing tells, so "no updates" could be half a year old.
 */
async function withoutApt(host: Host, signal: AbortSignal): Promise<Gathered<"pending-updates">> {
  if (await isThere(host, "/usr/bin/pacman")) return withPacman(host, signal);
  for (const path of otherManagers) {
    if (await isThere(host, path)) return couldNotSee(unknown("not-supported", `updates of ${path} are not read`));
  }
  return couldNotSee(unknown("tool-missing", "/usr/bin/apt is not installed, and no other package manager is known here"));
}

/**
 * When the package lists were last renewed. The folder's own time changes when a list is renewed by renaming; the times of the files inside
 * are those of the archive and say nothing.
 */
async function listsRenewedAt(host: Host, folderTime: string): Promise<string> {
  const times = await Promise.all(
    stamps.map(async (path) => {
      const stamp = await host.readFile(path);
      return stamp.outcome === "read" ? [stamp.modifiedAt] : [];
    }),
  );
  return [folderTime, ...times.flat()].reduce((latest, time) => (Date.parse(time) > Date.parse(latest) ? time : latest));
}

export const pendingUpdates: Probe<"pending-updates"> = {
  id: "linux.pending-updates",
  fact: "pending-updates",
  uses: ["apt-list-upgradable", "pacman-Qu"],
  validForMs: 3_600_000,
  // All that apt and pacman work their answer out from: what is installed, what there is, and how to choose (apt.conf(5), apt_preferences(5)).
  witnesses: [
    "/usr/bin/apt",
    "/usr/bin/pacman",
    "/etc/pacman.conf",
    "/var/lib/pacman/local",
    "/var/lib/pacman/sync",
    "/var/lib/dpkg/status",
    "/var/lib/dpkg/arch",
    lists,
    "/var/lib/apt/periodic",
    "/etc/apt/apt.conf",
    "/etc/apt/apt.conf.d",
    "/etc/apt/preferences",
    "/etc/apt/preferences.d",
    "/etc/apt/sources.list",
    "/etc/apt/sources.list.d",
  ],
  async collect(host, _context, signal) {
    if (!(await isThere(host, "/usr/bin/apt"))) return withoutApt(host, signal);
    const folder = await host.readFolder(lists);
    if (folder.outcome !== "read") return couldNotSee(unknown(folder.outcome === "denied" ? "denied" : "stale", `${lists}: ${folder.outcome}`));
    const packages = folder.names.filter((name) => /_Packages(\.[a-z0-9]+)?$/.test(name));
    if (packages.length === 0) return couldNotSee(unknown("stale", `${lists} holds no package list`), [evidence(lists, "no package lists")]);
    if (!packages.some((name) => name.includes("-security_"))) {
      return couldNotSee(unknown("not-supported", "none of the package lists is one of a security archive"), [evidence(lists, packages)]);
    }
    const [result, listsAt] = await Promise.all([host.run("apt-list-upgradable", signal), listsRenewedAt(host, folder.modifiedAt)]);
    const proof = [evidence(commandLine("apt-list-upgradable"), decodeUtf8(result.stdout).slice(0, 3900)), evidence(lists, `renewed ${listsAt}`)];
    const refusal = commandRefusal(result);
    if (refusal) return couldNotSee(refusal, proof);
    if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)), proof);
    const upgrades = parseAptList(result.stdout, result.stderr);
    if (!upgrades.ok) return couldNotSee(unknown("unparsed", upgrades.detail), proof);
    const security = upgrades.value.filter((upgrade) => upgrade.security);
    const others = upgrades.value.filter((upgrade) => !upgrade.security);
    return {
      observation: known({
        manager: "apt",
        total: upgrades.value.length,
        security: security.length,
        names: [...security, ...others].slice(0, 20).map(({ name }) => name),
        listsAt,
        lastInstalledAt: null,
      }),
      evidence: proof,
    };
  },
};
