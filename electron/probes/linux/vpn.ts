import type { RouteLeg } from "../../../shared/facts/network.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { type Egress, egressOf } from "../common/egress.ts";
import { evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { type Paths, tracePaths } from "./paths.ts";
import { readProcesses } from "./processes.ts";
import { isOwnAddress } from "./resolvConfParser.ts";
import { readResolvers } from "./resolverFiles.ts";
import { describeTunnel, runningClients } from "./tunnelProducts.ts";

function idleTunnels({ kinds, legs }: Paths): Paths["kinds"] {
  const used = new Set(legs.flatMap(({ via }) => (via ? [via.interface] : [])));
  return kinds.filter(({ name, kind }) => kind === "tunnel" && !used.has(name));
}

/** How questions to the name servers leave. null: they are on this PC, or what carries them is not recognised. */
async function dnsEgress(host: Host, { kinds }: Paths): Promise<Egress | null> {
  const resolvers = await readResolvers(host);
  if ("refusal" in resolvers) return null;
  const asked = resolvers.servers.filter(({ address }) => !isOwnAddress(address));
  const legs = await Promise.all(
    asked.map(async ({ address, interface: zone }): Promise<RouteLeg | null> => {
      const family = address.includes(":") ? 6 : 4;
      // A link-local server is asked through the interface that stands beside it.
      const answer = zone === null ? await host.egress(address, family) : { outcome: "routed" as const, interface: zone };
      if (answer.outcome === "no-route") return { target: "internet", address, family, via: null };
      const kind = answer.outcome === "routed" ? kinds.find(({ name }) => name === answer.interface)?.kind : undefined;
      if (answer.outcome === "failed" || kind === undefined || kind === "unrecognised") return null;
      return { target: "internet", address, family, via: { interface: answer.interface ?? "?", kind } };
    }),
  );
  const known = legs.filter((leg) => leg !== null);
  return asked.length === 0 || known.length < legs.length ? null : egressOf(known);
}

export const vpn: Probe<"vpn"> = {
  id: "linux.vpn",
  fact: "vpn",
  uses: ["ip-link"],
  validForMs: 900_000,
  async collect(host, context, signal) {
    const [paths, processes] = await Promise.all([tracePaths(host, context, signal), readProcesses(host)]);
    const { legs, kinds, evidence: seen, failed, links, linksRefusal } = paths;
    if (failed !== undefined) return { observation: unknown("failed", `egress ${failed}`), evidence: seen };
    // "Direct" is only said of a link that was recognised: otherwise a tunnel of a kind we do not know would turn red, or the reverse.
    const dark = legs.find(({ via }) => via?.kind === "unrecognised");
    if (dark) return { observation: linksRefusal ?? unknown("unparsed", `what carries ${dark.address} is not recognised`), evidence: seen };
    if (links === null && linksRefusal) return { observation: linksRefusal, evidence: seen };
    const of = (target: RouteLeg["target"], family?: 4 | 6) =>
      egressOf(legs.filter((leg) => leg.target === target && (family === undefined || leg.family === family)));
    const through = (target?: RouteLeg["target"]) =>
      new Set(legs.flatMap((leg) => (leg.via?.kind === "tunnel" && (target === undefined || leg.target === target) ? [leg.via.interface] : [])));
    const carryingNames = through();
    const internetNames = through("internet");
    const addresses = host.interfaces();
    const listed = (chosen: Paths["kinds"], most: number) =>
      chosen.slice(0, most).map((link) => ({
        interface: outside(link.name),
        kind: outside(link.because),
        ...describeTunnel(link, addresses, processes, internetNames.has(link.name)),
      }));
    const clients = runningClients(addresses, processes);
    return {
      observation: known({
        internetV4: of("internet", 4),
        internetV6: of("internet", 6),
        company: context.companyAddresses.length === 0 ? null : of("company"),
        dns: await dnsEgress(host, paths),
        carrying: listed(
          kinds.filter(({ name }) => carryingNames.has(name)),
          32,
        ),
        idle: listed(idleTunnels(paths), 64),
        clients: clients.slice(0, 32),
      }),
      evidence: [
        ...seen,
        evidence(
          "/proc/*/comm, /proc/*/cmdline",
          clients.length === 0 ? "no VPN client runs" : clients.map(({ product, state }) => `${product}: ${state}`),
        ),
      ],
    };
  },
};
