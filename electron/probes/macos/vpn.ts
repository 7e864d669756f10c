import type { Evidence, FactValue } from "../../../shared/facts/catalogue.ts";
import type { RouteLeg, Tunnel } from "../../../shared/facts/network.ts";
import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { egressOf } from "../common/egress.ts";
import { commandLine, commandRefusal, evidence, isThere, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { type ConnectionService, parseNcList } from "./ncListParser.ts";
import { type Paths, tracePaths } from "./paths.ts";
import { portCommands } from "./readNetworkPorts.ts";
import { parseResolvConf, resolverFile } from "./resolvers.ts";
import { isConsumer, isMesh, productOfInterface, productOfType, productsInFolder } from "./tunnelProducts.ts";

type Vpn = FactValue<"vpn">;

const ciscoPrograms = ["/opt/cisco/secureclient/bin/vpn", "/opt/cisco/anyconnect/bin/vpn"] as const;

/** The system's list of VPNs. Asked only while a tunnel has an address: without one there is nothing to name. */
async function readServices(
  host: Host,
  paths: Paths,
  signal: AbortSignal,
): Promise<{ services: readonly ConnectionService[]; seen: readonly Evidence[] }> {
  if (paths.tunnels.length === 0 && !paths.legs.some(({ via }) => via?.kind === "tunnel")) return { services: [], seen: [] };
  const result = await host.run("scutil-nc-list", signal);
  const refusal = commandRefusal(result);
  const list = refusal === undefined && result.code === 0 ? parseNcList(result.stdout) : undefined;
  const source = commandLine("scutil-nc-list");
  // Names are hints; without them the tunnel is still seen.
  if (!list?.ok) return { services: [], seen: [evidence(source, list?.detail ?? result.outcome)] };
  return {
    services: list.value,
    seen: [
      evidence(
        source,
        list.value.map(({ connected, type }) => `${type}: ${connected ? "connected" : "not connected"}`),
      ),
    ],
  };
}

async function installedProducts(host: Host): Promise<readonly string[]> {
  const [folder, cisco] = await Promise.all([host.readFolder("/Applications"), Promise.all(ciscoPrograms.map((path) => isThere(host, path)))]);
  const found = folder.outcome === "read" ? productsInFolder(folder.names) : [];
  return [...new Set([...found, ...(cisco.includes(true) ? ["Cisco Secure Client"] : [])])];
}

/** How questions to the name servers leave: by the kernel's word for each of them. null: on this PC, or not to be read. */
async function dnsEgress(host: Host, kindOf: Paths["kindOf"]): Promise<Vpn["dns"]> {
  const file = await host.readFile(resolverFile);
  const found = file.outcome === "read" ? parseResolvConf(file.bytes) : undefined;
  if (!found?.ok) return null;
  const others = found.value.servers.filter(({ address }) => !/^(?:127\.|::1$)/.test(address)).slice(0, 8);
  const legs = await Promise.all(
    others.map(async ({ address, interface: scope }): Promise<RouteLeg | null> => {
      const family = address.includes(":") ? 6 : 4;
      if (scope !== null) return { target: "internet", address, family, via: { interface: scope, kind: kindOf(scope) } };
      const answer = await host.egress(address, family);
      if (answer.outcome === "failed") return null;
      const name = answer.outcome === "routed" ? answer.interface : null;
      return { target: "internet", address, family, via: answer.outcome === "routed" ? { interface: name ?? "?", kind: kindOf(name) } : null };
    }),
  );
  const answered = legs.flatMap((leg) => (leg === null ? [] : [leg]));
  const isClear = answered.length === others.length && others.length > 0 && answered.every(({ via }) => via?.kind !== "unrecognised");
  return isClear ? egressOf(answered) : null;
}

/** Product of a tunnel: by its interface, or by the one service that is connected when it is the one tunnel. */
function nameTunnels(paths: Paths, services: readonly ConnectionService[]): (name: string) => Pick<Tunnel, "kind" | "product" | "weak"> {
  const connected = services.filter((service) => service.connected);
  const only = connected.length === 1 && paths.tunnels.length === 1 ? connected[0] : undefined;
  // PPTP has nothing but PPP to come by.
  const pptp = connected.some(({ type }) => type === "PPP:PPTP");
  return (name) => ({
    kind: outside(only?.type ?? name.replace(/\d+$/, "")),
    product: productOfInterface(name, paths.interfaces) ?? (only === undefined ? null : productOfType(only.type)),
    weak: name.startsWith("ppp") && pptp ? "pptp" : null,
  });
}

/** A service of an app is called by the product's name, or by its bundle when it is not in the table. */
function clientsOf(services: readonly ConnectionService[], installed: readonly string[]): Vpn["clients"] {
  const clients = new Map<string, Vpn["clients"][number]["state"]>(installed.map((name) => [name, "unrecognised"]));
  for (const { connected, type } of services) {
    const name = productOfType(type) ?? type;
    if (clients.get(name) !== "connected") clients.set(name, connected ? "connected" : "disconnected");
  }
  return [...clients].slice(0, 32).map(([name, state]) => ({ product: outside(name), state }));
}

/**
 * Whether traffic leaves through a tunnel, by the kernel's own answer. scutil names the VPNs of the settings and of apps, but does not know
 * those that programs build by themselves (OpenVPN, wg-quick, Cisco), so it never decides.
 */
export const vpn: Probe<"vpn"> = {
  id: "macos.vpn",
  fact: "vpn",
  uses: [...portCommands, "netstat-rn", "scutil-nc-list"],
  validForMs: 900_000,
  async collect(host, context, signal) {
    const paths = await tracePaths(host, context, signal);
    const { legs, failed } = paths;
    if (failed !== undefined) return { observation: unknown("failed", `egress ${failed}`), evidence: paths.evidence };
    // "Direct" is only said of a link that was recognised: otherwise a tunnel of a kind we do not know would turn red, or the reverse.
    const dark = legs.find(({ via }) => via?.kind === "unrecognised");
    if (dark) {
      return { observation: paths.refusal ?? unknown("unparsed", `what carries ${dark.address} is not recognised`), evidence: paths.evidence };
    }
    const [{ services, seen }, installed, dns] = await Promise.all([
      readServices(host, paths, signal),
      installedProducts(host),
      dnsEgress(host, paths.kindOf),
    ]);
    const of = (target: RouteLeg["target"], family?: 4 | 6) =>
      egressOf(legs.filter((leg) => leg.target === target && (family === undefined || leg.family === family)));
    const carries = (name: string, target?: RouteLeg["target"]) =>
      legs.some((leg) => leg.via?.interface === name && (target === undefined || leg.target === target));
    const describe = nameTunnels(paths, services);
    const tunnel = (name: string): Tunnel => {
      const named = describe(name);
      // A mesh that carries the way to the internet is used as an ordinary tunnel (Tailscale's exit node).
      return {
        interface: outside(name),
        ...named,
        mesh: isMesh(named.product) && !carries(name, "internet"),
        ...(isConsumer(named.product) ? { consumer: true as const } : {}),
      };
    };
    const names = paths.tunnels.map(({ name }) => name);
    return {
      observation: known({
        internetV4: of("internet", 4),
        internetV6: of("internet", 6),
        company: context.companyAddresses.length === 0 ? null : of("company"),
        dns,
        carrying: names
          .filter((name) => carries(name))
          .slice(0, 32)
          .map(tunnel),
        idle: names
          .filter((name) => !carries(name))
          .slice(0, 64)
          .map(tunnel),
        clients: clientsOf(services, installed),
      }),
      evidence: [...paths.evidence, ...seen, ...(installed.length === 0 ? [] : [evidence("/Applications, /opt/cisco", [...installed])])],
    };
  },
};
