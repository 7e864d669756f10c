import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, notParsed, type Parsed, parsed, type Refusal } from "../common/gather.ts";
import { plistAt, plistSwitch, plistText } from "../common/plist.ts";
import type { Probe } from "../probe.ts";
import { parseCsrutil } from "./csrutilParser.ts";
import { readManaged, readPlist } from "./plistFile.ts";
import { readSystemReport } from "./systemProfiler.ts";

type State = FactValue<"os-protection">["protections"][number]["state"];
type Answer = { readonly state: State; readonly source: string } | { readonly refusal: Refusal };

const gatekeeperFiles = ["/var/db/SystemPolicyConfiguration/SystemPolicy-prefs.plist", "/var/db/SystemPolicy-prefs.plist"] as const;

/** `spctl --status`: "assessments enabled" or "assessments disabled", once. */
export function parseSpctl(bytes: Uint8Array): Parsed<State> {
  const [match, ...others] = [...decodeUtf8(bytes).matchAll(/^assessments (enabled|disabled)\s*$/gm)];
  return match === undefined || others.length > 0 ? notParsed("spctl: no state") : parsed(match[1] === "enabled" ? "on" : "off");
}

async function ask(host: Host, id: "csrutil-status" | "spctl-status", signal: AbortSignal): Promise<Answer> {
  const result = await host.run(id, signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  const state = (id === "csrutil-status" ? parseCsrutil : parseSpctl)(result.stdout);
  // spctl ends with 1 when assessments are disabled.
  if (!state.ok) return { refusal: result.code === 0 ? unknown("unparsed", state.detail) : unknown("failed", complaint(result)) };
  return { state: state.value, source: commandLine(id) };
}

/**
 * System Integrity Protection by csrutil, and by the report that is there already: what the report calls a configuration of its own Apple does not say, so the
 * worse of the two counts. Recordings of an older version hold csrutil only where the report had no word that was known.
 */
async function readSip(host: Host, signal: AbortSignal): Promise<Answer> {
  const [report, csrutil] = await Promise.all([readSystemReport(host, signal), askedSince(2, () => ask(host, "csrutil-status", signal))]);
  const word = "report" in report ? report.report.integrity : null;
  const reported: Answer | undefined =
    word === "enabled" || word === "disabled" ? { state: word === "enabled" ? "on" : "off", source: commandLine("system_profiler-json") } : undefined;
  if (csrutil === undefined)
    return reported ?? { refusal: unknown("unparsed", `system_profiler: integrity "${word?.slice(0, 40) ?? "is missing"}"`) };
  if (reported === undefined) return csrutil;
  if ("refusal" in csrutil) return reported;
  return reported.state === "off" ? reported : csrutil;
}

/** Gatekeeper by what the company prescribes and by its settings; where neither says it, spctl does (macOS has moved the file before). */
async function readGatekeeper(host: Host, signal: AbortSignal): Promise<Answer> {
  const managed = await readManaged(host, "com.apple.systempolicy.control");
  if (managed.refusal) return ask(host, "spctl-status", signal);
  if (plistSwitch(managed.value("EnableAssessment")) === false) return { state: "off", source: "managed com.apple.systempolicy.control" };
  for (const path of gatekeeperFiles) {
    const file = await readPlist(host, path);
    if (file.outcome === "missing") continue;
    const value = file.outcome === "read" ? plistAt(file.value, "enabled") : undefined;
    const word = plistText(value);
    const on = word === "yes" ? true : word === "no" ? false : plistSwitch(value);
    if (on !== undefined) return { state: on ? "on" : "off", source: path };
    break;
  }
  return ask(host, "spctl-status", signal);
}

export const osProtection: Probe<"os-protection"> = {
  id: "macos.os-protection",
  fact: "os-protection",
  uses: ["system_profiler-json", "csrutil-status", "spctl-status"],
  validForMs: 3_600_000,
  async collect(host, _context, signal) {
    const [sip, gatekeeper] = await Promise.all([readSip(host, signal), readGatekeeper(host, signal)]);
    // One of them alone would look as if both were fine.
    if ("refusal" in sip) return couldNotSee(sip.refusal);
    if ("refusal" in gatekeeper) return couldNotSee(gatekeeper.refusal);
    return {
      observation: known({
        protections: [
          { id: "sip", state: sip.state },
          { id: "gatekeeper", state: gatekeeper.state },
        ],
      }),
      evidence: [evidence(sip.source, `System Integrity Protection: ${sip.state}`), evidence(gatekeeper.source, `Gatekeeper: ${gatekeeper.state}`)],
    };
  },
};
