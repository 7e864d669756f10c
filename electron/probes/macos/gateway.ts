import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { isSharedMac } from "../../../shared/sharedMac.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { dhcpDomain } from "./getsummaryParser.ts";
import { classifyLink, isPhysical } from "./linkKinds.ts";
import { portCommands, readNetworkPorts } from "./readNetworkPorts.ts";
import { parseRoutingTable, type RoutingTable } from "./routingTableParser.ts";

type Gateway = FactValue<"gateway">["gateways"][number];

/** The routers of these interfaces, those of ordinary traffic first, with their hardware addresses. */
export function gatewaysOf({ defaults, neighbours }: RoutingTable, isWanted: (name: string) => boolean): readonly Gateway[] {
  const found = [...defaults].filter((entry) => isWanted(entry.interface)).sort((a, b) => Number(a.scoped) - Number(b.scoped));
  const seen = new Set<string>();
  return found.flatMap(({ interface: name, address }) => {
    if (seen.has(`${name} ${address}`) || seen.size >= 16) return [];
    seen.add(`${name} ${address}`);
    const mac = neighbours.find((entry) => entry.interface === name && entry.address === address)?.mac ?? null;
    return [{ interface: outside(name), address: outside(address), mac }];
  });
}

/** Does another IPv4 address of the link answer with the first router's hardware address? null: nothing to compare. */
export function macIsShared([gateway]: readonly Gateway[], { neighbours }: RoutingTable): boolean | null {
  const mac = gateway?.mac;
  if (gateway === undefined || mac == null || gateway.address.includes(":")) return null;
  // Routers that share an address by design (VRRP, HSRP, GLBP): their neighbours answer with it and nothing is wrong.
  if (isSharedMac(mac)) return false;
  return neighbours.some(
    (entry) => entry.interface === gateway.interface && entry.mac === mac && entry.address !== gateway.address && !entry.address.includes(":"),
  );
}

/** The domain that DHCP handed out on the Wi-Fi link of the gateway; the question was asked for the link itself already. */
async function domainOf(host: Host, name: string, isWifi: boolean, signal: AbortSignal): Promise<string | null> {
  if (!isWifi) return null;
  const result = await host.run("ipconfig-getsummary", signal, name);
  return result.outcome === "exited" && result.code === 0 ? dhcpDomain(result.stdout) : null;
}

/** The next routers, from the routing table, in which macOS keeps the neighbours too. Whether the connection is metered macOS does not say. */
export const gateway: Probe<"gateway"> = {
  id: "macos.gateway",
  fact: "gateway",
  uses: ["netstat-rn", ...portCommands],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const [result, answer] = await Promise.all([host.run("netstat-rn", signal), readNetworkPorts(host, signal)]);
    const refusal = commandRefusal(result) ?? ("refusal" in answer ? answer.refusal : undefined);
    if (refusal || "refusal" in answer) return couldNotSee(refusal ?? unknown("failed", "network ports"));
    if (result.code !== 0) return couldNotSee(unknown("failed", complaint(result)));
    const table = parseRoutingTable(result.stdout);
    if (!table.ok) return couldNotSee(unknown("unparsed", table.detail));
    const kindOf = (name: string) => classifyLink(name, answer.ports, null).kind;
    const gateways = gatewaysOf(table.value, (name) => isPhysical(kindOf(name)));
    const [first] = gateways;
    if (first === undefined)
      return couldNotSee(unknown("offline", "no router on a network port"), [evidence(commandLine("netstat-rn"), "no router")]);
    const domain = await domainOf(host, first.interface, kindOf(first.interface) === "wifi", signal);
    return {
      observation: known({ gateways: [...gateways], domain, metered: null, macShared: macIsShared(gateways, table.value) }),
      evidence: [
        evidence(
          commandLine("netstat-rn"),
          gateways.map((entry) => `${entry.interface}: ${entry.address} at ${entry.mac ?? "(not in the table)"}`),
        ),
        ...(domain === null ? [] : [evidence(`ipconfig getsummary ${first.interface}`, `domain_name ${domain}`)]),
      ],
    };
  },
};
