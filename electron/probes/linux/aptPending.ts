import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import { parseAptList } from "./aptListParser.ts";
import { listsFolder, readSecuritySources, type SecuritySources, withoutSecuritySource } from "./aptLists.ts";

/** Touched after a renewal by update-notifier's hook (Ubuntu) and by apt.systemd.daily (Debian), also when one of several archives did not answer. */
const stamps = ["/var/lib/apt/periodic/update-success-stamp", "/var/lib/apt/periodic/update-stamp"] as const;

/** All that apt works its answer out from: what is installed, what there is, and how to choose (apt.conf(5), apt_preferences(5)). */
export const aptWitnesses = [
  "/usr/bin/apt",
  "/var/lib/dpkg/status",
  "/var/lib/dpkg/arch",
  listsFolder,
  "/var/lib/apt/periodic",
  "/etc/apt/apt.conf",
  "/etc/apt/apt.conf.d",
  "/etc/apt/preferences",
  "/etc/apt/preferences.d",
  "/etc/apt/sources.list",
  "/etc/apt/sources.list.d",
] as const;

/** For recordings that hold no release files: the folder changes when any list is renewed by renaming. Says nothing of which list it was. */
async function anythingRenewedAt(host: Host, folderTime: string): Promise<string> {
  const times = await Promise.all(
    stamps.map(async (path) => {
      const stamp = await host.readFile(path);
      return stamp.outcome === "read" ? [stamp.modifiedAt] : [];
    }),
  );
  return [folderTime, ...times.flat()].reduce((latest, time) => (Date.parse(time) > Date.parse(latest) ? time : latest));
}

const oldest = (times: readonly string[]) => times.reduce((first, time) => (Date.parse(time) < Date.parse(first) ? time : first));

interface Ages {
  readonly listsAt: string;
  readonly listsUntil: string | null;
  readonly seen: readonly string[];
}

/** What is looked for may stand in any of the security lists: the oldest of them is as far as the answer reaches. */
async function agesOf(host: Host, sources: SecuritySources, folderTime: string): Promise<Ages> {
  if (sources.kind === "not-looked-at" || sources.lists.length === 0) {
    const listsAt = await anythingRenewedAt(host, folderTime);
    return { listsAt, listsUntil: null, seen: [`renewed ${listsAt}`] };
  }
  const ends = sources.lists.flatMap(({ release }) => release.validUntil ?? []);
  return {
    listsAt: oldest(sources.lists.map(({ at }) => at)),
    listsUntil: ends.length === 0 ? null : oldest(ends),
    seen: sources.lists.map(
      ({ name, at, release }) => `${name}: of ${at}${release.validUntil === null ? "" : `, valid until ${release.validUntil}`}`,
    ),
  };
}

/** `apt list --upgradable` with the age of the security archive's own list: that of any other says nothing of security updates. */
export async function withApt(host: Host, signal: AbortSignal): Promise<Gathered<"pending-updates">> {
  const folder = await host.readFolder(listsFolder);
  if (folder.outcome !== "read") return couldNotSee(unknown(folder.outcome === "denied" ? "denied" : "stale", `${listsFolder}: ${folder.outcome}`));
  const packages = folder.names.filter((name) => /_Packages(\.[a-z0-9]+)?$/.test(name));
  if (packages.length === 0)
    return couldNotSee(unknown("stale", `${listsFolder} holds no package list`), [evidence(listsFolder, "no package lists")]);
  const sources = await readSecuritySources(host, folder.names);
  const whole = sources.kind === "seen" && sources.whole;
  if (whole ? sources.lists.length === 0 : !packages.some((name) => /-security_|_updates_/.test(name))) {
    return couldNotSee(unknown("not-supported", "none of the package lists is one of a security archive"), [evidence(listsFolder, packages)]);
  }
  const refusedSources = whole ? undefined : await withoutSecuritySource(host);
  if (refusedSources) return couldNotSee(refusedSources);
  const [result, ages, installed] = await Promise.all([
    host.run("apt-list-upgradable", signal),
    agesOf(host, sources, folder.modifiedAt),
    // dpkg puts the lists of files of a package here, by renaming, whenever it installs one.
    askedSince(2, () => host.readFolder("/var/lib/dpkg/info")),
  ]);
  const proof = [evidence(commandLine("apt-list-upgradable"), decodeUtf8(result.stdout).slice(0, 3900)), evidence(listsFolder, ages.seen)];
  const refusal = commandRefusal(result);
  if (refusal) return couldNotSee(refusal, proof);
  if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)), proof);
  const answer = parseAptList(result.stdout, result.stderr);
  if (!answer.ok) return couldNotSee(unknown("unparsed", answer.detail), proof);
  const { upgrades, unread } = answer.value;
  const isSecurity = ({ security }: { readonly security: boolean }) => whole || security;
  const security = upgrades.filter(isSecurity);
  const others = upgrades.filter((upgrade) => !isSecurity(upgrade));
  return {
    observation: known({
      manager: "apt",
      total: upgrades.length + unread,
      security: security.length,
      unread,
      names: [...security, ...others].slice(0, 20).map(({ name }) => name),
      listsAt: ages.listsAt,
      listsUntil: ages.listsUntil,
      lastInstalledAt: installed?.outcome === "read" ? installed.modifiedAt : null,
    }),
    evidence: [...proof, ...(installed?.outcome === "read" ? [evidence("/var/lib/dpkg/info", `last changed ${installed.modifiedAt}`)] : [])],
  };
}
