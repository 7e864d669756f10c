import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { CommandId } from "../../host/commands.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandRefusal, complaint, couldNotSee, evidence, type Refusal } from "../common/gather.ts";
import { worstOf } from "../common/wifiStrength.ts";
import type { Gathered } from "../probe.ts";
import { parseIwctlStation } from "./iwctlParser.ts";
import { parseIwScan } from "./iwScanParser.ts";

type Link = FactValue<"wifi-link">;
type Answer = { readonly link: Link; readonly source: string } | Refusal;

/** What is asked where no NetworkManager runs the card. */
export const kernelCommands = ["iw-scan-dump", "iwctl-station-show"] as const satisfies readonly CommandId[];

async function askIwctl(host: Host, name: string, signal: AbortSignal): Promise<Answer> {
  const result = await host.run("iwctl-station-show", signal, name);
  if (result.outcome === "missing") return unknown("tool-missing", `neither NetworkManager nor iw nor iwctl is there to ask about ${name}`);
  const refusal = commandRefusal(result);
  if (refusal) return refusal;
  if (result.code !== 0) return unknown("failed", complaint(result));
  const link = parseIwctlStation(result.stdout, name);
  return link.ok ? { link: link.value, source: `iwctl station ${name} show` } : unknown("unparsed", link.detail);
}

/** One card: by the kernel's own list, which is the same for iwd, wpa_supplicant and ConnMan; without iw by iwd's client. */
async function askAbout(host: Host, name: string, signal: AbortSignal): Promise<Answer> {
  const result = await host.run("iw-scan-dump", signal, name);
  if (result.outcome === "missing") return askIwctl(host, name, signal);
  const refusal = commandRefusal(result);
  if (refusal) return refusal;
  if (result.code !== 0) return unknown("failed", complaint(result));
  const link = parseIwScan(result.stdout);
  if (!link.ok) return unknown("unparsed", link.detail);
  return link.value
    ? { link: link.value, source: `iw dev ${name} scan dump` }
    : unknown("unparsed", `iw: ${name} is joined to no access point in the list`);
}

/** The Wi-Fi of cards that NetworkManager does not run; undefined in a recording that is older than these questions. */
export async function wifiByKernel(host: Host, names: readonly string[], signal: AbortSignal): Promise<Gathered<"wifi-link"> | undefined> {
  const answers = await askedSince(2, () => Promise.all(names.map((name) => askAbout(host, name, signal))));
  if (answers === undefined) return undefined;
  const seen = answers.flatMap((answer) =>
    "link" in answer ? [evidence(answer.source, answer.link.connected ? `${answer.link.ssid ?? ""}: ${answer.link.security}` : "not connected")] : [],
  );
  const refusal = answers.find((answer): answer is Refusal => !("link" in answer));
  if (refusal) return couldNotSee(refusal, seen);
  const links = answers.flatMap((answer) => ("link" in answer && answer.link.connected ? [answer.link] : []));
  return { observation: known(worstOf(links) ?? { connected: false }), evidence: seen };
}
