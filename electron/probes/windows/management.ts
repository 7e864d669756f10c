import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandRefusal, complaint, evidence, outside, type Parsed, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import { type Join, joinOf, mayBeCut, parseDsregcmd, type Registration } from "./dsregcmdParser.ts";
import { type RegistryAnswer, type RegistryAnswers, readRegistryKeys, registryCommands } from "./registry.ts";

const keys = ["enrollments", "cloud-join"] as const;

/** EnrollmentState of an enrolment that has ended well. */
const enrolled = 1;

/** Enrolled with a device management, and where; Windows keeps entries of its own there, which have no server. null: not readable. */
export function enrollmentOf(answer: RegistryAnswer): { readonly mdm: boolean | null; readonly server: string | null } {
  if (!answer.ok) return { mdm: null, server: null };
  const entries = [...(answer.key?.below.values() ?? [])].filter((values) => {
    const isMicrosoft = String(values.get("providerid") ?? "").toLowerCase() === "ms dm server";
    return values.get("enrollmentstate") === enrolled && (isMicrosoft || String(values.get("discoveryservicefullurl") ?? "") !== "");
  });
  const [entry] = entries;
  const isWhole = answer.key === null || (answer.key.complete && answer.key.valuesRead);
  if (entry === undefined) return { mdm: isWhole ? false : null, server: null };
  const url = String(entry.get("discoveryservicefullurl") ?? "");
  const host = /^https?:\/\/([A-Za-z0-9.-]{1,253})(?:[:/]|$)/.exec(url)?.[1];
  return { mdm: true, server: outside(host ?? String(entry.get("providerid") ?? "")) || null };
}

export type DsregcmdAnswer = { readonly ok: true; readonly value: Registration } | { readonly ok: false; readonly refusal: Refusal };

/** Asked as the user: for the system account the part about the user would be wrong. */
export async function readRegistration(host: Host, signal: AbortSignal): Promise<DsregcmdAnswer> {
  const result = await host.run("dsregcmd-status", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { ok: false, refusal };
  if (result.code !== 0) return { ok: false, refusal: unknown("failed", complaint(result)) };
  const parsed: Parsed<Registration> = parseDsregcmd(result.stdout);
  return parsed.ok ? parsed : { ok: false, refusal: unknown("unparsed", parsed.detail) };
}

/** Where dsregcmd cannot be had: the registry knows of a join to Entra, WMI of one to a domain. Of a registered PC neither knows. */
function joinByHints(cloud: RegistryAnswer, inDomain: boolean | null): Join | null {
  if (!cloud.ok || inDomain === null) return null;
  const inEntra = (cloud.key?.subkeys.length ?? 0) > 0;
  if (inEntra) return inDomain ? "hybrid" : "entra";
  return inDomain ? "domain" : null;
}

export function judgeManagement(
  registration: DsregcmdAnswer,
  found: RegistryAnswers<(typeof keys)[number]>,
  inDomain: boolean | null,
): Observation<FactValue<"management">> {
  const { mdm, server } = enrollmentOf(found.enrollments);
  const join = registration.ok ? (mayBeCut(registration.value) ? null : joinOf(registration.value)) : joinByHints(found["cloud-join"], inDomain);
  if (join !== null) return known({ join, mdm, server, revoked: registration.ok ? registration.value.revoked : null });
  return registration.ok ? unknown("unparsed", "dsregcmd: the part about the user is missing") : registration.refusal;
}

export const management: Probe<"management"> = {
  id: "windows.management",
  fact: "management",
  uses: ["dsregcmd-status", ...registryCommands(...keys)],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const [registration, found, identity] = await Promise.all([
      readRegistration(host, signal),
      readRegistryKeys(host, keys, signal),
      readDeviceBlock(host, "identity", signal),
    ]);
    const inDomain = identity.ok ? identity.value.domain : null;
    const cloud = found["cloud-join"];
    const { mdm, server } = enrollmentOf(found.enrollments);
    const seen = [
      ...(registration.ok
        ? Object.entries(registration.value).map(([name, value]) => `${name}: ${value ?? "(not there)"}`)
        : ["dsregcmd: not readable"]),
      `JoinInfo: ${cloud.ok ? (cloud.key?.subkeys.length ?? 0) : "not readable"}`,
      `in a domain (WMI): ${inDomain ?? "not readable"}`,
      `enrolled: ${mdm ?? "not readable"}${server === null ? "" : `, ${server}`}`,
    ];
    return { observation: judgeManagement(registration, found, inDomain), evidence: [evidence("dsregcmd /status, registry", seen)] };
  },
};
