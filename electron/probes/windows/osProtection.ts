import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { numberOf, refusalOf, shown } from "./settings.ts";

type Protection = FactValue<"os-protection">["protections"][number];

const keys = ["policies-system", "secure-boot"] as const;

/**
 * User Account Control and Secure Boot. UAC that never asks administrators (ConsentPromptBehaviorAdmin 0) protects in part. A PC whose firmware
 * has no Secure Boot has no key for it: then nothing is said of it.
 * https://learn.microsoft.com/windows/security/application-security/application-control/user-account-control/settings-and-configuration
 */
export function judgeOsProtection(found: RegistryAnswers<(typeof keys)[number]>): Observation<FactValue<"os-protection">> {
  const uac = numberOf(found["policies-system"], "EnableLUA");
  const prompt = numberOf(found["policies-system"], "ConsentPromptBehaviorAdmin");
  const secureBoot = numberOf(found["secure-boot"], "UEFISecureBootEnabled");
  const protections: Protection[] = [];
  if (uac.ok && uac.value === 0) protections.push({ id: "uac", state: "off" });
  if (uac.ok && uac.value === 1 && prompt.ok) protections.push({ id: "uac", state: prompt.value === 0 ? "partial" : "on" });
  if (secureBoot.ok && (secureBoot.value === 0 || secureBoot.value === 1)) {
    protections.push({ id: "secure-boot", state: secureBoot.value === 1 ? "on" : "off" });
  }
  const isOff = protections.some(({ state }) => state !== "on");
  const refusal = refusalOf(uac, prompt, secureBoot);
  if (refusal && !isOff) return refusal;
  return protections.length > 0 ? known({ protections }) : unknown("unparsed", "neither EnableLUA nor UEFISecureBootEnabled is set");
}

export const osProtection: Probe<"os-protection"> = {
  id: "windows.os-protection",
  fact: "os-protection",
  uses: registryCommands(...keys),
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const found = await readRegistryKeys(host, keys, signal);
    const seen = [
      shown("EnableLUA", numberOf(found["policies-system"], "EnableLUA")),
      shown("ConsentPromptBehaviorAdmin", numberOf(found["policies-system"], "ConsentPromptBehaviorAdmin")),
      shown("UEFISecureBootEnabled", numberOf(found["secure-boot"], "UEFISecureBootEnabled")),
    ];
    return { observation: judgeOsProtection(found), evidence: [evidence("registry: Policies\\System, SecureBoot\\State", seen)] };
  },
};
