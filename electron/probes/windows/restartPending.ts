import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";

const keys = ["reboot-pending", "reboot-required", "renames"] as const;

const reasons = {
  "reboot-pending": "Component Based Servicing",
  "reboot-required": "Windows Update",
} as const;

/**
 * A restart is pending when servicing or Windows Update left their key; the key alone is the sign. Files that wait to be renamed have many
 * harmless causes (any installer) and are a hint only. Windows does not say since when.
 */
export function judgeRestartPending(
  found: RegistryAnswers<"reboot-pending" | "reboot-required">,
  updates: Block<DeviceBlock<"updates">> | null,
): Observation<FactValue<"restart-pending">> {
  const ids = ["reboot-pending", "reboot-required"] as const;
  const because: string[] = ids.flatMap((id) => {
    const answer = found[id];
    return answer.ok && answer.key !== null ? [reasons[id]] : [];
  });
  if (updates?.ok && updates.value.restart && !because.includes("Windows Update")) because.push("Windows Update");
  if (because.length > 0) return known({ pending: true, since: null, because });
  for (const id of ids) {
    const answer = found[id];
    if (!answer.ok) return answer.refusal;
  }
  return known({ pending: false, since: null, because: [] });
}

export const restartPending: Probe<"restart-pending"> = {
  id: "windows.restart-pending",
  fact: "restart-pending",
  uses: registryCommands(...keys),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [found, updates] = await Promise.all([readRegistryKeys(host, keys, signal), readDeviceBlock(host, "updates", signal)]);
    const word = (id: (typeof keys)[number]) => {
      const answer = found[id];
      if (!answer.ok) return "not readable";
      return answer.key === null ? "not there" : "there";
    };
    const renames = found.renames.ok && found.renames.key?.values.has("pendingfilerenameoperations");
    const seen = [
      `RebootPending: ${word("reboot-pending")}`,
      `RebootRequired: ${word("reboot-required")}`,
      `Microsoft.Update.SystemInfo: ${updates.ok ? updates.value.restart : "not readable"}`,
      `PendingFileRenameOperations (hint): ${renames ? "there" : "not seen"}`,
    ];
    return { observation: judgeRestartPending(found, updates), evidence: [evidence("registry, Windows Update", seen)] };
  },
};
