import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, couldNotSee, evidence } from "../common/gather.ts";
import { plistAt, plistNumber, plistSwitch } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import type { Probe } from "../probe.ts";
import { readManaged, readPlist } from "./plistFile.ts";
import { readSystemReport, type SystemReport } from "./systemProfiler.ts";
import { majorVersion } from "./systemVersion.ts";

export const firewallFile = "/Library/Preferences/com.apple.alf.plist";
const name = "macOS application firewall";

const value = (active: boolean): FactValue<"firewall"> => ({ active, services: [{ name, active, scope: "all" }], excludedInterfaces: [] });

/**
 * globalstate of macOS 14 and earlier: 0 off, 1 on for some programs, 2 everything that is not essential is kept out. firewallunload: it is not even loaded.
 */
export function firewallOfPlist(plist: PlistValue): Observation<FactValue<"firewall">> {
  if (plistSwitch(plistAt(plist, "firewallunload")) === true) return known(value(false));
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

/**
 * Does a profile of the device management switch the firewall off? Then nobody can switch it on, and what its own settings say does not count
 * (https://developer.apple.com/documentation/devicemanagement/firewall). A profile that asks for it is believed only as far as the firewall says so itself.
 */
async function isForbidden(host: Host): Promise<boolean> {
  const managed = await askedSince(2, () => readManaged(host, "com.apple.security.firewall"));
  return plistSwitch(managed?.value("EnableFirewall")) === false;
}

export const firewall: Probe<"firewall"> = {
  id: "macos.firewall",
  fact: "firewall",
  uses: ["system_profiler-json"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const [major, forbidden] = await Promise.all([majorVersion(host), isForbidden(host)]);
    if (forbidden) return { observation: known(value(false)), evidence: [evidence("managed com.apple.security.firewall", "EnableFirewall false")] };
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
