import { decodeUtf8 } from "../../host/decode.ts";
import { addressOf, networkOrderAddress } from "./procNetParser.ts";

export interface DefaultRoute {
  readonly interface: string;
  /** The next router; null where the line has none (point to point). */
  readonly gateway: string | null;
  readonly metric: number;
}

const up = 0x1;
const toGateway = 0x2;
const reject = 0x200;

/** Default routes of /proc/net/route (proc(5); addresses and flags are hexadecimal, the metric is decimal). */
export function parseRoutes4(bytes: Uint8Array): readonly DefaultRoute[] {
  return decodeUtf8(bytes)
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [name, destination, gateway, flags, , , metric, mask] = line.trim().split(/\s+/);
      const bits = Number.parseInt(flags ?? "", 16);
      if (!name || destination !== "00000000" || mask !== "00000000" || !(bits & up) || bits & reject) return [];
      const next = bits & toGateway && /^[0-9A-F]{8}$/i.test(gateway ?? "") ? addressOf(gateway ?? "") : null;
      return [{ interface: name, gateway: next, metric: Number.parseInt(metric ?? "0", 10) || 0 }];
    });
}

/** Default routes of /proc/net/ipv6_route: destination, prefix, source, prefix, gateway, metric, references, use, flags, interface. */
export function parseRoutes6(bytes: Uint8Array): readonly DefaultRoute[] {
  return decodeUtf8(bytes)
    .split("\n")
    .flatMap((line) => {
      const [destination, prefix, , , gateway, metric, , , flags, name] = line.trim().split(/\s+/);
      const bits = Number.parseInt(flags ?? "", 16);
      if (!name || name === "lo" || !/^0{32}$/.test(destination ?? "") || prefix !== "00" || !(bits & up) || bits & reject) return [];
      const next = bits & toGateway && /^[0-9a-f]{32}$/i.test(gateway ?? "") ? networkOrderAddress(gateway ?? "") : null;
      return [{ interface: name, gateway: next, metric: Number.parseInt(metric ?? "0", 16) || 0 }];
    });
}
