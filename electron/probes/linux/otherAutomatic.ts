import { assertNever } from "../../../shared/assertNever.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Gathered } from "../probe.ts";
import type { Manager } from "./managers.ts";
import { lastValue } from "./sectionFile.ts";
import { readSettingFiles } from "./settingFiles.ts";
import { isTimerEnabled } from "./systemdTimers.ts";

type Answer = Gathered<"automatic-updates">;
const says = (enabled: boolean, mechanism: string, seen: readonly string[]): Answer => ({
  observation: known({ enabled, mechanism, pausedUntil: null }),
  evidence: [evidence(mechanism, seen)],
});

async function enabledTimers(host: Host, timers: readonly string[]): Promise<readonly string[]> {
  const states = await Promise.all(timers.map((timer) => isTimerEnabled(host, timer)));
  return timers.filter((_, index) => states[index]);
}

const isYes = (value: string | undefined) => /^(1|yes|true|on)$/i.test(value ?? "");

/**
 * dnf-automatic and the automatic plug-in of dnf5: a timer that is enabled, and "apply_updates = yes" in their file, which says no as it comes. One of the
 * older timers installs whatever the file says. https://dnf.readthedocs.io/en/latest/automatic.html, dnf5-automatic(8)
 */
async function dnfAutomatic(host: Host): Promise<Answer> {
  const installs = await enabledTimers(host, ["dnf-automatic-install.timer"]);
  const timers = await enabledTimers(host, ["dnf-automatic.timer", "dnf5-automatic.timer"]);
  const files = await readSettingFiles(host, ["/usr/share/dnf5/dnf5-plugins/automatic.conf", "/etc/dnf/automatic.conf"]);
  if (installs.length === 0 && timers.length > 0 && files.shut.length > 0)
    return couldNotSee(unknown("denied", `${files.shut.join(", ")}: may not be read`));
  const apply = lastValue(files.read, "commands", "apply_updates");
  return says(installs.length > 0 || (timers.length > 0 && isYes(apply)), "dnf-automatic", [
    `enabled timers: ${[...installs, ...timers].join(", ") || "none"}`,
    `apply_updates: ${apply ?? "(not set)"}`,
  ]);
}

/**
 * rpm-ostree's own service with a policy that fetches whole images, or one of the services that images bring along.
 * https://coreos.github.io/rpm-ostree/administrator-handbook/#automatic-updates, https://bootc-dev.github.io/bootc/upgrades.html, https://github.com/ublue-os/uupd
 */
async function ostreeAutomatic(host: Host): Promise<Answer> {
  const others = await enabledTimers(host, ["bootc-fetch-apply-updates.timer", "uupd.timer", "ublue-update.timer"]);
  const own = await enabledTimers(host, ["rpm-ostreed-automatic.timer"]);
  const files = await readSettingFiles(host, ["/usr/lib/rpm-ostreed.conf", "/etc/rpm-ostreed.conf"]);
  if (others.length === 0 && files.shut.length > 0) return couldNotSee(unknown("denied", `${files.shut.join(", ")}: may not be read`));
  const policy = lastValue(files.read, "Daemon", "AutomaticUpdatePolicy") ?? "none";
  return says(others.length > 0 || (own.length > 0 && /^(stage|apply|ex-stage)$/.test(policy)), "rpm-ostree", [
    `enabled timers: ${[...others, ...own].join(", ") || "none"}`,
    `AutomaticUpdatePolicy: ${policy}`,
  ]);
}

/** openSUSE and SUSE: the timers of transactional-update and os-update, and YaST's switch for patches by cron. */
async function zypperAutomatic(host: Host): Promise<Answer> {
  const timers = await enabledTimers(host, ["transactional-update.timer", "os-update.timer"]);
  const files = await readSettingFiles(host, ["/etc/sysconfig/automatic_online_update"]);
  const job = isYes(lastValue(files.read, "", "AOU_ENABLE_CRONJOB"));
  if (timers.length === 0 && files.shut.length > 0) return couldNotSee(unknown("denied", `${files.shut.join(", ")}: may not be read`));
  return says(timers.length > 0 || job, timers[0]?.replace(".timer", "") ?? "zypper", [
    `enabled timers: ${timers.join(", ") || "none"}`,
    `AOU_ENABLE_CRONJOB: ${job ? "on" : "off"}`,
  ]);
}

/** Automatic updates where apt is not what keeps the system up to date. pacman, apk and xbps bring no such thing, and their makers advise against it. */
export async function otherAutomatic(host: Host, manager: Exclude<Manager, "apt">): Promise<Answer> {
  switch (manager) {
    case "dnf":
    case "dnf5":
      return dnfAutomatic(host);
    case "rpm-ostree":
    case "bootc":
      return ostreeAutomatic(host);
    case "zypper":
      return zypperAutomatic(host);
    case "nix": {
      // https://nixos.org/manual/nixos/stable/#sec-upgrading-automatic
      const timers = await enabledTimers(host, ["nixos-upgrade.timer"]);
      return says(timers.length > 0, "system.autoUpgrade", [`enabled timers: ${timers.join(", ") || "none"}`]);
    }
    case "pacman":
    case "apk":
    case "xbps":
      return says(false, manager, [`${manager} installs nothing by itself`]);
    default:
      return assertNever(manager);
  }
}
