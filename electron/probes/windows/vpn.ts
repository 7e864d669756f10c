import type { RouteLeg } from "../../../shared/facts/network.ts";
import { known } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { type Egress, egressOf } from "../common/egress.ts";
import { couldNotSee, evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readVpnBlock } from "./linkBlocks.ts";
import { kindByName, type WindowsLink } from "./links.ts";
import { tracePaths } from "./paths.ts";
import { isLoopbackAddress, serversOf } from "./resolverServers.ts";
import { clientsOf, tunnelOf } from "./vpnParts.ts";

/** How one question to a name server leaves; null: not known. A link-local address only exists on its own interface. */
async function dnsLeg(
  host: Host,
  server: { readonly address: string; readonly interface: string | null },
  links: readonly WindowsLink[],
): Promise<RouteLeg | null> {
  const address = server.address.replace(/%.*$/, "");
  const family = address.includes(":") ? 6 : 4;
  const kindOf = kindByName(links);
  const via = (name: string | null) =>
    ({ target: "internet" as const, address, family, via: { interface: outside(name ?? "?"), kind: kindOf(name) } }) as const;
  if (/^fe[89ab][0-9a-f]:/i.test(address)) return via(server.interface);
  const answer = await host.egress(address, family);
  if (answer.outcome === "failed") return null;
  return answer.outcome === "no-route" ? { target: "internet", address, family, via: null } : via(answer.interface);
}

/**
 * How questions to the name servers of all connected interfaces leave: Windows may ask them side by side. null where a server is on this PC (a
 * client's own proxy, whose way on is not seen) or what carries one is not known, unless others leak already.
 */
async function dnsEgress(host: Host, links: readonly WindowsLink[]): Promise<Egress | null> {
  const servers = serversOf(links);
  const remote = servers.filter(({ address }) => !isLoopbackAddress(address));
  if (remote.length === 0) return null;
  const legs = await Promise.all(remote.map((server) => dnsLeg(host, server, links)));
  const seen = legs.filter((leg) => leg !== null && leg.via?.kind !== "unrecognised") as RouteLeg[];
  const egress = egressOf(seen);
  const complete = seen.length === servers.length;
  if (complete) return egress;
  return egress === "direct" || egress === "mixed" ? egress : null;
}

export const vpn: Probe<"vpn"> = {
  id: "windows.vpn",
  fact: "vpn",
  uses: ["powershell"],
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
    const used = new Set(legs.flatMap(({ via }) => (via?.kind === "tunnel" ? [via.interface] : [])));
    const tunnels = links.filter(({ kind, up, name }) => kind === "tunnel" && up && name !== "");
    const carrying = links.filter(({ kind, name }) => kind === "tunnel" && used.has(outside(name))).map((link) => tunnelOf(link, connections));
    const idle = tunnels.filter(({ name }) => !used.has(outside(name))).map((link) => tunnelOf(link, connections));
    const clients = clientsOf(block.ok ? block.value.services : [], connections, links, carrying);
    return {
      observation: known({
        internetV4: of("internet", 4),
        internetV6: of("internet", 6),
        company: context.companyAddresses.length === 0 ? null : of("company"),
        dns: await dnsEgress(host, links),
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
