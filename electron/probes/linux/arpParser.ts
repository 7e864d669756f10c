import { isSharedMac } from "../../../shared/sharedMac.ts";
import { decodeUtf8 } from "../../host/decode.ts";

export interface Neighbour {
  readonly address: string;
  readonly interface: string;
  /** Lower case. */
  readonly mac: string;
}

const complete = 0x2;
const row = /^(\d{1,3}(?:\.\d{1,3}){3})\s+0x[0-9a-f]+\s+0x([0-9a-f]+)\s+([0-9a-f]{2}(?::[0-9a-f]{2}){5})\s+\S+\s+(\S+)\s*$/i;

/** The IPv4 neighbours of /proc/net/arp (proc(5)) whose address is known now; a row that is still being asked for has the MAC 0. */
export function parseArp(bytes: Uint8Array): readonly Neighbour[] {
  return decodeUtf8(bytes)
    .split("\n")
    .slice(1)
    .flatMap((line) => {
      const [, address, flags, mac, name] = row.exec(line) ?? [];
      if (address === undefined || mac === undefined || name === undefined) return [];
      if (!(Number.parseInt(flags ?? "0", 16) & complete) || mac === "00:00:00:00:00:00") return [];
      return [{ address, interface: name, mac: mac.toLowerCase() }];
    });
}

/** Another address of the same network answers with the gateway's MAC. null: the gateway's MAC is not known, or one that is shared by design. */
export function isMacShared(
  neighbours: readonly Neighbour[],
  gateway: { readonly interface: string; readonly address: string; readonly mac: string | null },
): boolean | null {
  const { mac } = gateway;
  if (mac === null || isSharedMac(mac)) return null;
  return neighbours.some((other) => other.interface === gateway.interface && other.mac === mac && other.address !== gateway.address);
}
