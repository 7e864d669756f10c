import { z } from "zod";
import { unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandRefusal, complaint, notParsed, type Parsed, parsed, type Refusal } from "../common/gather.ts";

const entry = z.record(z.string(), z.unknown());
const reportSchema = z.object({
  SPFirewallDataType: z.array(entry).optional(),
  SPHardwareDataType: z.array(entry).optional(),
  SPSoftwareDataType: z.array(entry).optional(),
});

/** What the one start of system_profiler says; null: not in it. Keys and words of the JSON form are never translated. */
export interface SystemReport {
  /** "spfirewall_globalstate_…" without the beginning. */
  readonly firewall: string | null;
  readonly stealth: boolean | null;
  /** "MacBookPro18,3" and "MacBook Pro". */
  readonly model: string | null;
  readonly modelName: string | null;
  readonly serial: string | null;
  /** "integrity_…" without the beginning. */
  readonly integrity: string | null;
}

function text(list: readonly Readonly<Record<string, unknown>>[] | undefined, key: string): string | null {
  const value = list?.[0]?.[key];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a name with control characters is not one
  return typeof value === "string" && value !== "" && !/[\u0000-\u001f\u007f-\u009f\ufffd]/.test(value) ? value.slice(0, 256) : null;
}

export function parseSystemReport(bytes: Uint8Array): Parsed<SystemReport> {
  let json: unknown;
  try {
    json = JSON.parse(decodeUtf8(bytes));
  } catch {
    return notParsed("system_profiler: not JSON");
  }
  const report = reportSchema.safeParse(json);
  if (!report.success || Object.keys(report.data).length === 0) return notParsed("system_profiler: no part that is known");
  const { SPFirewallDataType: firewall, SPHardwareDataType: hardware, SPSoftwareDataType: software } = report.data;
  const stealth = text(firewall, "spfirewall_stealthenabled");
  return parsed({
    firewall: /^spfirewall_globalstate_(\w+)$/.exec(text(firewall, "spfirewall_globalstate") ?? "")?.[1] ?? null,
    stealth: stealth === "Yes" ? true : stealth === "No" ? false : null,
    model: text(hardware, "machine_model"),
    modelName: text(hardware, "machine_name"),
    serial: text(hardware, "serial_number"),
    integrity: /^integrity_(\w+)$/.exec(text(software, "system_integrity") ?? "")?.[1] ?? null,
  });
}

export type ReportAnswer = { readonly report: SystemReport } | { readonly refusal: Refusal };

/** The report of this run: asked once, whoever needs it. */
export async function readSystemReport(host: Host, signal: AbortSignal): Promise<ReportAnswer> {
  const result = await host.run("system_profiler-json", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)) };
  const report = parseSystemReport(result.stdout);
  return report.ok ? { report: report.value } : { refusal: unknown("unparsed", report.detail) };
}

/** Name of the hypervisor by the model that it gives its machines; null for a Mac of Apple's. */
export function hypervisorOf(model: string | null): string | null {
  if (model === null) return null;
  if (/^VMware/i.test(model)) return "VMware";
  if (/^Parallels/i.test(model)) return "Parallels";
  return /^VirtualMac/i.test(model) ? "Apple Virtualization" : null;
}
