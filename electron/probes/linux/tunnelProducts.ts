import type { Tunnel } from "../../../shared/facts/network.ts";
import type { InterfaceAddress } from "../../host/host.ts";
import { vpnProducts } from "../common/vpnProducts.ts";
import type { ClassifiedLink } from "./linkKinds.ts";
import type { Processes } from "./processes.ts";

interface Product {
  readonly name: string;
  readonly mesh: boolean;
  readonly consumer: boolean;
  /** Programs that run while the product is installed and switched on, lower case. */
  readonly programs: readonly string[];
  readonly worksWithoutAdapter: boolean;
}

/** Programs that only Linux has, beside those that the table for every OS knows. */
const more: Readonly<Record<string, readonly string[]>> = {
  "Cloudflare WARP": ["warp-svc"],
  GlobalProtect: ["pangps", "gpd"],
  FortiClient: ["fctsslvpnd", "forticlient", "openfortivpn"],
  "Proton VPN": ["protonvpn-app"],
  OpenVPN: ["openvpn"],
};
const products: readonly Product[] = [
  ...vpnProducts.map(({ product, mesh, consumer, processes, worksWithoutAdapter }) => ({
    name: product,
    mesh,
    consumer,
    programs: [...processes.map((name) => name.toLowerCase()), ...(more[product] ?? [])],
    worksWithoutAdapter,
  })),
  { name: "Nebula", mesh: true, consumer: false, programs: ["nebula"], worksWithoutAdapter: false },
  { name: "OpenConnect", mesh: false, consumer: false, programs: ["openconnect"], worksWithoutAdapter: false },
  { name: "strongSwan", mesh: false, consumer: false, programs: ["charon", "charon-nm", "charon-systemd"], worksWithoutAdapter: true },
];

/** Programs by which a product is recognised. */
export const tunnelPrograms: readonly string[] = products.flatMap(({ programs }) => programs);

/** The names that products give their interfaces on Linux. A hint: an administrator may choose another one. */
const interfaceNames: readonly (readonly [RegExp, string])[] = [
  [/^tailscale\d+$/, "Tailscale"],
  [/^zt[a-z0-9]{8,}$/, "ZeroTier"],
  [/^nebula\d*$/, "Nebula"],
  [/^wt\d+$/, "NetBird"],
  [/^ham\d+$/, "Hamachi"],
  [/^CloudflareWARP$/, "Cloudflare WARP"],
  [/^cscotun\d+$/, "Cisco Secure Client"],
  [/^gpd\d+$/, "GlobalProtect"],
  [/^fctvpn/, "FortiClient"],
  [/^zcctun\d+$/, "Zscaler Client Connector"],
  [/^wg\d*-mullvad$/, "Mullvad VPN"],
  [/^(nordlynx|nordtun)$/, "NordVPN"],
  [/^wgpia\d+$/, "Private Internet Access"],
  [/^surfshark/, "Surfshark"],
  [/^(proton|pvpn)\w*$/, "Proton VPN"],
];
const ownInterface: ReadonlySet<string> = new Set(interfaceNames.map(([, name]) => name));

/** Tailscale's own networks, whatever its interface is called: https://tailscale.com/kb/1033/ip-and-dns-addresses */
const tailscalePrefix = /^fd7a:115c:a1e0:/i;

function productOf(name: string, addresses: readonly InterfaceAddress[]): Product | undefined {
  const byAddress = addresses.some((own) => own.interface === name && tailscalePrefix.test(own.address)) ? "Tailscale" : undefined;
  const found = byAddress ?? interfaceNames.find(([pattern]) => pattern.test(name))?.[1];
  return products.find((product) => product.name === found);
}

/** pptp-linux runs a program "pptp"; the plugin of the kernel is named in the command line of pppd. */
function isPptp(kind: string, processes: Processes | null): boolean {
  if (kind !== "ppp" || processes === null) return false;
  return processes.names.has("pptp") || processes.wordsOf("pppd").some((words) => words.some((word) => /(^|[\s/])pptp(\.so)?(\s|$)/.test(word)));
}

/**
 * What is known of a tunnel interface. `carriesInternet`: all traffic goes through it, so a mesh with such an exit is a way out like any other
 * (Tailscale's exit node); one that carries single networks stays a mesh.
 */
export function describeTunnel(
  { name, because }: ClassifiedLink,
  addresses: readonly InterfaceAddress[],
  processes: Processes | null,
  carriesInternet: boolean,
): Omit<Tunnel, "interface" | "kind"> {
  const product = productOf(name, addresses);
  return {
    product: product?.name ?? null,
    mesh: product?.mesh === true && !carriesInternet,
    ...(product?.consumer ? { consumer: true as const } : {}),
    weak: isPptp(because, processes) ? "pptp" : null,
  };
}

type Client = { readonly product: string; readonly state: "connected" | "disconnected" | "unrecognised" };

/** Clients whose background program runs. One that has its own interface is connected when that has an address of a network. */
export function runningClients(addresses: readonly InterfaceAddress[], processes: Processes | null): readonly Client[] {
  if (processes === null) return [];
  return products
    .filter(({ programs }) => programs.some((program) => processes.names.has(program)))
    .map(({ name, worksWithoutAdapter }): Client => {
      const up = addresses.some((own) => productOf(own.interface, addresses)?.name === name && !/^fe80:/i.test(own.address));
      if (up) return { product: name, state: "connected" };
      return { product: name, state: ownInterface.has(name) && !worksWithoutAdapter ? "disconnected" : "unrecognised" };
    });
}
