import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { isoDate, numberOf, refusalOf, type Setting, shown, textOf } from "./settings.ts";

const keys = ["update-policy", "update-pause", "service-update", "service-update-orchestrator"] as const;
type Keys = RegistryAnswers<(typeof keys)[number]>;

/** Start of a service that is disabled. */
const disabled = 4;
/** The user's pause, and the one of quality updates that a policy can set; feature updates bring no security. */
const pauses = ["PauseUpdatesExpiryTime", "PauseQualityUpdatesEndTime"] as const;

/** Until when updates are paused (ISO 8601); null: not paused. Any other spelling than ISO is not guessed at. */
export function pausedUntil(key: Keys["update-pause"], now: Date): Setting<string> {
  const ends: string[] = [];
  for (const name of pauses) {
    const setting = textOf(key, name);
    if (!setting.ok) return setting;
    if (!setting.value) continue;
    const end = isoDate(setting.value);
    if (end === undefined) return { ok: false, refusal: unknown("unparsed", `${name}: ${setting.value.slice(0, 60)}`) };
    if (end !== null && Date.parse(end) > now.getTime()) ends.push(end);
  }
  return { ok: true, value: ends.sort().at(-1) ?? null };
}

/**
 * On unless something says otherwise, as Windows 10 and 11 update themselves by default: a policy (NoAutoUpdate, or AUOptions 1 never, 2 ask
 * before the download), Windows Update's own level, or a service that is disabled. wuauserv searches and installs, UsoSvc (all of Windows 10 and
 * 11) starts it; where one of them is not there, that default says nothing.
 * https://learn.microsoft.com/windows/deployment/update/waas-wu-settings
 * https://learn.microsoft.com/windows/deployment/update/how-windows-update-works
 */
export function judgeAutomaticUpdates(
  found: Keys,
  updates: Block<DeviceBlock<"updates">> | null,
  now: Date,
): Observation<FactValue<"automatic-updates">> {
  const noAuto = numberOf(found["update-policy"], "NoAutoUpdate");
  const options = numberOf(found["update-policy"], "AUOptions");
  const start = numberOf(found["service-update"], "Start");
  const orchestrator = numberOf(found["service-update-orchestrator"], "Start");
  const pause = pausedUntil(found["update-pause"], now);
  const set = (setting: Setting<number>, ...values: readonly number[]) => setting.ok && setting.value !== null && values.includes(setting.value);
  const level = updates?.ok ? updates.value.level : null;
  const off =
    (set(noAuto, 1) && "policy NoAutoUpdate") ||
    (set(options, 1, 2) && "policy AUOptions") ||
    (set(start, disabled) && "service wuauserv") ||
    (set(orchestrator, disabled) && "service UsoSvc") ||
    ((level === 1 || level === 2) && "Windows Update level") ||
    null;
  const until = pause.ok ? pause.value : null;
  if (off !== null) return known({ enabled: false, mechanism: `Windows Update (${off})`, pausedUntil: until });
  const refusal = refusalOf(noAuto, options, start, orchestrator, pause);
  if (refusal) return refusal;
  // Without both services nothing updates by itself: a registry that does not know one is not the one of a whole Windows.
  for (const [name, setting] of [
    ["wuauserv", start],
    ["UsoSvc", orchestrator],
  ] as const)
    if (setting.ok && setting.value === null) return unknown("unparsed", `no service ${name} in the registry`);
  return known({ enabled: true, mechanism: "Windows Update", pausedUntil: until });
}

export const automaticUpdates: Probe<"automatic-updates"> = {
  id: "windows.automatic-updates",
  fact: "automatic-updates",
  uses: registryCommands(...keys),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [found, updates] = await Promise.all([readRegistryKeys(host, keys, signal), readDeviceBlock(host, "updates", signal)]);
    const seen = [
      shown("policy NoAutoUpdate", numberOf(found["update-policy"], "NoAutoUpdate")),
      shown("policy AUOptions", numberOf(found["update-policy"], "AUOptions")),
      shown("wuauserv Start", numberOf(found["service-update"], "Start")),
      shown("UsoSvc Start", numberOf(found["service-update-orchestrator"], "Start")),
      ...pauses.map((name) => shown(name, textOf(found["update-pause"], name))),
      `NotificationLevel: ${updates.ok ? updates.value.level : "not readable"}`,
    ];
    return { observation: judgeAutomaticUpdates(found, updates, host.now()), evidence: [evidence("registry, Windows Update", seen)] };
  },
};
