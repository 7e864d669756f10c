import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation } from "../../../shared/observation.ts";
import { askedSince } from "../common/askedSince.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { numberOf, shown } from "./settings.ts";

const keys = ["reboot-pending", "reboot-required", "renames"] as const;
/** Keys that versions before recordings of format 2 did not read. */
export const laterRestartKeys = ["servicing", "updates-volatile"] as const;
type Found = RegistryAnswers<"reboot-pending" | "reboot-required"> & Partial<RegistryAnswers<(typeof laterRestartKeys)[number]>>;

/** Keys below servicing that are there only while packages wait for a restart; SessionsPending is always there. */
const servicingSigns = ["rebootpending", "rebootinprogress", "packagespending"];

const reasons = {
  "reboot-pending": "Component Based Servicing",
  "reboot-required": "Windows Update",
} as const;

/**
 * A restart is pending when servicing or Windows Update left their key (the key alone is the sign), or when an update's installer says so by
 * UpdateExeVolatile. Files that wait to be renamed have many harmless causes (any installer) and are a hint only; a PC that was renamed waits for a restart
 * too, but no update does. Windows does not say since when. The same signs: https://github.com/bcwilhite/PendingReboot
 */
export function judgeRestartPending(found: Found, updates: Block<DeviceBlock<"updates">> | null): Observation<FactValue<"restart-pending">> {
  const ids = ["reboot-pending", "reboot-required"] as const;
  const because: string[] = ids.flatMap((id) => {
    const answer = found[id];
    return answer.ok && answer.key !== null ? [reasons[id]] : [];
  });
  const { servicing, "updates-volatile": volatile } = found;
  const isServicing = servicing?.ok && servicing.key?.subkeys.some((name) => servicingSigns.includes(name.toLowerCase()));
  if (isServicing) because.push(reasons["reboot-pending"]);
  const flag = volatile === undefined ? null : numberOf(volatile, "UpdateExeVolatile");
  if ((updates?.ok && updates.value.restart) || (flag?.ok && flag.value)) because.push(reasons["reboot-required"]);
  if (because.length > 0) return known({ pending: true, since: null, because: [...new Set(because)] });
  for (const id of [...ids, ...laterRestartKeys]) {
    const answer = found[id];
    if (answer?.ok === false) return answer.refusal;
  }
  return known({ pending: false, since: null, because: [] });
}

export const restartPending: Probe<"restart-pending"> = {
  id: "windows.restart-pending",
  fact: "restart-pending",
  uses: registryCommands(...keys, ...laterRestartKeys),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [first, later, updates] = await Promise.all([
      readRegistryKeys(host, keys, signal),
      askedSince(2, () => readRegistryKeys(host, laterRestartKeys, signal)),
      readDeviceBlock(host, "updates", signal),
    ]);
    const found = { ...first, ...later };
    const word = (id: (typeof keys)[number]) => {
      const answer = found[id];
      if (!answer.ok) return "not readable";
      return answer.key === null ? "not there" : "there";
    };
    const renames = found.renames.ok && found.renames.key?.values.has("pendingfilerenameoperations");
    const seen = [
      `RebootPending: ${word("reboot-pending")}`,
      `RebootRequired: ${word("reboot-required")}`,
      `below Component Based Servicing: ${later?.servicing.ok ? (later.servicing.key?.subkeys.join(", ") ?? "nothing") : "not seen"}`,
      later ? shown("UpdateExeVolatile", numberOf(later["updates-volatile"], "UpdateExeVolatile")) : "UpdateExeVolatile: not asked by this version",
      `Microsoft.Update.SystemInfo: ${updates.ok ? updates.value.restart : "not readable"}`,
      `PendingFileRenameOperations (hint): ${renames ? "there" : "not seen"}`,
    ];
    return { observation: judgeRestartPending(found, updates), evidence: [evidence("registry, Windows Update", seen)] };
  },
};
