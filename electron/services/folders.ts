import path from "node:path";
import type { Platform } from "../../shared/platform.ts";

export interface Folders {
  /** Per user: exceptions, declarations, history, journal. */
  readonly state: string;
  /** Per machine, writable by administrators alone: the organisation's policy. On Windows as it is installed; `managedFolderOf` asks where it is. */
  readonly managed: string;
}

interface Environment {
  readonly [name: string]: string | undefined;
  readonly XDG_STATE_HOME?: string | undefined;
  readonly LOCALAPPDATA?: string | undefined;
}

/** The value of an environment variable when it is an absolute path: a relative one would follow the current directory. */
function absolute(value: string | undefined, flavour: path.PlatformPath): string | undefined {
  return value !== undefined && flavour.isAbsolute(value) ? value : undefined;
}

/**
 * Where state and managed policy live on this OS.
 * Linux: XDG Base Directory Specification (relative values are to be ignored, https://specifications.freedesktop.org/basedir-spec/latest/).
 * @param home the home folder of the user, absolute.
 */
export function defaultFolders(platform: Platform, env: Environment, home: string): Folders {
  const folders: Readonly<Record<Platform, () => Folders>> = {
    linux: () => ({
      state: path.posix.join(absolute(env.XDG_STATE_HOME, path.posix) ?? path.posix.join(home, ".local/state"), "telework-preflight"),
      managed: "/etc/telework-preflight",
    }),
    macos: () => ({
      state: path.posix.join(home, "Library/Application Support/Preflight"),
      managed: "/Library/Application Support/Preflight",
    }),
    windows: () => ({
      state: path.win32.join(absolute(env.LOCALAPPDATA, path.win32) ?? path.win32.join(home, "AppData\\Local"), "Preflight"),
      managed: "C:\\ProgramData\\Preflight",
    }),
  };
  return folders[platform]();
}
