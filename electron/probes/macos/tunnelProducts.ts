import type { InterfaceAddress } from "../../host/host.ts";
import { vpnProducts } from "../common/vpnProducts.ts";

/** Signs of macOS for a product: beginnings of the bundle ids of its network extension, as scutil shows them, and names in /Applications. */
interface Signs {
  readonly name: string;
  readonly bundles: readonly string[];
  readonly apps: readonly string[];
}

const signs = (name: string, bundles: readonly string[], apps: readonly string[]): Signs => ({ name, bundles, apps });

/** Hints, never proof: whoever makes a program may call it so. Names as in the table of all systems. */
export const macosVpnProducts: readonly Signs[] = [
  signs("WireGuard", ["com.wireguard."], ["WireGuard.app"]),
  signs("Tailscale", ["io.tailscale."], ["Tailscale.app"]),
  signs("ZeroTier", ["com.zerotier."], ["ZeroTier.app", "ZeroTier One.app"]),
  signs("Hamachi", ["com.logmein.hamachi"], ["LogMeIn Hamachi"]),
  signs("NetBird", ["io.netbird."], ["NetBird.app"]),
  signs("Cisco Secure Client", ["com.cisco."], ["Cisco"]),
  signs("GlobalProtect", ["com.paloaltonetworks."], ["GlobalProtect.app"]),
  signs("FortiClient", ["com.fortinet."], ["FortiClient.app"]),
  signs("Zscaler Client Connector", ["com.zscaler."], ["Zscaler"]),
  signs("Cloudflare WARP", ["com.cloudflare."], ["Cloudflare WARP.app"]),
  signs("Netskope Client", ["com.netskope."], ["Netskope Client.app", "Remove Netskope Client.app"]),
  signs("OpenVPN", ["net.openvpn.", "org.openvpn."], ["OpenVPN Connect", "OpenVPN Connect.app"]),
  signs("Tunnelblick", [], ["Tunnelblick.app"]),
  signs("Ivanti Secure Access", ["net.pulsesecure.", "net.juniper."], ["Pulse Secure.app", "Ivanti Secure Access.app"]),
  signs("F5 BIG-IP Edge Client", ["com.f5."], ["F5 Access.app", "BIG-IP Edge Client.app"]),
  signs("Check Point Endpoint Security", ["com.checkpoint."], ["Endpoint Security VPN.app"]),
  signs("SonicWall NetExtender", ["com.sonicwall."], ["SonicWall Mobile Connect.app"]),
  signs("Global Secure Access", ["com.microsoft.globalsecureaccess"], ["GlobalSecureAccessClient.app"]),
  signs("NordVPN", ["com.nordvpn."], ["NordVPN.app"]),
  signs("Mullvad VPN", ["net.mullvad."], ["Mullvad VPN.app"]),
  signs("Proton VPN", ["ch.protonvpn."], ["ProtonVPN.app"]),
  signs("ExpressVPN", ["com.expressvpn."], ["ExpressVPN.app"]),
  signs("Surfshark", ["com.surfshark."], ["Surfshark.app"]),
];

/** Product of a service's type ("VPN:com.wireguard.macos"); null for macOS's own kinds and for what is not in the table. */
export function productOfType(type: string): string | null {
  const bundle = /^VPN:(.+)$/.exec(type)?.[1]?.toLowerCase();
  if (bundle === undefined) return null;
  return macosVpnProducts.find(({ bundles }) => bundles.some((beginning) => bundle.startsWith(beginning)))?.name ?? null;
}

/** Products whose program lies in /Applications, out of the names there. */
export function productsInFolder(names: readonly string[]): readonly string[] {
  return macosVpnProducts.filter(({ apps }) => apps.some((app) => names.includes(app))).map(({ name }) => name);
}

/** Product by what its interface looks like: Tailscale's own address ranges, ZeroTier's driver. */
export function productOfInterface(name: string, interfaces: readonly InterfaceAddress[]): string | null {
  if (/^feth\d+$/.test(name)) return "ZeroTier";
  const own = interfaces.filter((entry) => entry.interface === name);
  return own.some(({ address }) => /^fd7a:115c:a1e0:/i.test(address)) ? "Tailscale" : null;
}

/** Does the product connect single PCs with each other? */
export function isMesh(name: string | null): boolean {
  return vpnProducts.some((entry) => entry.product === name && entry.mesh);
}

/** Is the product sold to private people only? */
export function isConsumer(name: string | null): boolean {
  return vpnProducts.some((entry) => entry.product === name && entry.consumer);
}
