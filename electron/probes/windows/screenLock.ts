import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import type { CommandId } from "../../host/commands.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandRefusal, complaint, couldNotSee, evidence, outside, type Refusal } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import { limitLocks, settingsLock } from "./limitLock.ts";
import { type PowerSettingId, parsePowercfg, parseSleepStates } from "./powercfgParser.ts";
import { type LockMechanism, type PowerLockInputs, powerLock } from "./powerLock.ts";
import { allowStandbyOf, type PowerSetting, powerKeys, powerSettingOf } from "./powerValues.ts";
import { type RegistryAnswer, type RegistryAnswers, readRegistry, readRegistryKeys, registryCommands } from "./registry.ts";
import { remoteOf } from "./remoteSession.ts";
import { screenSaverKeys } from "./screenSaver.ts";
import { dwordOf, numberOf, type Setting } from "./settings.ts";

const keys = ["policies-system", ...screenSaverKeys, ...powerKeys] as const;
type Keys = RegistryAnswers<(typeof keys)[number]>;

/** Every named standard accepts a lock within 15 minutes: one that is proved to come this soon needs no word from what could not be read. */
const soonEnough = 900;

const queries = {
  videoidle: "powercfg-query-videoidle",
  standbyidle: "powercfg-query-standbyidle",
  consolelock: "powercfg-query-consolelock",
} as const satisfies Record<PowerSettingId, CommandId>;

/** A power setting: from the registry, and only where that has nothing of it from powercfg. */
async function readPower(host: Host, found: Keys, id: PowerSettingId, signal: AbortSignal): Promise<PowerSetting> {
  const setting = powerSettingOf(found, id);
  const has = ({ ok, value }: { readonly ok: boolean; readonly value?: number | null }) => ok && value !== null;
  if (has(setting.ac) && has(setting.dc)) return setting;
  const result = await host.run(queries[id], signal);
  const refusal = commandRefusal(result);
  const values = refusal ? null : parsePowercfg(result.stdout, id);
  if (result.code === 0 && values?.ok) {
    return {
      ac: has(setting.ac) ? setting.ac : { ok: true, value: values.value.ac },
      dc: has(setting.dc) ? setting.dc : { ok: true, value: values.value.dc },
    };
  }
  const failed: Setting<number> = { ok: false, refusal: refusal ?? unknown("unparsed", values?.ok === false ? values.detail : complaint(result)) };
  return { ac: has(setting.ac) ? setting.ac : failed, dc: has(setting.dc) ? setting.dc : failed };
}

async function readSleep(host: Host, signal: AbortSignal): Promise<PowerLockInputs["kindOfSleep"]> {
  const result = await host.run("powercfg-sleep-states", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { ok: false, refusal };
  const states = parseSleepStates(result.stdout);
  if (result.code !== 0 || !states.ok) return { ok: false, refusal: unknown("unparsed", states.ok ? complaint(result) : states.detail) };
  return { ok: true, value: !states.value.sleeps ? "none" : states.value.modernStandby ? "modern" : "older" };
}

/**
 * Seconds until Modern Standby asks for the password. The user's choice counts only where the policy leaves it to them; 0 takes it away, and Windows asks
 * at once. https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-credentialproviders#allowdomaindelaylock
 */
function delayOf(user: RegistryAnswer, policy: RegistryAnswer | undefined): Setting<number> {
  const own = numberOf(user, "DelayLockInterval");
  const allowed: Setting<number> = policy === undefined ? { ok: true, value: null } : dwordOf(policy, "AllowDomainDelayLock");
  return allowed.ok && allowed.value === 0 ? { ok: true, value: 0 } : own;
}

const mayLock = ({ ac, dc }: PowerSetting) => [ac, dc].some((setting) => !setting.ok || setting.value !== 0);

/**
 * The value from all mechanisms. What could not be read can only make the lock come sooner: so it is left out where a lock that always holds
 * comes soon enough, and otherwise the answer is that it could not be read.
 */
export function judgeScreenLock(mechanisms: readonly LockMechanism[], seen: readonly string[]): Gathered<"screen-lock"> {
  const proof = [evidence("registry, power scheme", seen)];
  const read = mechanisms.flatMap(({ source, power, time }) => (time.ok ? [{ source: outside(source), power, lockAfterSeconds: time.value }] : []));
  const refusals = mechanisms.flatMap(({ time }): Refusal[] => (time.ok ? [] : [time.refusal]));
  const isSoon = read.some(({ power, lockAfterSeconds }) => power === "any" && lockAfterSeconds !== null && lockAfterSeconds <= soonEnough);
  const [refusal] = refusals;
  if (refusal && !isSoon) return couldNotSee(refusal, proof);
  return { observation: known({ mechanisms: read }), evidence: proof };
}

/** When the PC locks itself: policy before user, every mechanism that ends in a password, plugged in and on battery. */
export const screenLock: Probe<"screen-lock"> = {
  id: "windows.screen-lock",
  fact: "screen-lock",
  uses: [...registryCommands(...keys, "device-lock-mdm", "logon-policy"), ...Object.values(queries), "powercfg-sleep-states"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const session = await readDeviceBlock(host, "session", signal);
    const remote = remoteOf(session.ok ? session.value : null, host.environment("SESSIONNAME"));
    // Our own environment would be a way round the check: without the numbers of the sessions nothing proves that somebody sits elsewhere.
    if (remote !== null && remote !== "none" && !(session.ok && session.value.console !== null)) {
      return couldNotSee(unknown("failed", "SESSIONNAME says that the session is remote, and nothing else does"), [evidence("session", remote)]);
    }
    if (remote === "remote-desktop" || remote === "other") {
      return { observation: notApplicable("remote-session"), evidence: [evidence("session", remote)] };
    }
    const [found, logon, managed, identity] = await Promise.all([
      readRegistryKeys(host, keys, signal),
      askedSince(2, () => readRegistry(host, "logon-policy", signal)),
      askedSince(2, () => readRegistry(host, "device-lock-mdm", signal)),
      readDeviceBlock(host, "identity", signal),
    ]);
    const [display, sleep] = await Promise.all([readPower(host, found, "videoidle", signal), readPower(host, found, "standbyidle", signal)]);
    // Where neither the screen nor the PC ever goes to sleep, it does not matter what would happen then.
    const matters = mayLock(display) || mayLock(sleep);
    const unread: Setting<never> = { ok: true, value: null };
    const [consoleLock, kindOfSleep] = matters
      ? await Promise.all([readPower(host, found, "consolelock", signal), readSleep(host, signal)])
      : [{ ac: unread, dc: unread }, { ok: true, value: "older" } as const];
    const hasBattery: Setting<boolean> = identity.ok ? { ok: true, value: identity.value.batteries > 0 } : identity;
    const power = powerLock({
      display,
      sleep,
      allowStandby: allowStandbyOf(found),
      consoleLock,
      kindOfSleep,
      delayLock: delayOf(found["desktop-user"], logon),
      hasBattery,
    });
    const settings = settingsLock(found, managed, session.ok ? session.value : {});
    const sooner = limitLocks(found, settings, display, hasBattery);
    return judgeScreenLock([...settings.mechanisms, ...sooner, ...power.mechanisms], [...settings.seen, ...power.seen]);
  },
};
