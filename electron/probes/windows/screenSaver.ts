import { unknown } from "../../../shared/observation.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { RegistryAnswers } from "./registry.ts";
import { firstSet, numberOf, numeralOf, refusalOf, type Setting, shown, textOf } from "./settings.ts";

export const screenSaverKeys = ["desktop-policy", "desktop-user", "winlogon-grace"] as const;
type Keys = RegistryAnswers<(typeof screenSaverKeys)[number]>;

/** Seconds until a mechanism locks, null when it never does, or why that could not be read. */
export type LockTime = Setting<number>;

const never: Setting<never> = { ok: true, value: null };
/** Seconds in which a movement of the mouse still ends the screen saver without a password. Microsoft's default of ScreenSaverGracePeriod. */
const defaultGrace = 5;

/** Whether the programs that policy and user name are there; absent in the output of an older script. */
export type SaverPrograms = Partial<Pick<DeviceBlock<"session">, "saverPolicy" | "saverUser">>;

// Older Windows and scripts write the choice "(None)" out, in the PC's language.
const isNamed = (program: Setting<string>) => program.ok && program.value !== null && program.value !== "" && !/^[(（].*[)）]$/.test(program.value);

/**
 * The program that starts: the policy's, which Windows ignores where it is not installed, else the user's.
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-controlpaneldisplay#cpl_personalization_setscreensaver
 */
function programOf(
  keys: Keys,
  { saverPolicy, saverUser }: SaverPrograms,
): { readonly name: Setting<string>; readonly there: boolean | null | undefined } {
  const policy = textOf(keys["desktop-policy"], "SCRNSAVE.EXE");
  const name = firstSet(policy, textOf(keys["desktop-user"], "SCRNSAVE.EXE"));
  const isPolicy = !policy.ok || policy.value !== null;
  if (!isPolicy) return { name, there: saverUser };
  return saverPolicy === false && isNamed(policy)
    ? { name: textOf(keys["desktop-user"], "SCRNSAVE.EXE"), there: saverUser }
    : { name, there: saverPolicy };
}

/**
 * When the screen saver starts, and when it locks. It must be on, have a time and be a program that is there: "(None)" is chosen by taking SCRNSAVE.EXE
 * away, and then nothing starts though ScreenSaveActive stays 1. To lock it must also ask for the password. Policy goes before the user's setting,
 * value by value.
 */
export function screenSaverLock(
  keys: Keys,
  programs: SaverPrograms = {},
): { readonly time: LockTime; readonly starts: LockTime; readonly seen: readonly string[] } {
  const number = (name: string) => firstSet(numeralOf(keys["desktop-policy"], name), numeralOf(keys["desktop-user"], name));
  const active = number("ScreenSaveActive");
  const secure = number("ScreenSaverIsSecure");
  const timeout = number("ScreenSaveTimeOut");
  const { name, there } = programOf(keys, programs);
  const isProgram = !name.ok || (isNamed(name) && there !== false);
  const found: Setting<never> =
    there === null ? { ok: false, refusal: unknown("unparsed", "whether the screen saver is there could not be seen") } : never;
  const grace = numberOf(keys["winlogon-grace"], "ScreenSaverGracePeriod");
  const seen = [
    shown("ScreenSaveActive", active),
    shown("ScreenSaverIsSecure", secure),
    shown("ScreenSaveTimeOut", timeout),
    // The path may hold the user's name, and only whether there is one matters.
    `SCRNSAVE.EXE: ${!name.ok ? "not readable" : isProgram ? "set" : isNamed(name) ? "set, but the file is not there" : "(none)"}`,
    shown("ScreenSaverGracePeriod", grace),
  ];
  const isOff = (setting: Setting<number>, ...on: readonly number[]) =>
    setting.ok && (setting.value === null || setting.value === 0 || (on.length > 0 && !on.includes(setting.value)));
  const starts = ((): LockTime => {
    if (isOff(active, 1) || isOff(timeout) || !isProgram) return never;
    const refusal = refusalOf(active, timeout, name, found, grace);
    if (refusal) return { ok: false, refusal };
    return timeout.ok && timeout.value !== null && grace.ok ? { ok: true, value: timeout.value + (grace.value ?? defaultGrace) } : never;
  })();
  const refusal = refusalOf(secure);
  const time = isOff(secure, 1) || (starts.ok && starts.value === null) ? never : refusal ? ({ ok: false, refusal } as const) : starts;
  return { time, starts, seen };
}
