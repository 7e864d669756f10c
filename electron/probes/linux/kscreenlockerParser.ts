import { notParsed, type Parsed, parsed } from "../common/gather.ts";

interface Entry {
  readonly value: string;
  readonly immutable: boolean;
}
type Entries = ReadonlyMap<string, Entry>;

/**
 * The group [Daemon] of one kscreenlockerrc. `[$i]` after a key, after the group, or alone on a line before any group makes values that
 * files of the user cannot change (https://develop.kde.org/docs/administration/kiosk/introduction/).
 */
function daemonGroup(text: string): Entries {
  const entries = new Map<string, Entry>();
  let fileImmutable = false;
  let group: { readonly daemon: boolean; readonly immutable: boolean } | null = null;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (line === "[$i]" && group === null) {
      fileImmutable = true;
    } else if (line.startsWith("[")) {
      group = { daemon: /^\[Daemon\](\[\$i\])?$/.test(line), immutable: line.endsWith("[$i]") };
    } else if (group?.daemon) {
      const [, key, flag, value] = /^([A-Za-z0-9]+)(\[\$[a-z]+\])?\s*=\s*(.*)$/.exec(line) ?? [];
      if (key !== undefined) {
        entries.set(key, { value: value ?? "", immutable: fileImmutable || group.immutable || (flag ?? "").includes("i") });
      }
    }
  }
  return entries;
}

/** Files from the weakest (system) to the strongest (user). An immutable value stays. */
function effective(files: readonly string[]): ReadonlyMap<string, string> {
  const merged = new Map<string, Entry>();
  for (const file of files) {
    for (const [key, entry] of daemonGroup(file)) {
      if (!merged.get(key)?.immutable) merged.set(key, entry);
    }
  }
  return new Map([...merged].map(([key, { value }]) => [key, value] as const));
}

/** KConfig accepts these words; anything else is not a value that we can judge. */
function flag(value: string | undefined, otherwise: boolean): boolean | null {
  if (value === undefined) return otherwise;
  const word = value.toLowerCase();
  if (["true", "on", "yes", "1"].includes(word)) return true;
  return ["false", "off", "no", "0"].includes(word) ? false : null;
}

/** Minutes may have a fraction, and a grace of -1 means that no password is asked for. */
function count(value: string | undefined, otherwise: number): number | null {
  if (value === undefined) return otherwise;
  return /^-?\d{1,6}(\.\d{1,6})?$/.test(value) ? Number(value) : null;
}

/** Does KDE ask for a password after sleep? LockOnResume, true by default. null: a value that is none. */
export function kdeAfterSleep(files: readonly string[]): "locked" | "open" | null {
  const found = effective(files);
  const resume = flag(found.get("LockOnResume"), true);
  const password = flag(found.get("RequirePassword"), true);
  if (resume === null || password === null) return null;
  return resume && password ? "locked" : "open";
}

/**
 * Seconds until KDE's screen locker asks for a password, null for never. Defaults of kscreenlocker (settings/kscreenlockersettings.kcfg,
 * https://invent.kde.org/plasma/kscreenlocker): Autolock true, Timeout 5 minutes, LockGrace 5 seconds.
 */
export function kdeLockAfter(files: readonly string[]): Parsed<number | null> {
  const found = effective(files);
  const autolock = flag(found.get("Autolock"), true);
  const password = flag(found.get("RequirePassword"), true);
  const minutes = count(found.get("Timeout"), 5);
  const grace = count(found.get("LockGrace"), 5);
  if (autolock === null || password === null || minutes === null || grace === null) return notParsed("kscreenlockerrc: a value is not of its kind");
  // A time-out of 0 is what scripts write to mean "never".
  return parsed(autolock && password && minutes > 0 && grace >= 0 ? minutes * 60 + grace : null);
}
