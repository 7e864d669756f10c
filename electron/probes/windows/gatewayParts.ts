import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { isSharedMac } from "../../../shared/sharedMac.ts";
import { outside } from "../common/gather.ts";
import { type Connections, plainGuid } from "./connectionBlock.ts";
import { realGateways } from "./gatewayAddresses.ts";
import type { Neighbour } from "./linkBlocks.ts";
import type { WindowsLink } from "./links.ts";

type Gateway = FactValue<"gateway">["gateways"][number];

/** Lower case with colons; null for what is no address of one device. */
export function plainMac(text: string): string | null {
  const mac = text.trim().toLowerCase().replaceAll("-", ":");
  if (!/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/.test(mac) || mac === "00:00:00:00:00:00") return null;
  // The lowest bit of the first octet marks a group address.
  return Number.parseInt(mac.slice(0, 2), 16) % 2 === 1 ? null : mac;
}

const onLink = (link: WindowsLink, neighbours: readonly Neighbour[]) =>
  neighbours.flatMap(({ index, address, mac }) => {
    const plain = plainMac(mac);
    return plain !== null && (link.index === null || index === link.index) ? [{ address: address.replace(/%.*$/, ""), mac: plain }] : [];
  });

/** The routers of these links, in their order. `neighbours` null: the table could not be read. */
export function gatewaysOf(links: readonly WindowsLink[], neighbours: readonly Neighbour[] | null): readonly Gateway[] {
  return links
    .flatMap((link) => {
      const known = onLink(link, neighbours ?? []);
      return realGateways(link.gateways).map(
        (address): Gateway => ({
          interface: outside(link.name),
          address: outside(address),
          mac: known.find((neighbour) => neighbour.address === address)?.mac ?? null,
        }),
      );
    })
    .slice(0, 16);
}

/**
 * Does another IPv4 address of the same link answer with a router's MAC? IPv6 is left out: a router has several addresses there. null: the table or
 * the router's MAC is not known, or it is one that routers share.
 */
export function macShared(links: readonly WindowsLink[], neighbours: readonly Neighbour[] | null): boolean | null {
  if (neighbours === null) return null;
  const answers = links.flatMap((link) => {
    const known = onLink(link, neighbours).filter(({ address }) => !address.includes(":"));
    const routers = realGateways(link.gateways).filter((address) => !address.includes(":"));
    return routers.flatMap((router) => {
      const mac = known.find(({ address }) => address === router)?.mac;
      if (mac === undefined || isSharedMac(mac)) return [];
      return [known.some((other) => other.mac === mac && !routers.includes(other.address))];
    });
  });
  return answers.length === 0 ? null : answers.includes(true);
}

/** NetworkCostType: 1 Unrestricted, 2 Fixed, 3 Variable; https://learn.microsoft.com/uwp/api/windows.networking.connectivity.networkcosttype */
export const meteredOfCost: Readonly<Record<number, boolean>> = { 1: false, 2: true, 3: true };

/** The cost of the link's own connection: a VPN above it has one of its own. */
export function meteredOf(link: WindowsLink, connections: Connections | null): boolean | null {
  const own = connections?.profiles.find(({ adapter }) => link.id !== "" && plainGuid(adapter) === link.id);
  return own === undefined ? null : (meteredOfCost[own.cost] ?? null);
}
