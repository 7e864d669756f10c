import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { askedSince } from "../common/askedSince.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { numberOf, refusalOf, type Setting, shown, textOf } from "./settings.ts";
import { pauseInForce, userPauses } from "./updatePauses.ts";
import { laterUpdateKeys, policyRefusal, switchedOffBy, type UpdatePolicyKeys, updateServer } from "./updatePolicy.ts";

/** Keys of the first version, and what is found in them and in the later ones. */
export const firstUpdateKeys = ["update-policy", "update-pause", "service-update", "service-update-orchestrator"] as const;
export type UpdateKeys = RegistryAnswers<(typeof firstUpdateKeys)[number]> & UpdatePolicyKeys;

/** Start of a service that is disabled. */
const disabled = 4;

/**
 * On unless something says otherwise, as Windows 10 and 11 update themselves by default: a policy of the domain or of the device management, Windows
 * Update's own level, or a service that is disabled. wuauserv searches and installs, UsoSvc (all of Windows 10 and 11) starts it; where one of
 * them is not there, that default says nothing.
 * https://learn.microsoft.com/windows/deployment/update/waas-wu-settings
 * https://learn.microsoft.com/windows/deployment/update/how-windows-update-works
 */
export function judgeAutomaticUpdates(
  found: UpdateKeys,
  updates: Block<DeviceBlock<"updates">> | null,
  now: Date,
): Observation<FactValue<"automatic-updates">> {
  const start = numberOf(found["service-update"], "Start");
  const orchestrator = numberOf(found["service-update-orchestrator"], "Start");
  const isDisabled = (setting: Setting<number>) => setting.ok && setting.value === disabled;
  const level = updates?.ok ? updates.value.level : null;
  const pause = pauseInForce(found, now);
  const server = updateServer(found);
  const off =
    switchedOffBy(found) ??
    (server.kind === "nobody" ? server.by : null) ??
    (isDisabled(start) ? "service wuauserv" : null) ??
    (isDisabled(orchestrator) ? "service UsoSvc" : null) ??
    (level === 1 || level === 2 ? "Windows Update level" : null) ??
    pause.offBy;
  const companyServer = server.kind === "named" || server.kind === "unseen" ? server.kind : null;
  const answer = { pausedUntil: pause.until, companyServer };
  if (off !== null) return known({ enabled: false, mechanism: `Windows Update (${off})`, ...answer });
  const refusal = policyRefusal(found) ?? refusalOf(start, orchestrator) ?? pause.refusal;
  if (refusal) return refusal;
  // Without both services nothing updates by itself: a registry that does not know one is not the one of a whole Windows.
  for (const [name, setting] of [
    ["wuauserv", start],
    ["UsoSvc", orchestrator],
  ] as const)
    if (setting.ok && setting.value === null) return unknown("unparsed", `no service ${name} in the registry`);
  return known({ enabled: true, mechanism: server.kind === "named" ? `Windows Update, ${server.host}` : "Windows Update", ...answer });
}

/** Values of the policies that have a say, as they were found. */
function seenOf(found: UpdateKeys): readonly string[] {
  const rows = [
    ["update-policy", "policy", ["NoAutoUpdate", "AUOptions", "UseWUServer"]],
    [
      "update-policy-root",
      "policy",
      ["DisableWindowsUpdateAccess", "SetDisableUXWUAccess", "PauseQualityUpdates", "PauseQualityUpdatesStartTime", "WUServer"],
    ],
    ["update-policy-mdm", "MDM policy", ["AllowUpdateService", "AllowAutoUpdate", "PauseQualityUpdates", "UpdateServiceUrl"]],
    ["update-policy-status", "Windows Update", ["PausedQualityStatus", "PausedQualityDate"]],
  ] as const;
  return rows.flatMap(([id, word, names]) => {
    const answer = found[id];
    if (answer === undefined) return [`${word} (${id}): not asked by this version`];
    return names.map((name) => shown(`${word} ${name}`, textOf(answer, name)));
  });
}

export const automaticUpdates: Probe<"automatic-updates"> = {
  id: "windows.automatic-updates",
  fact: "automatic-updates",
  uses: registryCommands(...firstUpdateKeys, ...laterUpdateKeys),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [first, later, updates] = await Promise.all([
      readRegistryKeys(host, firstUpdateKeys, signal),
      askedSince(2, () => readRegistryKeys(host, laterUpdateKeys, signal)),
      readDeviceBlock(host, "updates", signal),
    ]);
    const found: UpdateKeys = { ...first, ...later };
    const seen = [
      ...seenOf(found),
      shown("wuauserv Start", numberOf(found["service-update"], "Start")),
      shown("UsoSvc Start", numberOf(found["service-update-orchestrator"], "Start")),
      ...userPauses.flat().map((name) => shown(name, textOf(found["update-pause"], name))),
      `NotificationLevel: ${updates.ok ? updates.value.level : "not readable"}`,
    ];
    return { observation: judgeAutomaticUpdates(found, updates, host.now()), evidence: [evidence("registry, Windows Update", seen)] };
  },
};
