import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { countOf, flagOf, type Settings } from "./gsettingsParser.ts";

/** Where a desktop of the GNOME family keeps its lock settings. Times are in units of `unitSeconds`. */
export interface GsettingsDesktop {
  readonly name: string;
  readonly enabled: readonly string[];
  readonly disabled: string;
  readonly idle: string;
  readonly delay: string;
  readonly unitSeconds: 1 | 60;
}

const gnome: GsettingsDesktop = {
  name: "GNOME",
  enabled: ["org.gnome.desktop.screensaver lock-enabled"],
  disabled: "org.gnome.desktop.lockdown disable-lock-screen",
  idle: "org.gnome.desktop.session idle-delay",
  delay: "org.gnome.desktop.screensaver lock-delay",
  unitSeconds: 1,
};
/** gnome-screensaver, which Budgie (budgie-screensaver) and GNOME Flashback carry on, activates only where it may: its own switch beside the others. */
const gnomeScreensaver: GsettingsDesktop = {
  ...gnome,
  enabled: [...gnome.enabled, "org.gnome.desktop.screensaver idle-activation-enabled"],
};
const cinnamon: GsettingsDesktop = {
  name: "Cinnamon",
  enabled: ["org.cinnamon.desktop.screensaver lock-enabled"],
  disabled: "org.cinnamon.desktop.lockdown disable-lock-screen",
  idle: "org.cinnamon.desktop.session idle-delay",
  delay: "org.cinnamon.desktop.screensaver lock-delay",
  unitSeconds: 1,
};
/** MATE counts in minutes, unlike GNOME: https://github.com/mate-desktop/mate-screensaver (org.mate.screensaver.gschema.xml). */
const mate: GsettingsDesktop = {
  name: "MATE",
  enabled: ["org.mate.screensaver lock-enabled", "org.mate.screensaver idle-activation-enabled"],
  disabled: "org.mate.lockdown disable-lock-screen",
  idle: "org.mate.session idle-delay",
  delay: "org.mate.screensaver lock-delay",
  unitSeconds: 60,
};
/** By the schemas that a dump holds. */
export const gsettingsDesktops = { gnome, cinnamon, mate } as const;
/** By the desktop that runs. Pantheon: https://github.com/elementary/gala (src/Widgets/SessionLocker.vala). */
export const gsettingsOf = {
  gnome,
  cinnamon,
  mate,
  budgie: { ...gnomeScreensaver, name: "Budgie" },
  flashback: { ...gnomeScreensaver, name: "GNOME Flashback" },
  unity: { ...gnome, name: "Unity" },
  pantheon: { ...gnome, name: "Pantheon" },
} as const;

/** The settings of this desktop that have a say in its lock, as they are shown. */
export function lockSettingsSeen(settings: Settings, desktop: GsettingsDesktop): readonly string[] {
  const { enabled, disabled, idle, delay } = desktop;
  return [...enabled, disabled, idle, delay].map((name) => `${name}: ${(settings.get(name) ?? "(not there)").slice(0, 100)}`);
}

/** Seconds without input until this desktop asks for a password, null for never. An idle delay of 0 means never. */
export function gsettingsLockAfter(settings: Settings, desktop: GsettingsDesktop): Parsed<number | null> {
  const switches = desktop.enabled.map((name) => flagOf(settings, name));
  const disabled = flagOf(settings, desktop.disabled);
  const idle = countOf(settings, desktop.idle);
  const delay = countOf(settings, desktop.delay);
  const bad = [...switches, disabled, idle, delay].find((one) => !one.ok);
  if (bad && !bad.ok) return bad;
  if (!disabled.ok || !idle.ok || !delay.ok) return notParsed("gsettings");
  const enabled = switches.every((one) => one.ok && one.value);
  return parsed(enabled && !disabled.value && idle.value > 0 ? (idle.value + delay.value) * desktop.unitSeconds : null);
}
