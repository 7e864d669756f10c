import type { InterfaceAddress } from "../../host/host.ts";

interface Product {
  readonly name: string;
  /** It connects single PCs with each other. */
  readonly mesh: boolean;
  /** Beginnings of the bundle ids of its network extension, as scutil shows them. */
  readonly bundles: readonly string[];
  /** Names in /Applications. */
  readonly apps: readonly string[];
}

const product = (name: string, bundles: readonly string[], apps: readonly string[], mesh = false): Product => ({ name, bundles, apps, mesh });

/** Hints, never proof: whoever makes a program may call it so. */
const products: readonly Product[] = [
  product("WireGuard", ["com.wireguard."], ["WireGuard.app"]),
  product("Tailscale", ["io.tailscale."], ["Tailscale.app"], true),
  product("ZeroTier", ["com.zerotier."], ["ZeroTier.app", "ZeroTier One.app"], true),
  product("Hamachi", ["com.logmein.hamachi"], ["LogMeIn Hamachi"], true),
  product("Cisco Secure Client", ["com.cisco."], ["Cisco"]),
  product("GlobalProtect", ["com.paloaltonetworks."], ["GlobalProtect.app"]),
  product("FortiClient", ["com.fortinet."], ["FortiClient.app"]),
  product("Zscaler", ["com.zscaler."], ["Zscaler"]),
  product("Cloudflare WARP", ["com.cloudflare."], ["Cloudflare WARP.app"]),
  product("Netskope", ["com.netskope."], ["Netskope Client.app", "Remove Netskope Client.app"]),
  product("OpenVPN Connect", ["net.openvpn.", "org.openvpn."], ["OpenVPN Connect", "OpenVPN Connect.app"]),
  product("Tunnelblick", [], ["Tunnelblick.app"]),
  product("Ivanti Secure Access", ["net.pulsesecure.", "net.juniper."], ["Pulse Secure.app", "Ivanti Secure Access.app"]),
  product("F5 Access", ["com.f5."], ["F5 Access.app", "BIG-IP Edge Client.app"]),
  product("Check Point", ["com.checkpoint."], ["Endpoint Security VPN.app"]),
  product("SonicWall", ["com.sonicwall."], ["SonicWall Mobile Connect.app"]),
  product("Global Secure Access", ["com.microsoft.globalsecureaccess"], ["GlobalSecureAccessClient.app"]),
  product("NordVPN", ["com.nordvpn."], ["NordVPN.app"]),
  product("Mullvad VPN", ["net.mullvad."], ["Mullvad VPN.app"]),
  product("Proton VPN", ["ch.protonvpn."], ["ProtonVPN.app"]),
  product("ExpressVPN", ["com.expressvpn."], ["ExpressVPN.app"]),
  product("Surfshark", ["com.surfshark."], ["Surfshark.app"]),
];

/** Product of a service's type ("VPN:com.wireguard.macos"); null for macOS's own kinds and for what is not in the table. */
export function productOfType(type: string): string | null {
  const bundle = /^VPN:(.+)$/.exec(type)?.[1]?.toLowerCase();
  if (bundle === undefined) return null;
  return products.find(({ bundles }) => bundles.some((beginning) => bundle.startsWith(beginning)))?.name ?? null;
}

/** Products whose program lies in /Applications, out of the names there. */
export function productsInFolder(names: readonly string[]): readonly string[] {
  return products.filter(({ apps }) => apps.some((app) => names.includes(app))).map(({ name }) => name);
}

/** Product by what its interface looks like: Tailscale's own address ranges, ZeroTier's driver. */
export function productOfInterface(name: string, interfaces: readonly InterfaceAddress[]): string | null {
  if (/^feth\d+$/.test(name)) return "ZeroTier";
  const own = interfaces.filter((entry) => entry.interface === name);
  return own.some(({ address }) => /^fd7a:115c:a1e0:/i.test(address)) ? "Tailscale" : null;
}

export function isMesh(name: string | null): boolean {
  return products.some((entry) => entry.name === name && entry.mesh);
}
