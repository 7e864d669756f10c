import { unknown } from "../../../shared/observation.ts";
import { type PowerSettingId, powerSettings } from "./powercfgParser.ts";
import type { RegistryAnswer, RegistryAnswers } from "./registry.ts";
import { firstSet, type Setting, textOf } from "./settings.ts";

export const powerKeys = ["power-schemes", "power-policy", "power-video-default", "power-sleep-default", "power-lock-default"] as const;
type PowerKeys = RegistryAnswers<(typeof powerKeys)[number]>;

const defaults = { videoidle: "power-video-default", standbyidle: "power-sleep-default", consolelock: "power-lock-default" } as const;

/** A setting plugged in and on battery, each as far as it could be read. */
export interface PowerSetting {
  readonly ac: Setting<number>;
  readonly dc: Setting<number>;
}

/** "Allow standby states" (ALLOWSTANDBY), which security baselines forbid so that the key of the disk does not stay in memory. */
const allowStandby = "abfc2519-3608-4c2a-94ea-171b0ed546ab";

/** A value of a key below; what is missing is only "not set" when everything below could be read. */
function below(answer: RegistryAnswer, path: string, name: string): Setting<number> {
  if (!answer.ok) return answer;
  const value = answer.key?.below.get(path)?.get(name);
  if (typeof value === "number") return { ok: true, value };
  if (value !== undefined) return { ok: false, refusal: unknown("unparsed", `${path}: ${name} is not a number`) };
  if (answer.key !== null && !answer.key.complete) return { ok: false, refusal: unknown("denied", `keys below ${answer.source}`) };
  return { ok: true, value: null };
}

const schemeOf = (keys: PowerKeys) => firstSet(textOf(keys["power-policy"], "ActivePowerScheme"), textOf(keys["power-schemes"], "ActivePowerScheme"));

/**
 * May the PC go to standby? 0: no, and no time of the scheme ever comes; null: nobody set it, so it may.
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-power#allowstandbywhensleepingpluggedin
 */
export function allowStandbyOf(keys: PowerKeys): PowerSetting {
  const active = schemeOf(keys);
  const read = (name: string): Setting<number> => {
    const policy = below(keys["power-policy"], allowStandby, name);
    if (!policy.ok || policy.value !== null) return policy;
    if (!active.ok) return active;
    if (active.value === null) return { ok: true, value: null };
    return below(keys["power-schemes"], `${active.value.toLowerCase()}\\${powerSettings.standbyidle.subgroup}\\${allowStandby}`, name);
  };
  return { ac: read("acsettingindex"), dc: read("dcsettingindex") };
}

/**
 * A setting of the power scheme in use, as the registry has it: policy, then what the user or the maker changed, then the scheme's default.
 * null: none of the three.
 */
export function powerSettingOf(keys: PowerKeys, id: PowerSettingId): PowerSetting {
  const { subgroup, setting } = powerSettings[id];
  const active = schemeOf(keys);
  const read = (name: string): Setting<number> => {
    const policy = below(keys["power-policy"], setting, name);
    if (!policy.ok || policy.value !== null) return policy;
    if (!active.ok) return active;
    if (active.value === null) return { ok: true, value: null };
    const scheme = active.value.toLowerCase();
    return firstSet(below(keys["power-schemes"], `${scheme}\\${subgroup}\\${setting}`, name), below(keys[defaults[id]], scheme, name));
  };
  return { ac: read("acsettingindex"), dc: read("dcsettingindex") };
}
