import type { LinkKind } from "../../../shared/facts/network.ts";
import { plistAt, plistList, plistText } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import type { NetworkPorts } from "./networkPorts.ts";

/**
 * The bridges that are set up on this Mac with the ports that they join, out of the network settings ("VirtualNetworkInterfaces", "Bridge"); the bridge of
 * the Thunderbolt ports is one of them. Layout: BridgeConfiguration of Apple's SystemConfiguration, https://github.com/apple-oss-distributions/configd
 */
export function bridgesOfSettings(settings: PlistValue): ReadonlyMap<string, readonly string[]> {
  const bridges = plistAt(settings, "VirtualNetworkInterfaces", "Bridge");
  if (!(bridges instanceof Map)) return new Map();
  return new Map(
    [...bridges].map(([name, bridge]) => [name, plistList(plistAt(bridge, "Interfaces")).flatMap((member) => plistText(member) ?? [])] as const),
  );
}

/** The ports with the bridges among them: a bridge is what its members are, and where they differ or are not known it is not recognised. */
export function withBridges(ports: NetworkPorts, bridges: ReadonlyMap<string, readonly string[]>): NetworkPorts {
  const kindOf = (members: readonly string[]): LinkKind => {
    const kinds = new Set(members.map((member) => ports.get(member) ?? "unrecognised"));
    return kinds.size === 1 ? ([...kinds][0] ?? "unrecognised") : "unrecognised";
  };
  return new Map([...ports, ...[...bridges].map(([name, members]) => [name, kindOf(members)] as const)]);
}
