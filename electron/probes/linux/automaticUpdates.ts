import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, isThere, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { parseAptConfig, periodicSwitchedOn } from "./aptConfigParser.ts";
import { readPeriodicFiles } from "./aptPeriodicFiles.ts";

const keys = ["APT::Periodic::Enable", "APT::Periodic::Update-Package-Lists", "APT::Periodic::Unattended-Upgrade"] as const;
const mechanism = "unattended-upgrades";
const timers = ["apt-daily.timer", "apt-daily-upgrade.timer"] as const;

/** Something starts apt's daily work: its two systemd timers, or without systemd the daily cron job. */
async function isScheduled(host: Host): Promise<boolean> {
  if ((await host.readFolder("/run/systemd/system")).outcome === "read") {
    const links = await Promise.all(
      timers.map(async (timer) => ({
        enabled: await host.readLink(`/etc/systemd/system/timers.target.wants/${timer}`),
        own: await host.readLink(`/etc/systemd/system/${timer}`),
      })),
    );
    // A masked unit is a link to /dev/null (systemctl(1), "mask").
    return links.every(({ enabled, own }) => enabled !== null && own !== "/dev/null");
  }
  const job = await isThere(host, "/etc/cron.daily/apt-compat");
  return job && ((await isThere(host, "/usr/sbin/cron")) || (await isThere(host, "/usr/sbin/anacron")));
}

type Switches = { readonly switches: ReadonlyMap<string, string>; readonly source: string };

async function readSwitches(host: Host): Promise<Switches | null> {
  const files = await readPeriodicFiles(host);
  return files === null ? null : { switches: files.switches, source: files.paths.join(", ") || "/etc/apt/apt.conf.d" };
}

/** When the files are not plain, apt itself has to work them out. */
async function askApt(host: Host, signal: AbortSignal): Promise<Switches | { readonly refusal: Refusal }> {
  const result = await host.run("apt-config", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)) };
  const config = parseAptConfig(result.stdout);
  return config.ok ? { switches: config.value, source: commandLine("apt-config") } : { refusal: unknown("unparsed", config.detail) };
}

/** Unattended upgrades of apt: switched on, installed and started by something. https://wiki.debian.org/UnattendedUpgrades */
export const automaticUpdates: Probe<"automatic-updates"> = {
  id: "linux.automatic-updates",
  fact: "automatic-updates",
  uses: ["apt-config"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    if (!(await isThere(host, "/usr/bin/apt"))) return couldNotSee(unknown("not-supported", "automatic updates are read with apt only"));
    const [installed, scheduled] = await Promise.all([isThere(host, "/usr/bin/unattended-upgrade"), isScheduled(host)]);
    const proof = [
      evidence("/usr/bin/unattended-upgrade", installed ? "installed" : "not installed"),
      evidence("apt-daily.timer, apt-daily-upgrade.timer, /etc/cron.daily/apt-compat", scheduled ? "scheduled" : "not scheduled"),
    ];
    // Whatever apt's switches say, nothing would be installed then: apt need not be asked.
    if (!installed || !scheduled) return { observation: known({ enabled: false, mechanism, pausedUntil: null }), evidence: proof };
    const answer = (await readSwitches(host)) ?? (await askApt(host, signal));
    if ("refusal" in answer) return couldNotSee(answer.refusal);
    const { switches, source } = answer;
    return {
      observation: known({ enabled: periodicSwitchedOn(switches), mechanism, pausedUntil: null }),
      evidence: [
        evidence(
          source,
          keys.map((key) => `${key} ${switches.get(key.toLowerCase()) ?? "(not set)"}`),
        ),
        ...proof,
      ],
    };
  },
};
