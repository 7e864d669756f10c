import { isNever, type LockMechanism, perPower } from "./powerLock.ts";
import type { PowerSetting } from "./powerValues.ts";
import type { RegistryAnswer, RegistryAnswers } from "./registry.ts";
import { type LockTime, type SaverPrograms, type screenSaverKeys, screenSaverLock } from "./screenSaver.ts";
import { dwordOf, refusalOf, type Setting, shown } from "./settings.ts";

type Keys = RegistryAnswers<"policies-system" | (typeof screenSaverKeys)[number]>;

interface SettingsLock {
  readonly mechanisms: readonly LockMechanism[];
  /** When the screen saver starts, whether or not it asks for the password. */
  readonly saverStarts: LockTime;
  readonly seen: readonly string[];
}

/**
 * The limit of device management: minutes, and only where a password is demanded (DevicePasswordEnabled, of which 0 means yes).
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-devicelock#maxinactivitytimedevicelock
 */
function managedLimit(key: RegistryAnswer): LockTime {
  const [minutes, password] = [dwordOf(key, "MaxInactivityTimeDeviceLock"), dwordOf(key, "DevicePasswordEnabled")];
  const refusal = refusalOf(minutes, password);
  if (refusal) return { ok: false, refusal };
  const isSet = minutes.ok && password.ok && minutes.value !== null && minutes.value > 0 && password.value === 0;
  return { ok: true, value: isSet ? (minutes.value ?? 0) * 60 : null };
}

const counts = ({ time }: LockMechanism) => !time.ok || time.value !== null;

/** The inactivity limits and the screen saver; all lock on any power. `managed`: undefined where an older recording did not ask. */
export function settingsLock(found: Keys, managed: RegistryAnswer | undefined, programs: SaverPrograms): SettingsLock {
  const limit = dwordOf(found["policies-system"], "InactivityTimeoutSecs");
  const saver = screenSaverLock(found, programs);
  const byManagement: LockMechanism[] =
    managed === undefined ? [] : [{ source: "device management limit", power: "any", time: managedLimit(managed) }];
  return {
    mechanisms: [
      // Not set and 0 both mean no limit. https://learn.microsoft.com/previous-versions/windows/it-pro/windows-10/security/threat-protection/security-policy-settings/interactive-logon-machine-inactivity-limit
      { source: "machine inactivity limit", power: "any", time: limit.ok ? { ok: true, value: limit.value || null } : limit },
      ...byManagement.filter(counts),
      { source: "screen saver", power: "any", time: saver.time },
    ],
    saverStarts: saver.starts,
    seen: [
      shown("InactivityTimeoutSecs", limit),
      managed === undefined
        ? "MaxInactivityTimeDeviceLock: not asked"
        : shown("MaxInactivityTimeDeviceLock", dwordOf(managed, "MaxInactivityTimeDeviceLock")),
      ...saver.seen,
    ],
  };
}

/**
 * What locks sooner than a machine inactivity limit that is set: with one, Windows also locks when the screen saver starts, with a password or without,
 * and when the power settings turn off the screen. https://github.com/MicrosoftDocs/windows-itpro-docs/issues/6147
 */
export function limitLocks(
  found: Keys,
  { saverStarts }: SettingsLock,
  display: PowerSetting,
  hasBattery: Setting<boolean>,
): readonly LockMechanism[] {
  const limit = dwordOf(found["policies-system"], "InactivityTimeoutSecs");
  if (!limit.ok || !limit.value) return [];
  const atLatest = limit.value;
  // 0 is "never", and so is what does not fit a sensible time: then the limit is what locks. Both kinds of power stay, else one would speak for both.
  const soonest = (idle: Setting<number>): LockTime =>
    idle.ok ? { ok: true, value: isNever(idle.value) ? atLatest : Math.min(idle.value ?? atLatest, atLatest) } : idle;
  const mechanisms: readonly LockMechanism[] = [
    { source: "screen saver (inactivity limit)", power: "any", time: soonest(saverStarts) },
    ...perPower("display off (inactivity limit)", soonest(display.ac), soonest(display.dc), hasBattery),
  ];
  return mechanisms.filter(({ power, time }) => power !== "any" || !time.ok || time.value !== atLatest);
}
