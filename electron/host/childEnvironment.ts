import type { Platform } from "../../shared/platform.ts";
import type { UserRecord } from "./userRecord.ts";
import { systemRoot } from "./windows/systemRoot.ts";

// What a command needs to reach the session of the person who is logged in. Everything else of our own environment
// (LD_PRELOAD, GSETTINGS_BACKEND, APT_CONFIG, XDG_CONFIG_HOME, PATH, ...) could change an answer and is left out.
const passedOn: Readonly<Record<Platform, readonly string[]>> = {
  linux: ["XDG_RUNTIME_DIR", "XDG_CURRENT_DESKTOP", "DBUS_SESSION_BUS_ADDRESS"],
  macos: ["TMPDIR"],
  windows: ["TEMP", "TMP", "USERNAME"],
};

/** Whose settings a command reads: the user's own by the record of the OS, wherever HOME, USERPROFILE or APPDATA may point. */
function person(platform: Platform, record: UserRecord | undefined): Readonly<Record<string, string>> {
  if (record === undefined) return {};
  const own = { USERPROFILE: record.home, APPDATA: `${record.home}\\AppData\\Roaming`, LOCALAPPDATA: `${record.home}\\AppData\\Local` };
  return platform === "windows" ? own : { HOME: record.home, USER: record.name, LOGNAME: record.name };
}

/** A fixed folder to run in, so that no program of the folder we were started in is ever found. */
export function childFolder(platform: Platform, environment: NodeJS.ProcessEnv): string {
  return platform === "windows" ? `${systemRoot(environment)}\\System32` : "/";
}

function fixed(platform: Platform, environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  switch (platform) {
    case "windows": {
      const root = systemRoot(environment);
      const drive = root.slice(0, 2);
      // As Windows is installed; what is elsewhere is looked up in the registry by whoever needs it.
      const common = { SystemRoot: root, SystemDrive: drive, ProgramData: `${drive}\\ProgramData`, ProgramFiles: `${drive}\\Program Files` };
      return { ...common, PATH: `${root}\\System32;${root};${root}\\System32\\Wbem` };
    }
    // macOS has no C.UTF-8; plain C leaves the bytes of its tools alone.
    case "macos":
      return { PATH: "/usr/bin:/bin:/usr/sbin:/sbin", LC_ALL: "C", LANGUAGE: "", TZ: "UTC" };
    // C.UTF-8: nmcli and apt do not translate, and a Japanese SSID stays readable. UTC: dates without a zone are comparable.
    case "linux":
      return { PATH: "/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C.UTF-8", LANGUAGE: "", TZ: "UTC" };
  }
}

function valuesOf(names: readonly string[], environment: NodeJS.ProcessEnv): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

/** The whole environment of every command that the app runs. */
export function childEnvironment(platform: Platform, environment: NodeJS.ProcessEnv, record: UserRecord | undefined): Record<string, string> {
  return { ...valuesOf(passedOn[platform], environment), ...person(platform, record), ...fixed(platform, environment) };
}

// What a program with windows needs beside that: where the screen is, the language, the input method (without it nobody can type Japanese).
const windowed: Readonly<Record<Platform, readonly string[]>> = {
  linux: [
    ...["HOME", "USER", "LOGNAME", "XDG_CONFIG_HOME"],
    ...["DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "XDG_SESSION_TYPE", "XDG_SESSION_DESKTOP", "XDG_SESSION_ID", "DESKTOP_SESSION", "SHELL"],
    ...["XDG_DATA_DIRS", "XDG_CONFIG_DIRS", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "KDE_FULL_SESSION", "KDE_SESSION_VERSION"],
    ...["GTK_IM_MODULE", "QT_IM_MODULE", "XMODIFIERS", "INPUT_METHOD", "LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_TIME", "TZ"],
  ],
  macos: ["HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "__CF_USER_TEXT_ENCODING"],
  windows: [
    "ProgramData",
    "ProgramFiles",
    "APPDATA",
    "LOCALAPPDATA",
    "ProgramFiles(x86)",
    "ProgramW6432",
    "CommonProgramFiles",
    "CommonProgramFiles(x86)",
    "PUBLIC",
    "ALLUSERSPROFILE",
    "HOMEDRIVE",
  ].concat([
    "HOMEPATH",
    "USERPROFILE",
    "USERDOMAIN",
    "LOGONSERVER",
    "COMPUTERNAME",
    "SESSIONNAME",
    "NUMBER_OF_PROCESSORS",
    "OS",
    "PATHEXT",
    "ComSpec",
  ]),
};

/** The environment of a program that is started for a person and left alone. Language and time zone stay theirs; LD_PRELOAD, PATH and the like are not passed on. */
export function programEnvironment(platform: Platform, environment: NodeJS.ProcessEnv): Record<string, string> {
  const { LC_ALL: _plain, LANGUAGE: _none, TZ: _utc, ...base } = childEnvironment(platform, environment, undefined);
  return { ...base, ...valuesOf(windowed[platform], environment) };
}
