import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { outside } from "../common/gather.ts";
import type { WindowsLink } from "./links.ts";

/** A name server and the interface that it belongs to. */
export type Server = FactValue<"resolvers">["servers"][number];

/** Windows lists these three for IPv6 where no server is set; nothing answers there. */
const placeholder = /^fec0:0:0:ffff::[123]$/i;

/** The name servers of all interfaces that are up, without those that only stand for "none set". Windows may ask several interfaces at once. */
export function serversOf(links: readonly Pick<WindowsLink, "up" | "dns" | "name" | "kind">[]): readonly Server[] {
  const servers = links
    .filter(({ up }) => up)
    .flatMap(({ dns, name }) =>
      dns
        .map((address) => address.trim())
        .filter((address) => address !== "" && !placeholder.test(address.replace(/%.*$/, "")))
        .map((address): Server => ({ address: outside(address), interface: name === "" ? null : outside(name) })),
    );
  return [...new Map(servers.map((server) => [`${server.address} ${server.interface}`, server])).values()].slice(0, 64);
}

export function isLoopbackAddress(address: string): boolean {
  return address === "::1" || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(address);
}
