import { known } from "../../../shared/observation.ts";
import { commandLine, evidence, outside } from "../common/gather.ts";
import { meaningful } from "../common/systeminformation.ts";
import type { Probe } from "../probe.ts";
import { hypervisorOf, readSystemReport } from "./systemProfiler.ts";

function chassisOf(name: string | null): string | null {
  if (name === null) return null;
  return name.startsWith("MacBook") ? "Notebook" : "Desktop";
}

/** Which Mac this is, for comparison with the company's ledger. Asset tags are the company's own; macOS has no place for them. */
export const deviceIdentity: Probe<"device-identity"> = {
  id: "macos.device-identity",
  fact: "device-identity",
  uses: ["system_profiler-json"],
  validForMs: 86_400_000,
  async collect(host, _context, signal) {
    const answer = await readSystemReport(host, signal);
    const report = "report" in answer ? answer.report : null;
    const virtual = hypervisorOf(report?.model ?? null);
    const value = {
      hostname: outside(host.hostname()),
      user: outside(host.userName()),
      manufacturer: report === null || virtual !== null ? null : "Apple Inc.",
      model: meaningful(report?.model),
      serial: meaningful(report?.serial),
      assetTag: null,
      chassis: virtual === null ? chassisOf(report?.modelName ?? null) : null,
      virtual,
    };
    const named = Object.entries(value).map(([name, text]) => `${name}: ${text ?? "(not known)"}`);
    return { observation: known(value), evidence: [evidence(commandLine("system_profiler-json"), named)] };
  },
};
