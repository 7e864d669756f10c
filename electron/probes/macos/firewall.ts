import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { commandLine, couldNotSee, evidence } from "../common/gather.ts";
import { plistAt, plistNumber } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import type { Probe } from "../probe.ts";
import { readPlist } from "./plistFile.ts";
import { readSystemReport, type SystemReport } from "./systemProfiler.ts";
import { majorVersion } from "./systemVersion.ts";

export const firewallFile = "/Library/Preferences/com.apple.alf.plist";
const name = "macOS application firewall";

const value = (active: boolean): FactValue<"firewall"> => ({ active, services: [{ name, active, scope: "all" }], excludedInterfaces: [] });

/** globalstate of macOS 14 and earlier: 0 off, 1 on for some programs, 2 everything that is not essential is kept out. */
export function firewallOfPlist(plist: PlistValue): Observation<FactValue<"firewall">> {
  const state = plistNumber(plistAt(plist, "globalstate"));
  if (state !== 0 && state !== 1 && state !== 2) return unknown("unparsed", `${firewallFile}: globalstate ${state ?? "is missing"}`);
  return known(value(state > 0));
}

/** From macOS 15 on. "allow_all" means that nothing is filtered. */
export function firewallOfReport({ firewall: state }: SystemReport): Observation<FactValue<"firewall">> {
  switch (state) {
    case "allow_all":
      return known(value(false));
    case "limit_connections":
    case "block_all":
      return known(value(true));
    default:
      return unknown("unparsed", `system_profiler: firewall state "${state?.slice(0, 40) ?? "is missing"}"`);
  }
}

export const firewall: Probe<"firewall"> = {
  id: "macos.firewall",
  fact: "firewall",
  uses: ["system_profiler-json"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const major = await majorVersion(host);
    // A file left over from before the upgrade to macOS 15 says nothing any more.
    const file = major !== null && major < 15 ? await readPlist(host, firewallFile) : undefined;
    if (file?.outcome === "read") {
      return {
        observation: firewallOfPlist(file.value),
        evidence: [evidence(firewallFile, `globalstate ${plistNumber(plistAt(file.value, "globalstate")) ?? "?"}`)],
      };
    }
    const answer = await readSystemReport(host, signal);
    if ("refusal" in answer) return couldNotSee(answer.refusal);
    const { firewall: state, stealth } = answer.report;
    return {
      observation: firewallOfReport(answer.report),
      evidence: [evidence(commandLine("system_profiler-json"), [`globalstate: ${state ?? "?"}`, `stealth: ${stealth ?? "?"}`])],
    };
  },
};
