import { unknown } from "../../../shared/observation.ts";
import type { CommandId } from "../../host/commands.ts";
import type { Host } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
import { commandRefusal, type Refusal } from "../common/gather.ts";
import { bridgesOfSettings, withBridges } from "./bridges.ts";
import { interfaceTypeOf } from "./getsummaryParser.ts";
import { kindByName, type NamedPort, parseHardwarePorts } from "./hardwarePorts.ts";
import { type NetworkPorts, networkInterfacesFile, portsOfPlist } from "./networkPorts.ts";
import { readNetworkSettings } from "./networkSettings.ts";
import { readPlist } from "./plistFile.ts";

/** `whole`: every port's kind is known, so that a kind which is not among them is not there. */
export type PortsAnswer = { readonly ports: NetworkPorts; readonly source: string; readonly whole: boolean } | { readonly refusal: Refusal };

/** Commands that whoever reads the ports may run. */
export const portCommands = ["networksetup-listallhardwareports", "ipconfig-getsummary"] as const satisfies readonly CommandId[];

/** More ports than this are not asked one by one. */
const mostAsked = 12;

/** Is this port Wi-Fi by the word of ipconfig, which is never translated? undefined: not told. */
async function isWifi(host: Host, device: string, signal: AbortSignal): Promise<boolean | undefined> {
  const result = await askedSince(2, () => host.run("ipconfig-getsummary", signal, device));
  if (result?.outcome !== "exited" || result.code !== 0) return undefined;
  const type = interfaceTypeOf(result.stdout);
  return type === undefined ? undefined : type === "WiFi";
}

/** Asks the ports one after the other, the one whose name sounds like Wi-Fi first, until one of them is. */
async function findWifi(host: Host, ports: readonly NamedPort[], signal: AbortSignal): Promise<NetworkPorts> {
  const kinds = new Map(ports.map((port) => [port.device, kindByName(port)] as const));
  const named = ports.filter((port) => kinds.get(port.device) === "wifi");
  const asked = [...named, ...ports.filter((port) => !named.includes(port))].filter(({ device }) => /^en\d+$/.test(device));
  for (const { device } of asked.slice(0, mostAsked)) {
    const wifi = await isWifi(host, device, signal);
    if (wifi === true) {
      // One is enough: whatever else sounded like Wi-Fi has only its name.
      for (const other of named) kinds.set(other.device, "unrecognised");
      return kinds.set(device, "wifi");
    }
    if (wifi === false && kinds.get(device) === "wifi") kinds.set(device, "unrecognised");
  }
  return kinds;
}

/** The network ports, from the file of the system, or where that cannot be read from the programs that read it. */
export async function readNetworkPorts(host: Host, signal: AbortSignal): Promise<PortsAnswer> {
  const [file, settings] = await Promise.all([readPlist(host, networkInterfacesFile), askedSince(2, () => readNetworkSettings(host))]);
  const bridges = bridgesOfSettings(settings?.outcome === "read" ? settings.value : new Map());
  if (file.outcome === "read") {
    const ports = portsOfPlist(file.value);
    if (ports.ok) return { ports: withBridges(ports.value, bridges), source: networkInterfacesFile, whole: true };
  }
  const result = await host.run("networksetup-listallhardwareports", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  const ports = parseHardwarePorts(result.stdout);
  if (!ports.ok) return { refusal: unknown("unparsed", ports.detail) };
  if (result.code !== 0) return { refusal: unknown("unparsed", `networksetup: exit ${result.code}`) };
  const kinds = await findWifi(host, ports.value, signal);
  return { ports: withBridges(kinds, bridges), source: "networksetup -listallhardwareports", whole: false };
}
