import { mkdir, readFile, rm } from "node:fs/promises";
import { join, posix } from "node:path";
import { writeWhole } from "../../services/writeWhole.ts";
import { autostartEntry, isSwitchedOff } from "./autostartEntry.ts";
import type { LoginWish } from "./wish.ts";

export const autostartFile = "telework-preflight.desktop";

/** Where the desktop looks for programs of this person. A relative XDG_CONFIG_HOME is to be ignored. https://specifications.freedesktop.org/autostart-spec/latest/ */
export function autostartFolder(environment: { readonly [name: string]: string | undefined }, home: string): string {
  const configured = environment["XDG_CONFIG_HOME"];
  return posix.join(configured !== undefined && posix.isAbsolute(configured) ? configured : posix.join(home, ".config"), "autostart");
}

/** Writes or takes away the file. @returns whether the app starts at log-in now; null: it could not be done. Never throws. */
export async function applyAutostart(folder: string, command: readonly string[], { on, by }: LoginWish): Promise<boolean | null> {
  const file = join(folder, autostartFile);
  const entry = autostartEntry(command);
  if (entry === null) return null;
  try {
    const before = await readFile(file, "utf8").catch(() => null);
    if (!on) {
      await rm(file, { force: true });
      return false;
    }
    // Switched off in the desktop's own settings: that is the person's word too, and only a policy goes over it.
    if (by === "person" && before !== null && isSwitchedOff(before)) return false;
    if (before === entry) return true;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeWhole(file, entry, { mode: 0o644, replace: true });
    return true;
  } catch {
    return null;
  }
}
