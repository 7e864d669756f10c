import type { Host } from "../../host/host.ts";
import { lastValue, type Sections } from "./sectionFile.ts";
import { readSettingFiles, type SettingFiles } from "./settingFiles.ts";

const isTrue = (value: string | undefined) => ["true", "1", "yes", "on"].includes((value ?? "").toLowerCase());
const seats = /^(Seat(Defaults|:.*))$/;

/** Programs that ask for the name and password, where they keep their settings, and when these sign somebody in without asking. */
const managers = [
  {
    units: ["gdm.service", "gdm3.service"],
    paths: ["/etc/gdm3/daemon.conf", "/etc/gdm3/custom.conf", "/etc/gdm/custom.conf"],
    signsIn: (files: readonly Sections[]) =>
      (isTrue(lastValue(files, "daemon", "AutomaticLoginEnable")) && (lastValue(files, "daemon", "AutomaticLogin") ?? "") !== "") ||
      (isTrue(lastValue(files, "daemon", "TimedLoginEnable")) && (lastValue(files, "daemon", "TimedLogin") ?? "") !== ""),
  },
  {
    units: ["sddm.service"],
    paths: ["/usr/lib/sddm/sddm.conf.d/", "/etc/sddm.conf.d/", "/etc/sddm.conf"],
    // The section matters: [Theme] and [Users] have keys of like names.
    signsIn: (files: readonly Sections[]) => (lastValue(files, "Autologin", "User") ?? "") !== "",
  },
  {
    units: ["lightdm.service"],
    paths: ["/usr/share/lightdm/lightdm.conf.d/", "/etc/lightdm/lightdm.conf.d/", "/etc/lightdm/lightdm.conf"],
    signsIn: (files: readonly Sections[]) =>
      (lastValue(files, seats, "autologin-user") ?? "") !== "" || isTrue(lastValue(files, seats, "autologin-guest")),
  },
  {
    units: ["greetd.service"],
    paths: ["/etc/greetd/config.toml"],
    signsIn: (files: readonly Sections[]) => lastValue(files, "initial_session", "command") !== undefined,
  },
] as const;

const gettyFolders = ["/etc/systemd/system/getty@tty1.service.d/", "/etc/systemd/system/getty@.service.d/"] as const;

export interface SignInSettings {
  readonly autoLogin: boolean | null;
  readonly guest: boolean | null;
  readonly seen: readonly string[];
}

/** `agetty --autologin hana` in an override of the text console. */
export function gettySignsIn(texts: readonly string[]): boolean {
  return texts.some((text) => /^\s*ExecStart=.*\s(--autologin|-a)[\s=]/m.test(text));
}

function guestAllowed({ read, shut, paths }: SettingFiles, inUse: boolean): boolean | null {
  if (!inUse && paths.length === 0) return false;
  if (shut.length > 0) return null;
  // The rule counts only with a program that makes guest accounts, which distributions ceased to ship; without the rule nothing is certain.
  const rule = lastValue(read, seats, "allow-guest");
  return rule === undefined ? (inUse ? null : false) : isTrue(rule);
}

/**
 * Does the PC sign somebody in by itself, and may a guest sign in? A display manager that is not known here, or settings that only root can read, leave
 * that open: null.
 */
export async function readSignIn(host: Host): Promise<SignInSettings> {
  const [link, getty, ...files] = await Promise.all([
    host.readLink("/etc/systemd/system/display-manager.service"),
    readSettingFiles(host, gettyFolders),
    ...managers.map(({ paths }) => readSettingFiles(host, paths)),
  ]);
  const unit = link?.split("/").at(-1) ?? null;
  const used = managers.findIndex(({ units }) => (units as readonly string[]).includes(unit ?? ""));
  // Only the one that is started has a say; without systemd's link all of them.
  const relevant = managers.map((manager, index) => ({ manager, file: files[index] })).filter((_one, index) => unit === null || index === used);
  const on = relevant.some(({ manager, file }) => file !== undefined && manager.signsIn(file.read)) || gettySignsIn(getty.texts);
  const dark = (unit !== null && used < 0) || getty.shut.length > 0 || relevant.some(({ file }) => (file?.shut.length ?? 0) > 0);
  const lightdm = files[2];
  return {
    autoLogin: on ? true : dark ? null : false,
    guest: lightdm === undefined ? null : guestAllowed(lightdm, unit === "lightdm.service"),
    seen: [`display manager: ${unit ?? "(none)"}`, `settings of: ${[...getty.paths, ...files.flatMap(({ paths }) => paths)].join(", ") || "(none)"}`],
  };
}
