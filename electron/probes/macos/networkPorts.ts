import type { LinkKind } from "../../../shared/facts/network.ts";
import { unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandRefusal, notParsed, type Parsed, parsed, type Refusal } from "../common/gather.ts";
import { plistAt, plistList, plistNumber, plistText } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import { readPlist } from "./plistFile.ts";

/** Kinds of the hardware ports by their device ("en0"). */
export type NetworkPorts = ReadonlyMap<string, LinkKind>;

export const networkInterfacesFile = "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist";

const deviceName = /^[a-z][a-z0-9]{1,15}$/;
const appleUsbVendor = 1452;
const telephone = /^(?:iPhone|iPad|SAMSUNG|Galaxy|Pixel|Xperia|AQUOS|arrows)\b|Android/i;

/** Names of ports are never translated in the files; adapters carry their maker's own name. */
function kindOfEthernet(name: string, vendor: number | undefined, product: string): LinkKind {
  if (/^Bluetooth PAN\b/i.test(name) || telephone.test(name) || telephone.test(product)) return "tether";
  return vendor === appleUsbVendor && /^i(?:Phone|Pad)/.test(product) ? "tether" : "cable";
}

/** SCNetworkInterfaceType of Apple's SystemConfiguration framework. */
function kindOfPort(entry: PlistValue): LinkKind {
  const info = plistAt(entry, "SCNetworkInterfaceInfo");
  const name = plistText(plistAt(info, "UserDefinedName")) ?? "";
  const product = plistText(plistAt(info, "USB Product Name")) ?? "";
  switch (plistText(plistAt(entry, "SCNetworkInterfaceType"))) {
    case "IEEE80211":
      return "wifi";
    case "Ethernet":
    case "FireWire":
      return kindOfEthernet(name, plistNumber(plistAt(info, "idVendor")), product);
    case "Bluetooth":
      return "tether";
    case "WWAN":
    case "Modem":
    case "com.apple.internal.iap":
      return "cellular";
    case "Bridge":
    case "Bond":
      return "cable";
    default:
      return "unrecognised";
  }
}

/** NetworkInterfaces.plist: every network port that this Mac has ever had, with its kind. */
export function portsOfPlist(value: PlistValue): Parsed<NetworkPorts> {
  const entries = plistList(plistAt(value, "Interfaces")).flatMap((entry) => {
    const name = plistText(plistAt(entry, "BSD Name"));
    return name !== undefined && deviceName.test(name) ? [[name, kindOfPort(entry)] as const] : [];
  });
  return entries.length === 0 ? notParsed("no network port is listed") : parsed(new Map(entries));
}

function kindByName(name: string): LinkKind {
  if (/^(?:Wi-Fi|AirPort)$/.test(name)) return "wifi";
  if (/WWAN|Modem/.test(name)) return "cellular";
  return kindOfEthernet(name, undefined, "");
}

/**
 * `networksetup -listallhardwareports`: "Hardware Port: Wi-Fi", "Device: en0" and an address, in blocks; the names of Apple's own ports are
 * English in every language.
 */
export function parseHardwarePorts(bytes: Uint8Array): Parsed<NetworkPorts> {
  // The part about VLANs follows always: without it the list is not whole.
  const [text = "", rest] = decodeUtf8(bytes).split(/^VLAN Configurations$/m);
  if (rest === undefined) return notParsed("networksetup: not the whole list");
  const found = [...text.matchAll(/^Hardware Port: (.+)\nDevice: ([a-z][a-z0-9]{1,15})$/gm)];
  if (found.length === 0) return notParsed("networksetup: no hardware port");
  return parsed(new Map(found.map(([, name = "", device = ""]) => [device, kindByName(name)])));
}

export type PortsAnswer = { readonly ports: NetworkPorts; readonly source: string } | { readonly refusal: Refusal };

/** The network ports, from the file of the system, or where that cannot be read from the program that reads it. */
export async function readNetworkPorts(host: Host, signal: AbortSignal): Promise<PortsAnswer> {
  const file = await readPlist(host, networkInterfacesFile);
  if (file.outcome === "read") {
    const ports = portsOfPlist(file.value);
    if (ports.ok) return { ports: ports.value, source: networkInterfacesFile };
  }
  const result = await host.run("networksetup-listallhardwareports", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  const ports = parseHardwarePorts(result.stdout);
  return ports.ok && result.code === 0
    ? { ports: ports.value, source: "networksetup -listallhardwareports" }
    : { refusal: unknown("unparsed", ports.ok ? `networksetup: exit ${result.code}` : ports.detail) };
}
