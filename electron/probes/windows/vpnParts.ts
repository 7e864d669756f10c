import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { Tunnel } from "../../../shared/facts/network.ts";
import { outside } from "../common/gather.ts";
import { matchVpn } from "../common/vpnProducts.ts";
import type { ClientService, VpnConnection } from "./linkBlocks.ts";
import type { WindowsLink } from "./links.ts";

type Client = FactValue<"vpn">["clients"][number];

/**
 * PPTP is broken, and so is MSCHAPv2 outside of EAP; PAP and CHAP are weaker still and are said by the same word.
 * https://learn.microsoft.com/security-updates/securityadvisories/2012/2743314
 */
export function weaknessOf({ tunnel, auth }: Pick<VpnConnection, "tunnel" | "auth">): Tunnel["weak"] {
  if (tunnel.toLowerCase() === "pptp") return "pptp";
  return auth.some((method) => /^(ms-?chapv2|chap|pap)$/i.test(method)) ? "mschapv2" : null;
}

/** A tunnel as the fact describes it. */
export function tunnelOf(link: WindowsLink, connections: readonly VpnConnection[]): Tunnel {
  const match = matchVpn({ description: link.description, driver: link.driver });
  const own = connections.filter(({ name, status }) => name.toLowerCase() === link.name.toLowerCase() && status.toLowerCase() === "connected");
  return {
    interface: outside(link.name),
    kind: outside(link.because),
    product: match.kind === "product" ? match.product.product : own.length > 0 ? "Windows" : null,
    mesh: match.kind === "product" && match.product.mesh,
    ...(match.kind === "product" && match.product.consumer ? { consumer: true } : {}),
    weak: own.map(weaknessOf).find((weak) => weak !== null) ?? null,
  };
}

const running = 4;
const stopped = 1;

/**
 * Clients by their services and Windows' own connections. "connected" is only said by an adapter that carries traffic or by Windows itself; of a
 * client whose service runs and which may work without an adapter nothing is said.
 */
export function clientsOf(
  services: readonly ClientService[],
  connections: readonly VpnConnection[],
  links: readonly WindowsLink[],
  carrying: readonly Tunnel[],
): readonly Client[] {
  const states = new Map<string, Client["state"]>();
  for (const { name, status } of services) {
    const match = matchVpn({ service: name });
    if (match.kind !== "product") continue;
    const { product, descriptions, worksWithoutAdapter } = match.product;
    const adapters = links.filter(({ description }) => {
      const own = matchVpn({ description });
      return own.kind === "product" && own.product.product === product;
    });
    const idle = !worksWithoutAdapter && descriptions.length > 0 && adapters.length > 0 && adapters.every(({ up }) => !up);
    const state = carrying.some((tunnel) => tunnel.product === product)
      ? "connected"
      : status === stopped || (status === running && idle)
        ? "disconnected"
        : "unrecognised";
    // One product may have several services; one that runs says more than one that is stopped.
    const before = states.get(product);
    if (before === undefined || before === "disconnected") states.set(product, state);
  }
  if (connections.length > 0)
    states.set("Windows", connections.some(({ status }) => status.toLowerCase() === "connected") ? "connected" : "disconnected");
  return [...states].map(([product, state]) => ({ product: outside(product), state })).slice(0, 32);
}
