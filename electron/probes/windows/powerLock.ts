import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import type { PowerSetting } from "./powerValues.ts";
import type { LockTime } from "./screenSaver.ts";
import { refusalOf, type Setting, shown } from "./settings.ts";

type Power = FactValue<"screen-lock">["mechanisms"][number]["power"];

/** A mechanism as far as it could be read. */
export interface LockMechanism {
  readonly source: string;
  readonly power: Power;
  readonly time: LockTime;
}

export interface PowerLockInputs {
  readonly display: PowerSetting;
  readonly sleep: PowerSetting;
  /** 0: a policy or the scheme forbids standby, so that the PC never goes to sleep by itself. */
  readonly allowStandby: PowerSetting;
  /** "Require a password on wakeup". */
  readonly consoleLock: PowerSetting;
  /** Modern Standby, one that the screen has no part in, or no kind of standby at all (hibernation is none). */
  readonly kindOfSleep: Setting<"modern" | "older" | "none">;
  /** Seconds after the screen went off until Modern Standby asks for the password. */
  readonly delayLock: Setting<number>;
  readonly hasBattery: Setting<boolean>;
}

const neverDelay = 0xffffffff;
/** Index of no limit; also what does not fit a sensible time. */
export const isNever = (seconds: number | null) => seconds === null || seconds === 0 || seconds >= 0x7fffffff;

/** How long after a wait of `idle` the PC asks for the password. */
function lockTime(
  idle: Setting<number>,
  allowed: Setting<number>,
  consoleLock: Setting<number>,
  { kindOfSleep, delayLock }: PowerLockInputs,
): LockTime {
  if (allowed.ok && allowed.value === 0) return { ok: true, value: null };
  if (!idle.ok) return idle;
  if (idle.value === null) return { ok: false, refusal: unknown("unparsed", "the power scheme does not hold this setting") };
  if (isNever(idle.value)) return { ok: true, value: null };
  // A PC that cannot sleep keeps the scheme's times all the same: they never come.
  if (kindOfSleep.ok && kindOfSleep.value === "none") return { ok: true, value: null };
  const isModern = kindOfSleep.ok && kindOfSleep.value === "modern";
  const refusal = refusalOf(kindOfSleep, allowed, ...(isModern ? [delayLock] : [consoleLock]));
  if (refusal) return { ok: false, refusal };
  if (isModern) {
    // Not set: "every time", what Windows does by default, and always in a domain (policy AllowDomainDelayLock).
    const delay = (delayLock.ok ? delayLock.value : null) ?? 0;
    return { ok: true, value: delay === neverDelay ? null : idle.value + delay };
  }
  if (consoleLock.ok && consoleLock.value === null) return { ok: false, refusal: unknown("unparsed", "the power scheme does not hold CONSOLELOCK") };
  return { ok: true, value: consoleLock.ok && consoleLock.value === 1 ? idle.value : null };
}

/**
 * "Allow standby states" is documented for S1 to S3. Whether a PC still goes to Modern Standby when its screen turns off and that is forbidden, nothing
 * documents; laptops under a baseline were seen to lose their standby. https://github.com/SkipToTheEndpoint/OpenIntuneBaseline/issues/63
 */
const maybe = ({ ac, dc }: PowerSetting): PowerSetting => {
  const refusal = unknown("not-supported", "standby is forbidden, and what that does to Modern Standby is not documented");
  const read = (allowed: Setting<number>): Setting<number> => (allowed.ok && allowed.value === 0 ? { ok: false, refusal } : allowed);
  return { ac: read(ac), dc: read(dc) };
};

const same = (a: LockTime, b: LockTime) => a.ok && b.ok && a.value === b.value;

const seconds = (time: LockTime) => (time.ok ? (time.value ?? Number.POSITIVE_INFINITY) : null);

/** Could the PC lock later on battery than plugged in? */
function isLater(dc: LockTime, ac: LockTime): boolean {
  const [onBattery, pluggedIn] = [seconds(dc), seconds(ac)];
  return pluggedIn !== null && (onBattery === null ? pluggedIn !== Number.POSITIVE_INFINITY : onBattery > pluggedIn);
}

/**
 * Plugged in and on battery as one where they agree; without a battery there is only one. Battery not known: what holds plugged in, unless it
 * might come later on a battery.
 */
export function perPower(source: string, ac: LockTime, dc: LockTime, hasBattery: Setting<boolean>): readonly LockMechanism[] {
  if ((hasBattery.ok && hasBattery.value === false) || same(ac, dc)) return [{ source, power: "any", time: ac }];
  const plugged: LockMechanism = { source, power: "ac", time: ac };
  if (hasBattery.ok) return [plugged, { source, power: "battery", time: dc }];
  return isLater(dc, ac) ? [plugged, { source, power: "battery", time: hasBattery }] : [plugged];
}

/**
 * What the power settings lock. Sleep asks for the password on waking when "require a password" is on. Turning off the screen does so on Modern
 * Standby alone, where it is the beginning of sleep; on other PCs the screen comes back without a question. Hibernation is not counted: its time
 * ("hibernate after") is documented as one that begins with sleep, so that nothing shows it to come on a PC that has no standby.
 * https://learn.microsoft.com/windows-hardware/customize/power-settings/sleep-settings-hibernate-idle-timeout
 */
export function powerLock(inputs: PowerLockInputs): { readonly mechanisms: readonly LockMechanism[]; readonly seen: readonly string[] } {
  const { display, sleep, allowStandby, consoleLock, kindOfSleep, delayLock, hasBattery } = inputs;
  const of = (source: string, setting: PowerSetting, allowed: PowerSetting) => {
    const [ac, dc] = [lockTime(setting.ac, allowed.ac, consoleLock.ac, inputs), lockTime(setting.dc, allowed.dc, consoleLock.dc, inputs)];
    return perPower(source, ac, dc, hasBattery);
  };
  const screenLocks = !kindOfSleep.ok || kindOfSleep.value === "modern";
  return {
    mechanisms: [...of("sleep", sleep, allowStandby), ...(screenLocks ? of("display off (Modern Standby)", display, maybe(allowStandby)) : [])],
    seen: [
      shown("display off after, plugged in", display.ac),
      shown("display off after, battery", display.dc),
      shown("sleep after, plugged in", sleep.ac),
      shown("sleep after, battery", sleep.dc),
      shown("standby allowed, plugged in", allowStandby.ac),
      shown("standby allowed, battery", allowStandby.dc),
      shown("password on waking, plugged in", consoleLock.ac),
      shown("password on waking, battery", consoleLock.dc),
      `kind of sleep: ${kindOfSleep.ok ? kindOfSleep.value : "not readable"}`,
      shown("DelayLockInterval", delayLock),
      `battery: ${!hasBattery.ok ? "not readable" : hasBattery.value ? "yes" : "no"}`,
    ],
  };
}
