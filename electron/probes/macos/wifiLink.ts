import { known, notApplicable, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, type Parsed } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { parseAirport } from "./airportParser.ts";
import { parseGetsummary, type Summary } from "./getsummaryParser.ts";
import { hasOwnAddress } from "./linkKinds.ts";
import { portCommands, readNetworkPorts } from "./readNetworkPorts.ts";

/** What the evidence shows of a link: not the raw text, which holds the whole DHCP packet. */
function shownSummary(name: string, summary: Parsed<Summary>): string {
  if (!summary.ok) return summary.detail;
  const { link, nameHidden } = summary.value;
  if (!link.connected) return `${name}: not connected`;
  return [`${name}: connected`, `security: ${link.security}`, `name: ${nameHidden ? "hidden by macOS" : (link.ssid ?? "(none)")}`].join("\n");
}

/** The slow way, for what ipconfig cannot tell. It lists the neighbours too; only the own link is kept. */
async function askSystemProfiler(host: Host, name: string, why: string, signal: AbortSignal): Promise<Gathered<"wifi-link">> {
  const id = "system_profiler-SPAirPortDataType-json";
  const result = await host.run(id, signal);
  const refusal = commandRefusal(result);
  if (refusal) return couldNotSee(refusal, [evidence("ipconfig getsummary", why)]);
  if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)), [evidence("ipconfig getsummary", why)]);
  const link = parseAirport(result.stdout, name);
  const seen = [
    evidence("ipconfig getsummary", why),
    evidence(
      commandLine(id),
      link.ok ? (link.value.connected ? `${name}: connected, ${link.value.security}` : `${name}: not connected`) : link.detail,
    ),
  ];
  return link.ok ? { observation: known(link.value), evidence: seen } : couldNotSee(unknown("unparsed", `${why}; ${link.detail}`), seen);
}

/**
 * The Wi-Fi link by `ipconfig getsummary`, which needs no permission. From macOS 15.6 on the network's name is hidden from programs without the
 * location permission; its security is not, so only the name is missing then.
 */
export const wifiLink: Probe<"wifi-link"> = {
  id: "macos.wifi-link",
  fact: "wifi-link",
  uses: [...portCommands, "system_profiler-SPAirPortDataType-json"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const answer = await readNetworkPorts(host, signal);
    if ("refusal" in answer) return couldNotSee(answer.refusal);
    const names = [...answer.ports].flatMap(([device, kind]) => (kind === "wifi" ? [device] : []));
    // An adapter of its own beside the built-in Wi-Fi: the one that has an address is in use.
    const inUse = names.length > 1 ? names.find((device) => hasOwnAddress(device, host.interfaces())) : undefined;
    const name = inUse ?? names[0];
    if (name === undefined) {
      const seen = [evidence(answer.source, "no port that is known to be Wi-Fi")];
      return answer.whole
        ? { observation: notApplicable("no-hardware"), evidence: seen }
        : couldNotSee(unknown("unparsed", `${answer.source}: which port is Wi-Fi is not said`), seen);
    }
    const result = await host.run("ipconfig-getsummary", signal, name);
    const refusal = commandRefusal(result);
    const summary: Parsed<Summary> =
      refusal === undefined && result.code === 0
        ? parseGetsummary(result.stdout, name)
        : { ok: false, detail: refusal?.kind === "unknown" ? refusal.detail : complaint(result) };
    if (!summary.ok) return askSystemProfiler(host, name, summary.detail, signal);
    return { observation: known(summary.value.link), evidence: [evidence(`ipconfig getsummary ${name}`, shownSummary(name, summary))] };
  },
};
