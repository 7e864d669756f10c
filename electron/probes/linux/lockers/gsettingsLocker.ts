import { unknown } from "../../../../shared/observation.ts";
import type { Host } from "../../../host/host.ts";
import { evidence } from "../../common/gather.ts";
import { gsettingsLockAfter, gsettingsOf, lockSettingsSeen } from "../gsettingsLock.ts";
import type { Settings } from "../gsettingsParser.ts";
import type { SessionDesktop } from "../sessionDesktop.ts";
import { sessionSettings } from "../sessionSettings.ts";
import { gdmRuns } from "./gdm.ts";
import { always, type LockerReading } from "./locker.ts";

type Family = keyof typeof gsettingsOf;

/** The programs that obey the settings of a desktop which does not lock by itself. All of them are programs of X11. */
const daemons: Readonly<Partial<Record<Family, readonly string[]>>> = {
  budgie: ["budgie-screensaver", "gnome-screensaver"],
  cinnamon: ["cinnamon-screensaver", "cinnamon-screensaver-main.py"],
  mate: ["mate-screensaver"],
};

/** Cinnamon locks by itself since 6.8, where this switch says so, and hands the lock over to a command of the user's where there is one. */
const cinnamonOwn = "org.cinnamon internal-screensaver-enabled";
const cinnamonCommand = "org.cinnamon.desktop.screensaver custom-screensaver-command";

/** A desktop whose settings lie in dconf, and what obeys them. null: the program that would does not run. */
export async function readGsettingsLocker(host: Host, session: SessionDesktop, family: Family, signal: AbortSignal): Promise<LockerReading | null> {
  const answer = await sessionSettings(host, signal);
  if ("refusal" in answer) return { mechanisms: [], evidence: [], refusal: answer.refusal };
  const desktop = gsettingsOf[family];
  const seen = [evidence(`gsettings (${desktop.name})`, lockSettingsSeen(answer.settings, desktop))];
  const lockAfter = gsettingsLockAfter(answer.settings, desktop);
  if (!lockAfter.ok) return { mechanisms: [], evidence: seen, refusal: unknown("unparsed", lockAfter.detail) };
  const reading = { mechanisms: [always(desktop.name, lockAfter.value)], evidence: seen, afterSleep: afterSleep(family, answer.settings) };
  if (family === "gnome") return throughGdm(host, session, reading);
  const command = family === "cinnamon" ? (answer.settings.get(cinnamonCommand) ?? "''") : "''";
  if (command !== "''") return { mechanisms: [], evidence: seen, refusal: unknown("not-supported", "Cinnamon: a command of the user's own locks") };
  return obeyed(session, family, answer.settings) ? reading : null;
}

/** Switches of the lock on suspend that are not those of the lock itself: Ubuntu's of GNOME, and that of Cinnamon's power manager. */
const sleepSwitches: Readonly<Partial<Record<Family, string>>> = {
  gnome: "org.gnome.desktop.screensaver ubuntu-lock-on-suspend",
  cinnamon: "org.cinnamon.settings-daemon.plugins.power lock-on-suspend",
};

function afterSleep(family: Family, settings: Settings): "locked" | "open" | null {
  const word = settings.get(sleepSwitches[family] ?? "");
  return word === "false" ? "open" : word === "true" ? "locked" : null;
}

function obeyed({ programs, wayland }: SessionDesktop, family: Family, settings: Settings): boolean {
  const needed = daemons[family];
  if (needed === undefined || programs.whole === undefined || (!wayland && programs.own(...needed).length > 0)) return true;
  // On Wayland Cinnamon uses its own locker, where the version has one.
  return family === "cinnamon" && (wayland ? settings.has(cinnamonOwn) : settings.get(cinnamonOwn) === "true");
}

async function throughGdm(host: Host, session: SessionDesktop, reading: LockerReading): Promise<LockerReading> {
  const { answer, seen } = await gdmRuns(host, session);
  const proof = [...reading.evidence, evidence("/proc, /run/systemd/sessions, display-manager.service", seen)];
  if (answer === "runs" || answer === "unseen") return { ...reading, evidence: proof };
  if (answer === "absent") return { mechanisms: [{ ...always("GNOME", null), missing: "gdm" }], evidence: proof };
  return {
    mechanisms: [],
    evidence: proof,
    refusal: unknown("failed", `GNOME locks through GDM alone, and whether that runs is not known: ${seen}`),
  };
}
