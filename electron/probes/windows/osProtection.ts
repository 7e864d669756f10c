import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { type RegistryAnswer, type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";
import { dwordOf, refusalOf, shown } from "./settings.ts";

type Protection = FactValue<"os-protection">["protections"][number];

const keys = ["policies-system", "secure-boot"] as const;

/** Secure Boot; null where the PC has none, or where the value is neither yes nor no. */
export function secureBootOf(answer: RegistryAnswer): Protection | null {
  const setting = dwordOf(answer, "UEFISecureBootEnabled");
  const value = setting.ok ? setting.value : null;
  return value === 0 || value === 1 ? { id: "secure-boot", state: value === 1 ? "on" : "off" } : null;
}

/**
 * User Account Control and Secure Boot. UAC that never asks administrators (ConsentPromptBehaviorAdmin 0) protects in part. A PC whose firmware
 * has no Secure Boot has no key for it: then nothing is said of it.
 * https://learn.microsoft.com/windows/security/application-security/application-control/user-account-control/settings-and-configuration
 */
export function judgeOsProtection(found: RegistryAnswers<(typeof keys)[number]>): Observation<FactValue<"os-protection">> {
  const uac = dwordOf(found["policies-system"], "EnableLUA");
  const prompt = dwordOf(found["policies-system"], "ConsentPromptBehaviorAdmin");
  const secureBoot = dwordOf(found["secure-boot"], "UEFISecureBootEnabled");
  const protections: Protection[] = [];
  if (uac.ok && uac.value === 0) protections.push({ id: "uac", state: "off" });
  if (uac.ok && uac.value === 1 && prompt.ok) protections.push({ id: "uac", state: prompt.value === 0 ? "partial" : "on" });
  const boot = secureBootOf(found["secure-boot"]);
  if (boot) protections.push(boot);
  const isOff = protections.some(({ state }) => state !== "on");
  const refusal = refusalOf(uac, prompt, secureBoot);
  if (refusal && !isOff) return refusal;
  if (isOff) return known({ protections });
  // Every Windows has the first, so one that says nothing of it was not seen; of the second a value that is there says yes or no.
  if (!protections.some(({ id }) => id === "uac")) return unknown("unparsed", "EnableLUA is neither 0 nor 1");
  if (secureBoot.ok && secureBoot.value !== null && boot === null) return unknown("unparsed", "UEFISecureBootEnabled is neither 0 nor 1");
  return known({ protections });
}

export const osProtection: Probe<"os-protection"> = {
  id: "windows.os-protection",
  fact: "os-protection",
  uses: registryCommands(...keys),
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const found = await readRegistryKeys(host, keys, signal);
    const seen = [
      shown("EnableLUA", dwordOf(found["policies-system"], "EnableLUA")),
      shown("ConsentPromptBehaviorAdmin", dwordOf(found["policies-system"], "ConsentPromptBehaviorAdmin")),
      shown("UEFISecureBootEnabled", dwordOf(found["secure-boot"], "UEFISecureBootEnabled")),
    ];
    return { observation: judgeOsProtection(found), evidence: [evidence("registry: Policies\\System, SecureBoot\\State", seen)] };
  },
};
