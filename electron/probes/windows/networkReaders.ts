import { known, unknown } from "../../../shared/observation.ts";
import type { CommandResult } from "../../host/host.ts";
import type { PowershellBlockId } from "../../host/windows/powershellScript.ts";
import { registryKeys } from "../../host/windows/registryKeys.ts";
import { outside } from "../common/gather.ts";
import type { Reader, Readers, Reading, RecordedOutput } from "../reader.ts";
import { type Connections, connectionSchema } from "./connectionBlock.ts";
import { gatewaysOf, macShared, meteredOf } from "./gatewayParts.ts";
import { adaptersSchema, interfacesSchema, neighboursSchema, vpnBlockSchema } from "./linkBlocks.ts";
import { joinLinks, type WindowsLink } from "./links.ts";
import { levelOf } from "./ownConnectivity.ts";
import { underlayOf } from "./paths.ts";
import { type Block, blockOf, parseScriptOutput } from "./powershell.ts";
import { proxyOfInternetSettings } from "./proxySettings.ts";
import { keyOfBlock, registrySchema } from "./registry.ts";
import { parseRegQuery, showsWholeKey } from "./regQueryParser.ts";
import { serversOf } from "./resolverServers.ts";
import { clientsOf, tunnelOf } from "./vpnParts.ts";
import { observationOfNetsh, wifiOfConnections } from "./wifiLink.ts";
import { parseWlanInterfaces } from "./wlanInterfacesParser.ts";

/** `T` of a block, as a fact. */
function reading<T>(fact: Reading["fact"], block: Block<T>, read: (value: T) => Reading["observation"]): Reading {
  return { fact, observation: block.ok ? read(block.value) : block.refusal };
}

function readLinksAlone(links: readonly WindowsLink[]): Reading["observation"] {
  const below = underlayOf([], links);
  return known({
    links: links.filter(({ up }) => up).map(({ name, kind }) => ({ interface: outside(name), kind })),
    underlay: below === undefined ? null : { interface: outside(below.name), kind: below.kind },
  });
}

function readServers(links: readonly WindowsLink[]): Reading["observation"] {
  const servers = serversOf(links);
  return servers.length === 0 ? unknown("offline", "no connected interface has a name server") : known({ servers });
}

function readWifi(connections: Connections, links: readonly WindowsLink[]): Reading["observation"] {
  const link = wifiOfConnections(connections, links);
  if (link === null) return unknown("unparsed", "connection: a Wi-Fi connection whose method or cipher is not known");
  return known(link === "none" ? { connected: false } : link);
}

function readConnectivity(connections: Connections): Reading["observation"] {
  const level = levelOf(connections);
  return level === null ? unknown("unparsed", "connection: a connectivity level that is not known") : known({ level });
}

/** What the blocks of the one PowerShell alone say of the network; facts whose blocks were not printed at all are left out. */
const readPowershell: Reader = (output: RecordedOutput) => {
  const result: CommandResult = { command: "powershell", outcome: "exited", durationMs: 0, ...output };
  const { blocks } = parseScriptOutput(output.stdout);
  const printed = (...names: readonly PowershellBlockId[]) => blocks.size === 0 || names.some((name) => blocks.has(name));
  const connection = blockOf(result, "connection", connectionSchema);
  const adapters = blockOf(result, "adapters", adaptersSchema);
  const interfaces = blockOf(result, "resolvers", interfacesSchema);
  const vpn = blockOf(result, "vpn", vpnBlockSchema);
  const neighbours = blockOf(result, "neighbours", neighboursSchema);
  const connections = vpn.ok ? vpn.value.connections : [];
  const links = joinLinks(adapters.ok ? adapters.value.adapters : [], interfaces.ok ? interfaces.value.interfaces : [], connections);
  const table = neighbours.ok ? neighbours.value.neighbours : null;
  const readGateway = (): Reading["observation"] => {
    const best = underlayOf([], links);
    if (best === undefined) return unknown("offline", "no connected interface has a router");
    const domain = best.suffix === "" ? null : outside(best.suffix);
    return known({
      gateways: gatewaysOf([best], table),
      domain,
      metered: meteredOf(best, connection.ok ? connection.value : null),
      macShared: macShared([best], table),
    });
  };
  const registry = blockOf(result, "registry", registrySchema);
  const settings = registry.ok ? keyOfBlock(registry.value, "internet-settings") : undefined;
  const readings: readonly (readonly [boolean, () => Reading])[] = [
    [printed("adapters", "resolvers"), () => reading<unknown>("route", adapters.ok ? adapters : interfaces, () => readLinksAlone(links))],
    [printed("resolvers"), () => reading("resolvers", interfaces, () => readServers(links))],
    [
      settings !== undefined,
      () => ({ fact: "proxy", observation: settings?.ok ? known(proxyOfInternetSettings(settings.key)) : unknown("denied", "internet-settings") }),
    ],
    [printed("connection"), () => reading("wifi-link", connection, (value) => readWifi(value, links))],
    [printed("resolvers"), () => reading("gateway", interfaces, readGateway)],
    [printed("connection"), () => reading("connectivity", connection, readConnectivity)],
    [
      printed("adapters", "vpn"),
      () =>
        reading<unknown>("vpn", adapters.ok ? adapters : vpn, () =>
          known({
            tunnels: links.filter(({ kind, up }) => kind === "tunnel" && up).map((link) => tunnelOf(link, connections)),
            clients: clientsOf(vpn.ok ? vpn.value.services : [], connections, links, []),
          }),
        ),
    ],
  ];
  return readings.flatMap(([wanted, read]) => (wanted ? [read()] : []));
};

const readInternetSettings =
  (key: "internet-settings" | "internet-settings-machine"): Reader =>
  ({ code, stdout }) => {
    const parsed = parseRegQuery(stdout, registryKeys[key]);
    const observation =
      code === 0 && parsed.ok && parsed.value.valuesRead && showsWholeKey(stdout, registryKeys[key])
        ? known(proxyOfInternetSettings(parsed.value))
        : unknown("unparsed", parsed.ok ? (code === 0 ? "not all values of the key are shown" : `reg: exit ${code}`) : parsed.detail);
    return [{ fact: "proxy", observation }];
  };

export const windowsNetworkReaders: Readers = {
  powershell: readPowershell,
  "netsh-wlan-show-interfaces": ({ stdout, code }) => [{ fact: "wifi-link", observation: observationOfNetsh(parseWlanInterfaces(stdout, code)) }],
  "reg-internet-settings": readInternetSettings("internet-settings"),
  "reg-internet-settings-machine": readInternetSettings("internet-settings-machine"),
};
