import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, outside, readHint } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { isMacShared, parseArp } from "./arpParser.ts";
import { isPhysical } from "./linkKinds.ts";
import { tracePaths } from "./paths.ts";
import { readResolvers } from "./resolverFiles.ts";

/** The domain of the DHCP lease: systemd-networkd writes it down for everybody; NetworkManager's leases are root's, so its search list stands in. */
async function readDomain(host: Host, name: string): Promise<{ readonly domain: string | null; readonly source: string }> {
  const index = await readHint(host, `/sys/class/net/${name}/ifindex`);
  const path = `/run/systemd/netif/leases/${index}`;
  const lease = index === null || !/^\d+$/.test(index) ? null : await readHint(host, path);
  const [, domain] = /^DOMAINNAME=(\S+)$/m.exec(lease ?? "") ?? [];
  if (domain !== undefined) return { domain: outside(domain), source: path };
  const resolvers = await readResolvers(host);
  if ("refusal" in resolvers) return { domain: null, source: "/etc/resolv.conf" };
  return { domain: resolvers.searchDomains[0] ?? null, source: resolvers.paths.at(-1) ?? "" };
}

/** The next routers of the physical links that have a default route. Links below a tunnel count too: they are the network that the PC is in. */
export const gateway: Probe<"gateway"> = {
  id: "linux.gateway",
  fact: "gateway",
  uses: ["ip-link"],
  validForMs: 900_000,
  async collect(host, context, signal) {
    const [{ defaults, kinds }, table] = await Promise.all([tracePaths(host, context, signal), host.readFile("/proc/net/arp")]);
    const physical = defaults.filter((route) => kinds.some(({ name, kind }) => name === route.interface && isPhysical(kind)));
    const neighbours = table.outcome === "read" ? parseArp(table.bytes) : [];
    const gateways = physical.flatMap((route) =>
      route.gateway === null
        ? []
        : [
            {
              interface: outside(route.interface),
              address: outside(route.gateway),
              mac: neighbours.find(({ address, interface: name }) => address === route.gateway && name === route.interface)?.mac ?? null,
            },
          ],
    );
    const [best] = gateways;
    if (best === undefined) {
      if (defaults.length === 0) return couldNotSee(unknown("offline", "no default route"));
      return couldNotSee(
        unknown("failed", physical.length > 0 ? "the line has no router (point to point)" : "no default route of a link that was recognised"),
      );
    }
    const { domain, source } = await readDomain(host, best.interface);
    const shared = gateways.map((one) => isMacShared(neighbours, one));
    return {
      observation: known({
        gateways: gateways.slice(0, 16),
        domain,
        // NetworkManager knows, but would have to be asked by a process of its own.
        metered: null,
        macShared: shared.includes(true) ? true : (shared[0] ?? null),
      }),
      evidence: [
        evidence(
          "/proc/net/route, /proc/net/ipv6_route, /proc/net/arp",
          gateways.map((one) => `${one.interface}: ${one.address}, ${one.mac ?? "MAC not known"}`),
        ),
        evidence(source, `domain: ${domain ?? "(none)"}`),
      ],
    };
  },
};
