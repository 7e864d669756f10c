import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, isThere, type Refusal } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import type { AptConf } from "./aptConf.ts";
import { readAptConf } from "./aptConfFiles.ts";
import { parseAptConfig, periodicSwitchedOn } from "./aptConfigParser.ts";
import { listsFolder, readSecuritySources } from "./aptLists.ts";
import { suiteOfList } from "./aptReleaseParser.ts";
import { readDistribution } from "./distribution.ts";
import { isTimerEnabled } from "./systemdTimers.ts";
import { type Distribution, type Source, takesFrom } from "./unattendedOrigins.ts";

const keys = ["APT::Periodic::Enable", "APT::Periodic::Update-Package-Lists", "APT::Periodic::Unattended-Upgrade"] as const;
const mechanism = "unattended-upgrades";
const timers = ["apt-daily.timer", "apt-daily-upgrade.timer"] as const;
/** Linux Mint's Update Manager has a timer of its own, off until the user asks for it: https://github.com/linuxmint/mintupdate */
const mintTimer = "mintupdate-automation-upgrade.timer";

/** Something starts apt's daily work: its two systemd timers, or without systemd the daily cron job. */
async function isScheduled(host: Host): Promise<boolean> {
  if ((await host.readFolder("/run/systemd/system")).outcome === "read")
    return (await Promise.all(timers.map((timer) => isTimerEnabled(host, timer)))).every(Boolean);
  const job = await isThere(host, "/etc/cron.daily/apt-compat");
  return job && ((await isThere(host, "/usr/sbin/cron")) || (await isThere(host, "/usr/sbin/anacron")));
}

interface Settings {
  readonly conf: AptConf;
  readonly source: string;
}

/** When the files are not plain, apt itself has to work them out. */
async function settingsOf(host: Host, signal: AbortSignal): Promise<Settings | { readonly refusal: Refusal }> {
  const files = await readAptConf(host);
  if (files !== null) return { conf: files.conf, source: files.paths.join(", ") || "/etc/apt/apt.conf.d" };
  const result = await host.run("apt-config", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)) };
  const config = parseAptConfig(result.stdout);
  return config.ok ? { conf: config.value, source: commandLine("apt-config") } : { refusal: unknown("unparsed", config.detail) };
}

/**
 * Whose archive brings the security updates, as its Release files say it: for lists of which only the name was recorded. Of a derivative that is not here it
 * is not known.
 */
const ownOrigin: Readonly<Record<string, string>> = {
  debian: "Debian",
  ubuntu: "Ubuntu",
  raspbian: "Raspbian",
  kali: "Kali",
  devuan: "Devuan",
  linuxmint: "Ubuntu",
  pop: "Ubuntu",
  elementary: "Ubuntu",
  zorin: "Ubuntu",
  neon: "Ubuntu",
};

/** Where security updates come from here, as far as it was looked at; null: nothing to hold the patterns against. */
async function sourcesOf(host: Host, id: string): Promise<readonly Source[] | null> {
  const folder = await askedSince(2, () => host.readFolder(listsFolder));
  const sources = folder?.outcome === "read" ? await readSecuritySources(host, folder.names) : undefined;
  const origin = ownOrigin[id] ?? null;
  const unseen = { origin, label: origin === "Raspbian" ? origin : null, suite: null, codename: null, date: null, validUntil: null };
  if (sources?.kind !== "seen") return origin === null ? null : [{ ...unseen, name: "" }];
  const found = sources.lists.map(({ name, release }) =>
    release.origin === null ? { ...unseen, [origin === "Ubuntu" ? "suite" : "codename"]: suiteOfList(name), name } : { ...release, name },
  );
  return found.some((source) => source.origin === null) ? null : found;
}

/**
 * Is there an archive from which unattended-upgrades may install, and is it the one that brings the security updates? Undefined: not looked at. Without any
 * pattern it installs nothing; older recordings hold only the switches.
 */
async function takesSecurity(host: Host, conf: AptConf): Promise<boolean | "unknown" | undefined> {
  const release = await readDistribution(host);
  const id = release.get("ID") ?? "";
  const distribution: Distribution = {
    id: id.charAt(0).toUpperCase() + id.slice(1),
    codename: release.get("VERSION_CODENAME") ?? null,
    release: release.get("VERSION_ID") ?? null,
  };
  const sources = await sourcesOf(host, id);
  // Patterns of which nobody knows what they would have to fit.
  if (sources === null) return takesFrom(conf, [], distribution) === undefined ? undefined : "unknown";
  const taken = takesFrom(conf, sources, distribution);
  if (taken !== undefined) return taken;
  const shippedPatterns = await askedSince(2, () => host.readFile("/etc/apt/apt.conf.d/50unattended-upgrades"));
  return shippedPatterns === undefined ? undefined : false;
}

/** Unattended upgrades of apt: switched on, installed, started by something, and allowed to take from the archive that has the updates. */
export async function aptAutomatic(host: Host, signal: AbortSignal): Promise<Gathered<"automatic-updates">> {
  if (await isTimerEnabled(host, mintTimer))
    return { observation: known({ enabled: true, mechanism: "mintupdate", pausedUntil: null }), evidence: [evidence(mintTimer, "enabled")] };
  const [installed, scheduled] = await Promise.all([isThere(host, "/usr/bin/unattended-upgrade"), isScheduled(host)]);
  const proof = [
    evidence("/usr/bin/unattended-upgrade", installed ? "installed" : "not installed"),
    evidence("apt-daily.timer, apt-daily-upgrade.timer, /etc/cron.daily/apt-compat", scheduled ? "scheduled" : "not scheduled"),
  ];
  // Whatever apt's switches say, nothing would be installed then: apt need not be asked.
  if (!installed || !scheduled) return { observation: known({ enabled: false, mechanism, pausedUntil: null }), evidence: proof };
  const answer = await settingsOf(host, signal);
  if ("refusal" in answer) return couldNotSee(answer.refusal);
  const { conf, source } = answer;
  const switches = evidence(
    source,
    keys.map((key) => `${key} ${conf.values.get(key.toLowerCase()) ?? "(not set)"}`),
  );
  const isOn = periodicSwitchedOn(conf);
  const taken = isOn ? await takesSecurity(host, conf) : undefined;
  if (taken === "unknown")
    return couldNotSee(unknown("not-supported", "whose lists these are is not known: the origins cannot be compared"), [switches, ...proof]);
  const seen =
    taken === undefined
      ? []
      : [evidence("Unattended-Upgrade::Origins-Pattern, Allowed-Origins", `the security archive ${taken ? "is" : "is not"} among them`)];
  return { observation: known({ enabled: isOn && taken !== false, mechanism, pausedUntil: null }), evidence: [switches, ...seen, ...proof] };
}
