import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** A line of the routing table: a default route to a router, or a neighbour with its hardware address. */
export interface DefaultRoute {
  readonly interface: string;
  readonly address: string;
  readonly family: 4 | 6;
  /** Only for traffic that is bound to the interface already (RTF_IFSCOPE): not the way of ordinary traffic. */
  readonly scoped: boolean;
}
export interface Neighbour {
  readonly interface: string;
  readonly address: string;
  readonly mac: string;
}
export interface RoutingTable {
  readonly defaults: readonly DefaultRoute[];
  readonly neighbours: readonly Neighbour[];
}

/** "f0:18:98:5:45:60" to "f0:18:98:05:45:60"; null when it is not a hardware address. BSD prints no leading zeros. */
export function normalMac(text: string): string | null {
  if (!/^[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}$/i.test(text)) return null;
  return text
    .toLowerCase()
    .split(":")
    .map((part) => part.padStart(2, "0"))
    .join(":");
}

const isIpv4 = (text: string) => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text);
const isIpv6 = (text: string) => /^[0-9a-f:]*:[0-9a-f:.]*(?:%[a-z0-9]+)?$/i.test(text) && normalMac(text) === null;
const isInterface = (text: string | undefined): text is string => text !== undefined && /^[a-z][a-z0-9]{1,15}$/.test(text);

/**
 * `netstat -rn`: Destination, Gateway, Flags, sometimes Refs/Use/Mtu, Netif and Expire; the place of Netif is taken from the header. A default
 * route whose gateway is no address (a link, a tunnel's own name) has no router. Lines that are not known are left out.
 * https://keith.github.io/xcode-man-pages/netstat.1.html
 */
export function parseRoutingTable(bytes: Uint8Array): Parsed<RoutingTable> {
  const defaults: DefaultRoute[] = [];
  const neighbours: Neighbour[] = [];
  let column = -1;
  const lines = decodeUtf8(bytes).split("\n");
  if (lines.at(-1) !== "") return notParsed("netstat: ends in the middle of a line");
  for (const line of lines) {
    const cells = line.trim().split(/\s+/);
    const [destination = "", gateway = "", flags = ""] = cells;
    if (destination === "Destination" && gateway === "Gateway") {
      column = cells.indexOf("Netif");
      continue;
    }
    const name = cells[column];
    if (column < 0 || !isInterface(name)) continue;
    const mac = normalMac(gateway);
    if (destination === "default") {
      const family = isIpv4(gateway) ? 4 : isIpv6(gateway) ? 6 : null;
      // "fe80::%utun0" is no router: it is how macOS writes its own tunnels.
      if (family !== null && flags.includes("G") && !/^fe80::%/i.test(gateway)) {
        defaults.push({ interface: name, address: gateway.toLowerCase(), family, scoped: flags.includes("I") });
      }
    } else if (mac !== null && flags.includes("L") && flags.includes("H") && (isIpv4(destination) || isIpv6(destination))) {
      neighbours.push({ interface: name, address: destination.toLowerCase(), mac });
    }
  }
  return column < 0 ? notParsed("netstat: no table of routes") : parsed({ defaults, neighbours });
}
