import { decodeUtf8 } from "../../host/decode.ts";

export interface DefaultRoute {
  readonly interface: string;
  readonly metric: number;
}

const up = 0x1;
const reject = 0x200;

/** Default routes of /proc/net/route (proc(5); addresses and flags are hexadecimal, the metric is decimal). */
export function parseRoutes4(bytes: Uint8Array): readonly DefaultRoute[] {
  return decodeUtf8(bytes)
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [name, destination, , flags, , , metric, mask] = line.trim().split(/\s+/);
      const bits = Number.parseInt(flags ?? "", 16);
      if (!name || destination !== "00000000" || mask !== "00000000" || !(bits & up) || bits & reject) return [];
      return [{ interface: name, metric: Number.parseInt(metric ?? "0", 10) || 0 }];
    });
}

/** Default routes of /proc/net/ipv6_route: destination, prefix, source, prefix, gateway, metric, references, use, flags, interface. */
export function parseRoutes6(bytes: Uint8Array): readonly DefaultRoute[] {
  return decodeUtf8(bytes)
    .split("\n")
    .flatMap((line) => {
      const [destination, prefix, , , , metric, , , flags, name] = line.trim().split(/\s+/);
      const bits = Number.parseInt(flags ?? "", 16);
      if (!name || name === "lo" || !/^0{32}$/.test(destination ?? "") || prefix !== "00" || !(bits & up) || bits & reject) return [];
      return [{ interface: name, metric: Number.parseInt(metric ?? "0", 16) || 0 }];
    });
}
