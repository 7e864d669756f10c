import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { readRegistry, registryCommands } from "./registry.ts";
import { isoDate, numberOf, shown } from "./settings.ts";
import { type SystemAge, systemAge } from "./systemAge.ts";

type Update = Extract<DeviceBlock<"pending">, { result: number }>["updates"][number];

/** Categories by their id: names are in the language of the PC. https://learn.microsoft.com/previous-versions/windows/desktop/ff357803(v=vs.85) */
const categories = {
  security: "0fa1201d-4330-4fa8-8ae9-b877473b6441",
  critical: "e6cf1350-c01b-414d-a61f-263d14d133b4",
  definitions: "e0789628-ce08-4437-be74-2495b842f43b",
  drivers: "ebfc1fc5-71a4-4f7b-9aca-3b9a503104a0",
} as const;

const has = (update: Update, ...ids: readonly string[]) => update.categories.some((id) => ids.includes(id.toLowerCase()));
/** Definitions of Defender wait for minutes several times a day; the antivirus fact tells their age. Optional ones are previews. */
const counts = (update: Update) => !update.optional && !update.kb.includes("2267602") && !has(update, categories.definitions, categories.drivers);
const isSecurity = (update: Update) => update.severity.trim() !== "" || has(update, categories.security, categories.critical);

/** ResultCode of a search: succeeded, and succeeded with errors, in which a part may be missing. */
const succeeded = 2;
const succeededInPart = 3;

/**
 * What waits, from a search that looked only at what the last online search had left on this PC. How old that is, is part of the answer: a PC
 * that never searched knows of nothing.
 */
export function judgePendingUpdates(
  pending: Block<DeviceBlock<"pending">>,
  updates: Block<DeviceBlock<"updates">>,
  system: SystemAge | undefined,
): Observation<FactValue<"pending-updates">> {
  if (!pending.ok) return pending.refusal;
  if ("timeout" in pending.value) return unknown("timeout", "the search for updates took longer than the other checks");
  if (!updates.ok) return updates.refusal;
  const { result, updates: found } = pending.value;
  const waiting = found.filter(counts).sort((a, b) => Number(isSecurity(b)) - Number(isSecurity(a)));
  const security = waiting.filter(isSecurity).length;
  if (result !== succeeded && !(result === succeededInPart && waiting.length > 0))
    return unknown("failed", `the search for updates ended with ${result}`);
  const searched = updates.value.searched === null ? null : isoDate(updates.value.searched);
  if (searched === undefined) return unknown("unparsed", "the date of the last search");
  if (searched === null) return unknown("stale", "Windows Update has never searched with success on this PC");
  const installed = updates.value.installed === null ? null : isoDate(updates.value.installed);
  return known({
    manager: "Windows Update",
    total: waiting.length,
    security,
    names: waiting.slice(0, 20).map(({ title }) => outside(title)),
    listsAt: searched,
    lastInstalledAt: installed ?? null,
    ...(system === undefined ? {} : { system }),
  });
}

export const pendingUpdates: Probe<"pending-updates"> = {
  id: "windows.pending-updates",
  fact: "pending-updates",
  uses: registryCommands("current-version"),
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const [pending, updates, clock, version] = await Promise.all([
      readDeviceBlock(host, "pending", signal),
      readDeviceBlock(host, "updates", signal),
      readDeviceBlock(host, "clock", signal),
      readRegistry(host, "current-version", signal),
    ]);
    const system = systemAge(clock, version);
    const titles = pending.ok && "updates" in pending.value ? pending.value.updates.slice(0, 20).map(({ title }) => title) : [];
    const seen = [
      `last search: ${updates.ok ? (updates.value.searched ?? "never") : "not readable"}`,
      `last installation: ${updates.ok ? (updates.value.installed ?? "never") : "not readable"}`,
      `newest system file: ${clock.ok ? (clock.value.system ?? clock.value.newest) : "not readable"}`,
      shown("UBR", numberOf(version, "UBR")),
      `system not older than: ${system.newestAt ?? "not known"}; superseded by: ${system.supersededAt ?? "not known"}`,
      ...titles,
    ];
    return {
      observation: judgePendingUpdates(pending, updates, system),
      evidence: [evidence("Windows Update (search without the network), core files", seen)],
    };
  },
};
