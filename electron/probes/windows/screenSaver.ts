import type { Refusal } from "../common/gather.ts";
import type { RegistryAnswers } from "./registry.ts";
import { firstSet, numberOf, numeralOf, refusalOf, type Setting, shown, textOf } from "./settings.ts";

export const screenSaverKeys = ["desktop-policy", "desktop-user", "winlogon-grace"] as const;
type Keys = RegistryAnswers<(typeof screenSaverKeys)[number]>;

/** Seconds until a mechanism locks, null when it never does, or why that could not be read. */
export type LockTime = Setting<number>;

const never: LockTime = { ok: true, value: null };
/** Seconds in which a movement of the mouse still ends the screen saver without a password. Microsoft's default of ScreenSaverGracePeriod. */
const defaultGrace = 5;

/**
 * When the screen saver locks. It must be on, ask for the password, have a time and be a program: "(None)" is chosen by taking SCRNSAVE.EXE
 * away, and then nothing starts though ScreenSaveActive stays 1. Policy goes before the user's setting, value by value.
 */
export function screenSaverLock(keys: Keys): { readonly time: LockTime; readonly seen: readonly string[] } {
  const number = (name: string) => firstSet(numeralOf(keys["desktop-policy"], name), numeralOf(keys["desktop-user"], name));
  const active = number("ScreenSaveActive");
  const secure = number("ScreenSaverIsSecure");
  const timeout = number("ScreenSaveTimeOut");
  const program = firstSet(textOf(keys["desktop-policy"], "SCRNSAVE.EXE"), textOf(keys["desktop-user"], "SCRNSAVE.EXE"));
  // Older Windows and scripts write the choice "(None)" out, in the PC's language.
  const isProgram = !program.ok || (program.value !== null && program.value !== "" && !/^[(（].*[)）]$/.test(program.value));
  const grace = numberOf(keys["winlogon-grace"], "ScreenSaverGracePeriod");
  const seen = [
    shown("ScreenSaveActive", active),
    shown("ScreenSaverIsSecure", secure),
    shown("ScreenSaveTimeOut", timeout),
    // The path may hold the user's name, and only whether there is one matters.
    `SCRNSAVE.EXE: ${!program.ok ? "not readable" : isProgram ? "set" : "(none)"}`,
    shown("ScreenSaverGracePeriod", grace),
  ];
  const isOff = (setting: Setting<number>) => setting.ok && (setting.value === null || setting.value === 0);
  if (isOff(active) || isOff(secure) || isOff(timeout) || !isProgram) return { time: never, seen };
  const refusal: Refusal | undefined = refusalOf(active, secure, timeout, program, grace);
  if (refusal || !timeout.ok || timeout.value === null || !grace.ok || !active.ok || !secure.ok) {
    return { time: refusal ? { ok: false, refusal } : never, seen };
  }
  if (active.value !== 1 || secure.value !== 1) return { time: never, seen };
  return { time: { ok: true, value: timeout.value + (grace.value ?? defaultGrace) }, seen };
}
