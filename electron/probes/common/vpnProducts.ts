/** A product that builds tunnels, and the signs by which its parts are known. Every sign is a hint: whether traffic leaves by it is asked of the kernel. */
export interface VpnProduct {
  readonly product: string;
  /** It connects single PCs with each other: never the company's VPN by itself. */
  readonly mesh: boolean;
  /** Sold to private people only: never a company's VPN unless the policy says so. */
  readonly consumer: boolean;
  /** The beginning of the adapter's description on Windows, in lower case. The vendor's own text, in one language. */
  readonly descriptions: readonly string[];
  /** Files of the adapter's driver on Windows, in lower case. */
  readonly drivers: readonly string[];
  /** Services of Windows, in lower case; a "*" at the end stands for the rest. */
  readonly services: readonly string[];
  /** Programs of macOS and Linux, by their file's name. */
  readonly processes: readonly string[];
  /** It can carry traffic (as a packet filter or a proxy of its own) while its adapter is down or absent. */
  readonly worksWithoutAdapter: boolean;
}

const nothing = { mesh: false, consumer: false, descriptions: [], drivers: [], services: [], processes: [], worksWithoutAdapter: false };
const product = (name: string, signs: Partial<VpnProduct>): VpnProduct => ({ ...nothing, ...signs, product: name });

/**
 * Signs as the vendors' installers leave them. Generic drivers (Wintun, TAP) serve many programs: they tell that it is a tunnel, not whose.
 * https://github.com/WireGuard/wintun https://docs.paloaltonetworks.com/globalprotect https://help.zscaler.com/client-connector
 */
export const vpnProducts: readonly VpnProduct[] = [
  product("Cisco Secure Client", {
    descriptions: ["cisco anyconnect", "cisco secure client"],
    drivers: ["vpnva-6.sys", "vpnva64-6.sys"],
    services: ["vpnagent", "csc_vpnagent"],
    processes: ["vpnagentd"],
  }),
  product("GlobalProtect", {
    descriptions: ["pangp virtual ethernet adapter"],
    drivers: ["pangpd.sys"],
    services: ["pangps"],
    processes: ["PanGPS"],
  }),
  product("FortiClient", {
    descriptions: [
      "fortinet virtual ethernet adapter",
      "fortinet ssl vpn virtual ethernet adapter",
      "forticlient virtual ethernet adapter",
      "pppop wan adapter",
    ],
    drivers: ["ftvnic.sys", "ftsvnic.sys", "pppop64.sys"],
    services: ["fa_scheduler"],
    processes: ["fctservctl", "fctservctl2", "forticlient", "openfortivpn"],
  }),
  product("Zscaler Client Connector", {
    descriptions: ["zscaler network adapter"],
    services: ["zsaservice", "zsatunnel"],
    processes: ["ZscalerTunnel", "zstunnel"],
    worksWithoutAdapter: true,
  }),
  product("Netskope Client", { services: ["stagentsvc"], processes: ["nsAuxiliarySvc", "stAgentApp"], worksWithoutAdapter: true }),
  product("Cloudflare WARP", {
    descriptions: ["cloudflare warp interface"],
    services: ["cloudflarewarp"],
    processes: ["CloudflareWARP", "warp-svc"],
    worksWithoutAdapter: true,
  }),
  product("Check Point Endpoint Security", {
    descriptions: ["check point virtual network adapter"],
    drivers: ["vna_ap.sys", "vna.sys"],
    services: ["tracsrvwrapper"],
    processes: ["TracSrvWrapper", "snx"],
  }),
  product("Appgate SDP", { descriptions: ["appgate tunnel"], services: ["appgate sdp service"], processes: ["appgate-service", "appgatedriver"] }),
  product("Ivanti Secure Access", {
    descriptions: ["juniper networks virtual adapter", "pulse secure virtual adapter", "ivanti secure access virtual adapter"],
    drivers: ["jnprva.sys"],
    services: ["pulsesecureservice", "dsaccessservice"],
    processes: ["dsAccessService", "pulsesvc", "pulsesecure"],
  }),
  product("SonicWall NetExtender", {
    descriptions: ["sonicwall netextender", "sonicwall ssl-vpn netextender", "sonicwall vpn adapter", "sonicwall virtual nic"],
    services: ["sonicwall_netextender"],
    processes: ["netExtender", "nxMonitor"],
  }),
  product("F5 BIG-IP Edge Client", {
    descriptions: ["f5 networks vpn adapter", "f5 vpn adapter"],
    drivers: ["covpndrv.sys", "covpnv64.sys"],
    processes: ["svpn"],
  }),
  product("Citrix Secure Access", {
    descriptions: ["citrix virtual adapter", "citrix vpn adapter"],
    services: ["nsverctl"],
    processes: ["nsgclient"],
  }),
  product("Array SSL VPN", { descriptions: ["array networks vpn adapter", "array networks ssl vpn"] }),
  product("SoftEther VPN", { descriptions: ["vpn client adapter", "vpn client device driver"], services: ["sevpnclient"], processes: ["vpnclient"] }),
  product("Sophos Connect", { descriptions: ["sophos tap adapter", "sophos ssl vpn adapter"], services: ["scvpn"] }),
  product("OpenVPN", {
    descriptions: ["openvpn data channel offload", "tap-windows adapter v9 for openvpn connect"],
    drivers: ["ovpn-dco.sys", "tapoas.sys"],
    services: ["openvpnserviceinteractive", "openvpnservice"],
    processes: ["openvpn", "openvpn3-service-client", "ovpnagent"],
  }),
  product("WireGuard", {
    descriptions: ["wireguard tunnel"],
    drivers: ["wireguard.sys"],
    services: ["wireguardtunnel$*"],
    processes: ["wireguard-go"],
  }),
  product("DirectAccess", { descriptions: ["microsoft ip-https platform"] }),
  product("NordVPN", { consumer: true, descriptions: ["nordlynx tunnel", "tap-nordvpn"], services: ["nordvpn-service"], processes: ["nordvpnd"] }),
  product("Private Internet Access", {
    consumer: true,
    descriptions: ["private internet access"],
    drivers: ["tap-pia-0901.sys"],
    processes: ["pia-daemon"],
  }),
  product("Surfshark", { consumer: true, descriptions: ["surfshark"], drivers: ["tapsurfshark.sys"], processes: ["surfsharkd"] }),
  product("CyberGhost", { consumer: true, descriptions: ["cyberghost"] }),
  product("Windscribe", {
    consumer: true,
    descriptions: ["windscribe"],
    drivers: ["tapwindscribe0901.sys", "windtun420.sys"],
    processes: ["windscribe"],
  }),
  product("Proton VPN", { descriptions: ["protonvpn tunnel", "tap-protonvpn"], services: ["protonvpn service"] }),
  product("Mullvad VPN", { consumer: true, descriptions: ["mullvad tunnel"], services: ["mullvadvpn"], processes: ["mullvad-daemon"] }),
  product("ExpressVPN", {
    consumer: true,
    descriptions: ["expressvpn"],
    drivers: ["tapexpressvpn.sys", "expressvpn-wintun.sys"],
    processes: ["expressvpnd"],
  }),
  product("Tailscale", { mesh: true, descriptions: ["tailscale tunnel"], services: ["tailscale"], processes: ["tailscaled"] }),
  product("ZeroTier", {
    mesh: true,
    descriptions: ["zerotier virtual port", "zerotier one virtual port"],
    drivers: ["zttap300.sys"],
    services: ["zerotieroneservice"],
    processes: ["zerotier-one"],
  }),
  product("NetBird", { mesh: true, descriptions: ["netbird tunnel"], services: ["netbird"], processes: ["netbird"] }),
  product("Hamachi", {
    mesh: true,
    descriptions: ["logmein hamachi", "hamachi network interface"],
    drivers: ["hamdrv.sys", "hamachi.sys"],
    services: ["hamachi2svc"],
    processes: ["hamachid"],
  }),
  product("Radmin VPN", { mesh: true, descriptions: ["famatech radmin vpn", "radmin vpn"], drivers: ["rvpnnetmp.sys"], services: ["rvcontrolsvc"] }),
];

/** Descriptions that only tunnels have, whoever made the program above them. */
const anyTunnel = ["wintun userspace tunnel", "tap-windows adapter", "tap-win32", "tap-win64"];

/** What is seen of an adapter or a program; the parts that are not known are left out. */
export interface VpnSign {
  readonly description?: string;
  /** Path or name of the driver's file. */
  readonly driver?: string;
  readonly service?: string;
  readonly process?: string;
}
export type VpnMatch =
  /** One of the products above. */
  | { readonly kind: "product"; readonly product: VpnProduct }
  /** A tunnel by its driver, of an unknown program. */
  | { readonly kind: "tunnel" }
  | { readonly kind: "none" };

const has = (signs: readonly string[], text: string | undefined) => text !== undefined && signs.includes(text);
/** TAP-Windows or Wintun under the name of the program that brought it ("tap-pia-0901.sys", "kltap.sys"): https://github.com/OpenVPN/tap-windows6 */
const isRenamed = (driver: string | undefined) => driver !== undefined && /tap[\w-]*\.sys$|wintun\.sys$/.test(driver);
const begins = (signs: readonly string[], text: string | undefined) => text !== undefined && signs.some((sign) => text.startsWith(sign));
const isService = (signs: readonly string[], name: string | undefined) =>
  name !== undefined && signs.some((sign) => (sign.endsWith("*") ? name.startsWith(sign.slice(0, -1)) : name === sign));

/** Which product an adapter, service or program belongs to. Upper and lower case are the same, except in names of programs. */
export function matchVpn(sign: VpnSign): VpnMatch {
  const description = sign.description?.trim().toLowerCase();
  const driver = sign.driver?.toLowerCase().split(/[\\/]/).at(-1);
  const service = sign.service?.toLowerCase();
  // The vendor's own text first: several products build on the same driver.
  const found =
    vpnProducts.find(({ descriptions }) => begins(descriptions, description)) ??
    vpnProducts.find(({ drivers, services, processes }) => has(drivers, driver) || isService(services, service) || has(processes, sign.process));
  if (found) return { kind: "product", product: found };
  return begins(anyTunnel, description) || isRenamed(driver) ? { kind: "tunnel" } : { kind: "none" };
}
