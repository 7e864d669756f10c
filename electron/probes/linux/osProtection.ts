import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, notApplicable, type Observation, unknown } from "../../../shared/observation.ts";
import type { FileResult } from "../../host/host.ts";
import { evidence, fileRefusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";

const folder = "/sys/firmware/efi/efivars";
const secureBoot = `${folder}/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c`;
/** shim's note that its own check of the system is switched off, although the firmware's is on (mokutil --disable-validation). */
const shimState = `${folder}/MokSBStateRT-605dab50-e046-4300-abb6-3dd810dd8b23`;

/** A variable of one byte as efivarfs shows it: four bytes of attributes, then the value (Documentation/filesystems/efivarfs.rst). */
export function efiFlag(file: FileResult): boolean | null {
  if (file.outcome !== "read" || file.bytes.length !== 5) return null;
  const value = file.bytes[4];
  return value === 0 || value === 1 ? value === 1 : null;
}

export function judgeSecureBoot(variable: FileResult, shim: FileResult): Observation<FactValue<"os-protection">> {
  if (variable.outcome !== "read") return fileRefusal(secureBoot, variable) ?? unknown("failed", secureBoot);
  const on = efiFlag(variable);
  if (on === null) return unknown("unparsed", "the variable SecureBoot is not one byte");
  if (on && shim.outcome !== "missing" && efiFlag(shim) === null) return unknown("unparsed", "the variable MokSBStateRT could not be read");
  const state = on ? (efiFlag(shim) === true ? "partial" : "on") : "off";
  return known({ protections: [{ id: "secure-boot", state }] });
}

/** Secure Boot as the firmware itself states it. */
export const osProtection: Probe<"os-protection"> = {
  id: "linux.os-protection",
  fact: "os-protection",
  uses: [],
  validForMs: 3_600_000,
  async collect(host) {
    const container = await detectContainer(host);
    if (container !== null) return { observation: notApplicable("virtual"), evidence: [evidence("container", container)] };
    if ((await host.readFolder("/sys/firmware/efi")).outcome === "missing") {
      return { observation: notApplicable("no-hardware"), evidence: [evidence("/sys/firmware/efi", "the PC was not started by UEFI")] };
    }
    const [variable, shim] = await Promise.all([host.readFile(secureBoot), host.readFile(shimState)]);
    const observation = judgeSecureBoot(variable, shim);
    const shown = observation.kind === "known" ? observation.value.protections.map(({ state }) => state) : variable.outcome;
    return { observation, evidence: [evidence(secureBoot, shown)] };
  },
};
