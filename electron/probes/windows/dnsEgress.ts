import type { RouteLeg } from "../../../shared/facts/network.ts";
import type { Host } from "../../host/host.ts";
import { type Egress, egressOf } from "../common/egress.ts";
import { outside } from "../common/gather.ts";
import { kindByName, type WindowsLink } from "./links.ts";
import { readRegistry } from "./registry.ts";
import { isLoopbackAddress, type Server, serversOf } from "./resolverServers.ts";

/** How one question to a name server leaves; null: not known. A link-local address only exists on its own interface. */
async function dnsLeg(host: Host, server: Server, links: readonly WindowsLink[]): Promise<RouteLeg | null> {
  const address = server.address.replace(/%.*$/, "");
  const family = address.includes(":") ? 6 : 4;
  const kindOf = kindByName(links);
  const leg = (via: RouteLeg["via"]): RouteLeg => ({ target: "internet", address, family, via });
  const through = (name: string | null) => leg({ interface: outside(name ?? "?"), kind: kindOf(name) });
  if (/^fe[89ab][0-9a-f]:/i.test(address)) return through(server.interface);
  const answer = await host.egress(address, family);
  if (answer.outcome === "failed") return null;
  return answer.outcome === "no-route" ? leg(null) : through(answer.interface);
}

/**
 * How questions to these servers leave. null where a server is on this PC (a client's own proxy, whose way on is not seen) or what carries one is
 * not known, unless others leak already.
 */
async function egressTo(host: Host, servers: readonly Server[], links: readonly WindowsLink[]): Promise<Egress | null> {
  const remote = servers.filter(({ address }) => !isLoopbackAddress(address));
  if (remote.length === 0) return null;
  const legs = await Promise.all(remote.map((server) => dnsLeg(host, server, links)));
  const seen = legs.filter((leg) => leg !== null && leg.via?.kind !== "unrecognised") as RouteLeg[];
  const egress = egressOf(seen);
  if (seen.length === servers.length) return egress;
  return egress === "direct" || egress === "mixed" ? egress : null;
}

/** A policy by which only the first interface's servers are asked, not all side by side. */
async function asksOneInterface(host: Host, signal: AbortSignal): Promise<boolean> {
  const policy = await readRegistry(host, "dns-client-policy", signal);
  return policy.ok && policy.key?.values.get("disablesmartnameresolution") === 1;
}

/**
 * How questions to the name servers in use leave. `tunnels`: names of the interfaces that carry everything; empty: none does.
 *
 * Windows asks the first interface, which is the tunnel, and without a policy also the others side by side; most clients block that with a filter
 * that nobody can look into without admin rights. So where the tunnel has servers of its own and they are reached through it, the servers of the
 * home that are left over say nothing: null, neither "tunnel" nor a leak. A tunnel without servers of its own leaks for certain.
 * https://learn.microsoft.com/windows/client-management/mdm/policy-csp-admx-dnsclient (DNS_SmartMultiHomedNameResolution)
 */
export async function dnsEgress(
  host: Host,
  links: readonly WindowsLink[],
  tunnels: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<Egress | null> {
  const all = await egressTo(host, serversOf(links), links);
  if (all !== "mixed" && all !== "direct") return all;
  const own = serversOf(links.filter(({ name }) => tunnels.has(outside(name))));
  if ((await egressTo(host, own, links)) !== "tunnel") return all;
  return (await asksOneInterface(host, signal)) ? "tunnel" : null;
}
