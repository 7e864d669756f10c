import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandRefusal, complaint, couldNotSee, evidence, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readDeviceBlock } from "./deviceBlock.ts";
import { innerAddresses } from "./innerAddresses.ts";
import { judgeSockets, parseNetstat, type Sockets } from "./sockets.ts";

type Answer = { readonly ok: true; readonly value: Sockets; readonly source: string } | { readonly ok: false; readonly refusal: Refusal };

/** From the one PowerShell, or by netstat.exe where that told nothing. */
async function readSockets(host: Host, signal: AbortSignal): Promise<Answer> {
  const block = await readDeviceBlock(host, "listening", signal);
  if (block.ok) return { ...block, source: "IPGlobalProperties" };
  const result = await host.run("netstat", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { ok: false, refusal };
  const parsed = parseNetstat(result.stdout);
  if (result.code !== 0 || !parsed.ok) return { ok: false, refusal: unknown("unparsed", parsed.ok ? complaint(result) : parsed.detail) };
  return { ...parsed, source: "netstat -an" };
}

export const listeningServices: Probe<"listening-services"> = {
  id: "windows.listening-services",
  fact: "listening-services",
  uses: ["powershell", "netstat"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const sockets = await readSockets(host, signal);
    if (!sockets.ok) return couldNotSee(sockets.refusal);
    const judged = judgeSockets(sockets.value);
    if (!judged.ok) return couldNotSee(unknown("unparsed", judged.detail));
    const own = [...new Set(judged.value.exposed.map(({ address }) => address))].filter((address) => address !== "0.0.0.0" && address !== "::");
    const inner = await innerAddresses(host, own, signal);
    const value = { ...judged.value, exposed: judged.value.exposed.filter(({ address }) => !inner.has(address)) };
    const seen = value.exposed.map(({ protocol, address, port }) => `${protocol} ${address} ${port}`);
    return { observation: known(value), evidence: [evidence(sockets.source, [`${value.examined} sockets looked at`, ...seen])] };
  },
};
