import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known } from "../../../shared/observation.ts";
import { evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import type { DeviceBlock } from "./deviceBlockSchemas.ts";
import type { Block } from "./powershell.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { isoDate, numberOf, shown, textOf } from "./settings.ts";

const keys = ["time-server", "service-time", "current-version"] as const;
type Keys = RegistryAnswers<(typeof keys)[number]>;

const disabled = 4;

/**
 * Does Windows keep the clock by a server? Type: NTP a server by name, NT5DS the domain, AllSync both, NoSync none; the service starts on its
 * own when it is wanted. https://learn.microsoft.com/windows-server/networking/windows-time-service/windows-time-service-tools-and-settings
 */
function isSynchronised(found: Keys): boolean | null {
  const type = textOf(found["time-server"], "Type");
  const start = numberOf(found["service-time"], "Start");
  if ((type.ok && /^NoSync$/i.test(type.value ?? "")) || (start.ok && start.value === disabled)) return false;
  if (!type.ok || !start.ok || start.value === null) return null;
  return /^(NTP|NT5DS|AllSync)$/i.test(type.value ?? "") ? true : null;
}

/** The later of the day on which this Windows was installed and the newest of its core files; both lie in the past. */
function notBefore(found: Keys, block: Block<DeviceBlock<"clock">>): string | null {
  const installed = numberOf(found["current-version"], "InstallDate");
  const seconds = installed.ok && installed.value !== null && installed.value > 946_684_800 && installed.value < 2 ** 33 ? installed.value : null;
  const dates = [seconds === null ? null : new Date(seconds * 1000).toISOString(), block.ok ? (isoDate(block.value.newest) ?? null) : null];
  return (
    dates
      .flatMap((date) => date ?? [])
      .sort()
      .at(-1) ?? null
  );
}

export function judgeClock(found: Keys, block: Block<DeviceBlock<"clock">>, timeZone: string): FactValue<"clock"> {
  return { timeZone: outside(timeZone), synchronised: isSynchronised(found), notBefore: notBefore(found, block) };
}

export const clock: Probe<"clock"> = {
  id: "windows.clock",
  fact: "clock",
  uses: registryCommands(...keys),
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [found, block] = await Promise.all([readRegistryKeys(host, keys, signal), readDeviceBlock(host, "clock", signal)]);
    const value = judgeClock(found, block, host.timeZone());
    const seen = [
      `time zone: ${value.timeZone}${block.ok ? ` (${block.value.zone})` : ""}`,
      shown("W32Time Type", textOf(found["time-server"], "Type")),
      shown("W32Time Start", numberOf(found["service-time"], "Start")),
      `not before: ${value.notBefore ?? "not readable"}`,
    ];
    return { observation: known(value), evidence: [evidence("registry: W32Time, CurrentVersion", seen)] };
  },
};
