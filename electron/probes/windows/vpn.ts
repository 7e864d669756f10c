import type { RouteLeg } from "../../../shared/facts/network.ts";
import { known } from "../../../shared/observation.ts";
import { egressOf } from "../common/egress.ts";
import { couldNotSee, evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { dnsEgress } from "./dnsEgress.ts";
import { readVpnBlock } from "./linkBlocks.ts";
import { tracePaths } from "./paths.ts";
import { registryCommands } from "./registry.ts";
import { clientsOf, tunnelOf } from "./vpnParts.ts";

export const vpn: Probe<"vpn"> = {
  id: "windows.vpn",
  fact: "vpn",
  uses: registryCommands("dns-client-policy"),
  validForMs: 900_000,
  async collect(host, context, signal) {
    const [paths, block] = await Promise.all([tracePaths(host, context, signal), readVpnBlock(host, signal)]);
    const { legs, links } = paths;
    // "Direct" is only said of a link that was recognised: otherwise a tunnel of a kind we do not know would turn red, or the reverse.
    const refusal = paths.refusal ?? paths.unrecognised;
    if (refusal) return couldNotSee(refusal, paths.evidence);
    if (!block.ok && links.length > 0) return couldNotSee(block.refusal, paths.evidence);
    const connections = block.ok ? block.value.connections : [];
    const of = (target: RouteLeg["target"], family?: 4 | 6) =>
      egressOf(legs.filter((leg) => leg.target === target && (family === undefined || leg.family === family)));
    const internetV4 = of("internet", 4);
    const used = new Set(legs.flatMap(({ via }) => (via?.kind === "tunnel" ? [via.interface] : [])));
    const tunnels = links.filter(({ kind, up, name }) => kind === "tunnel" && up && name !== "");
    const carrying = links.filter(({ kind, name }) => kind === "tunnel" && used.has(outside(name))).map((link) => tunnelOf(link, connections));
    const idle = tunnels.filter(({ name }) => !used.has(outside(name))).map((link) => tunnelOf(link, connections));
    const clients = clientsOf(block.ok ? block.value.services : [], connections, links, carrying);
    return {
      observation: known({
        internetV4,
        internetV6: of("internet", 6),
        company: context.companyAddresses.length === 0 ? null : of("company"),
        dns: await dnsEgress(host, links, internetV4 === "tunnel" ? used : new Set(), signal),
        carrying: carrying.slice(0, 32),
        idle: idle.slice(0, 64),
        clients: [...clients],
      }),
      evidence: [
        ...paths.evidence,
        evidence(
          "powershell.exe: Get-VpnConnection, Get-Service",
          clients.map(({ product, state }) => `${product}: ${state}`),
        ),
      ],
    };
  },
};
