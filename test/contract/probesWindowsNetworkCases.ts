import type { Expected } from "../support/probeCases.ts";
import type { Case } from "./probesLinuxMatrix.ts";
import {
  adapter,
  anyconnect,
  anyconnectNet,
  cableCard,
  cableNet,
  dotNet,
  type Machine,
  noVpn,
  profile,
  service,
  unplugged,
  vpnConnection,
  wifiCard,
  wifiNet,
  wifiOff,
  wlan,
} from "./probesWindowsNetworkMachines.ts";

type NetworkFact = "route" | "resolvers" | "proxy" | "wifi-link" | "gateway" | "connectivity" | "vpn";
export interface WindowsCase<K extends NetworkFact> extends Omit<Case<K>, "fixtures"> {
  readonly machine: Machine;
  readonly expected: Expected<K>;
}

/** Wi-Fi at home, no VPN. */
export const home: Machine = {
  v4: "Wi-Fi",
  others: { "192.168.24.1": "Wi-Fi" },
  blocks: {
    connection: { profiles: [wlan()], internet: wlan() },
    resolvers: { interfaces: [wifiNet] },
    adapters: { adapters: [wifiCard, unplugged] },
    vpn: noVpn,
    neighbours: { neighbours: [{ index: 12, address: "192.168.24.1", mac: "02-00-5E-11-22-33" }] },
    registry: {
      "internet-settings": { values: {}, subkeys: [] },
      "internet-settings-policy": null,
      "tcpip-parameters": null,
      "dns-client-policy": null,
    },
  },
};
const withBlocks = (base: Machine, blocks: Readonly<Record<string, unknown>>, more: Partial<Machine> = {}): Machine => ({
  ...base,
  ...more,
  blocks: { ...base.blocks, ...blocks },
});
const office: Machine = withBlocks(
  home,
  {
    connection: { profiles: [profile(9, { domain: 2 })], internet: profile(9, { domain: 2 }) },
    resolvers: { interfaces: [cableNet] },
    adapters: { adapters: [cableCard, wifiOff, { ...anyconnect, up: 2, media: 2 }] },
    neighbours: { neighbours: [] },
  },
  { v4: "イーサネット", company: "イーサネット", others: { "10.70.9.11": "イーサネット" } },
);
const tunnelled: Machine = withBlocks(
  home,
  { resolvers: { interfaces: [wifiNet, anyconnectNet] }, adapters: { adapters: [wifiCard, anyconnect] } },
  {
    v4: "イーサネット 3",
    company: "イーサネット 3",
    others: { "192.168.24.1": "Wi-Fi", "10.9.0.2": "イーサネット 3" },
  },
);
const key = (values: Readonly<Record<string, string | number>>) => ({
  values: Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, { kind: typeof value === "number" ? "DWord" : "String", value: String(value) }]),
  ),
  subkeys: [],
});
const registry = (keys: Readonly<Record<string, unknown>>, base: Machine = home): Machine =>
  withBlocks(base, { registry: { ...(base.blocks?.["registry"] as object), ...keys } });

const corp = ["10.20.0.5"];
/** PCs on which PowerShell tells nothing. */
const blocked: Machine = { printed: "<<preflight-mode:ConstrainedLanguage>>\r\n" };
const silent: Machine = { printed: "" };
const killedHalfWay: Machine = {
  ...home,
  outcome: "timeout",
  blocks: { connection: home.blocks?.["connection"], resolvers: home.blocks?.["resolvers"] },
};
const denied = { error: { type: "System.UnauthorizedAccessException", code: -2147024891, message: "アクセスが拒否されました。" } };
const offline: Machine = withBlocks(
  home,
  {
    connection: { profiles: [], internet: null },
    resolvers: { interfaces: [dotNet(12, "Wi-Fi", "Intel(R) Wi-Fi 6 AX201 160MHz", { type: 71, status: 2 })] },
    adapters: { adapters: [wifiOff, unplugged] },
    neighbours: { neighbours: [] },
  },
  { v4: null, others: {} },
);
const leg = (address: string, via: { interface: string; kind: "wifi" | "cable" | "tunnel" | "tether" | "unrecognised" } | null) => ({
  target: address.startsWith("10.") ? ("company" as const) : ("internet" as const),
  address,
  family: address.includes(":") ? (6 as const) : (4 as const),
  via,
});
const wifi = { interface: "Wi-Fi", kind: "wifi" } as const;
const cable = { interface: "イーサネット", kind: "cable" } as const;
const cisco = { interface: "イーサネット 3", kind: "tunnel" } as const;
const internet = (via: Parameters<typeof leg>[1]) => [leg("12.34.56.78", via), leg("203.0.113.10", via), leg("2600::1", null)];
const stranger = adapter(44, "イーサネット 7", "Super VPN Ethernet Adapter", { hardware: false });
const telephone = adapter(45, "イーサネット 5", "Remote NDIS based Internet Sharing Device", { driver: "rndismp6.sys", device: "USB\\VID_04E8\\1" });
const wsl = adapter(61, "vEthernet (WSL)", "Hyper-V Virtual Ethernet Adapter", { hardware: false, driver: "vmswitch.sys" });

export const route: readonly WindowsCase<"route">[] = [
  { title: "Wi-Fi at home", kind: "secure", machine: home, expected: { legs: internet(wifi), underlay: wifi } },
  {
    title: "a cable in the office, a VPN client that is not connected",
    kind: "secure",
    machine: office,
    company: corp,
    expected: { legs: [...internet(cable), leg("10.20.0.5", cable)], underlay: cable },
  },
  { title: "everything through a tunnel", kind: "secure", machine: tunnelled, expected: { legs: internet(cisco), underlay: wifi } },
  {
    title: "a tunnel with a router of its own: the link below it is the one that counts",
    kind: "secure",
    machine: withBlocks(tunnelled, { resolvers: { interfaces: [{ ...anyconnectNet, gateways: ["10.9.0.1"] }, wifiNet] } }),
    expected: { underlay: wifi },
  },
  {
    title: "below a tunnel, without .NET's list of routers",
    kind: "other",
    machine: withBlocks(tunnelled, { resolvers: denied }),
    expected: "unknown:denied",
  },
  { title: "no connection at all", kind: "absent", machine: offline, expected: { legs: internet(null), underlay: null } },
  {
    title: "no connection, and PowerShell may not run: offline is known all the same",
    kind: "absent",
    machine: blocked,
    expected: { legs: internet(null), underlay: null },
  },
  { title: "PowerShell in Constrained Language", kind: "other", machine: { ...blocked, v4: "Wi-Fi" }, expected: "unknown:policy-blocked" },
  { title: "PowerShell ends at once and says nothing", kind: "other", machine: { ...silent, v4: "Wi-Fi" }, expected: "unknown:policy-blocked" },
  {
    title: "PowerShell ended half way: Wi-Fi is known by .NET alone",
    kind: "other",
    machine: killedHalfWay,
    expected: { legs: internet(wifi), underlay: wifi },
  },
  {
    title: "CIM does not answer: a network card cannot be told from a program's adapter",
    kind: "other",
    machine: withBlocks(office, { adapters: denied }),
    expected: "unknown:denied",
  },
  {
    title: "an adapter that nobody knows is no cable",
    kind: "insecure",
    machine: withBlocks(home, { adapters: { adapters: [wifiCard, stranger] } }, { v4: "イーサネット 7" }),
    expected: { legs: internet({ interface: "イーサネット 7", kind: "unrecognised" }), underlay: wifi },
  },
  {
    title: "a telephone on USB",
    kind: "other",
    machine: withBlocks(
      home,
      {
        adapters: { adapters: [telephone, wifiOff] },
        resolvers: { interfaces: [dotNet(45, "イーサネット 5", "x", { gateways: ["192.168.42.129"] })] },
      },
      { v4: "イーサネット 5" },
    ),
    expected: { underlay: { interface: "イーサネット 5", kind: "tether" } },
  },
  {
    title: "the switch of WSL beside Wi-Fi",
    kind: "other",
    machine: withBlocks(home, {
      adapters: { adapters: [wsl, wifiCard] },
      resolvers: { interfaces: [dotNet(61, "vEthernet (WSL)", "x", { addresses: ["172.20.0.1"] }), wifiNet] },
    }),
    expected: { legs: internet(wifi), underlay: wifi },
  },
  { title: "a question that the kernel does not answer", kind: "other", machine: { ...home, v4: "failed" }, expected: "unknown:failed" },
];

const ciscoTunnel = {
  interface: "イーサネット 3",
  kind: "Cisco AnyConnect Virtual Miniport Adapter for Windows x64",
  product: "Cisco Secure Client",
  mesh: false,
  weak: null,
} as const;
const builtIn = (values: Readonly<Record<string, unknown>>): Machine =>
  withBlocks(
    home,
    {
      resolvers: { interfaces: [wifiNet, dotNet(70, "社内 VPN", "社内 VPN", { type: 23, dns: ["10.9.0.2"], addresses: ["10.9.0.7"] })] },
      adapters: { adapters: [wifiCard] },
      vpn: vpnConnection(values),
    },
    { v4: "社内 VPN", company: "社内 VPN", others: { "192.168.24.1": "Wi-Fi", "10.9.0.2": "社内 VPN" } },
  );
const tailscale = adapter(52, "Tailscale", "Tailscale Tunnel", { type: 53, hardware: false });
const zscaler = adapter(53, "イーサネット 8", "Zscaler Network Adapter 1.0.2.0", { hardware: false, up: false });
const forti = adapter(54, "イーサネット 9", "Fortinet SSL VPN Virtual Ethernet Adapter", { hardware: false, up: false });

export const vpn: readonly WindowsCase<"vpn">[] = [
  {
    title: "everything through AnyConnect; whether Windows asks the home's name server too is not seen",
    kind: "secure",
    machine: tunnelled,
    company: corp,
    expected: { internetV4: "tunnel", internetV6: "none", company: "tunnel", dns: null, carrying: [ciscoTunnel], idle: [], clients: [] },
  },
  {
    title: "the same, and a policy says that only the tunnel's name servers are asked",
    kind: "secure",
    machine: registry({ "dns-client-policy": key({ DisableSmartNameResolution: 1 }) }, tunnelled),
    expected: { dns: "tunnel" },
  },
  {
    title: "a tunnel without name servers of its own: the home's is asked past it",
    kind: "insecure",
    machine: withBlocks(tunnelled, { resolvers: { interfaces: [wifiNet, { ...anyconnectNet, dns: [] }] } }),
    expected: { internetV4: "tunnel", dns: "direct" },
  },
  {
    title: "one of the tunnel's name servers is reached past it",
    kind: "insecure",
    machine: {
      ...withBlocks(tunnelled, { resolvers: { interfaces: [wifiNet, { ...anyconnectNet, dns: ["10.9.0.2", "198.51.100.53"] }] } }),
      others: { "192.168.24.1": "Wi-Fi", "10.9.0.2": "イーサネット 3", "198.51.100.53": "Wi-Fi" },
    },
    expected: { dns: "mixed" },
  },
  {
    title: "only the company through the tunnel: questions go both ways",
    kind: "other",
    machine: { ...tunnelled, v4: "Wi-Fi" },
    company: corp,
    expected: { internetV4: "direct", dns: "mixed" },
  },
  {
    title: "the home's name server is reached through the tunnel",
    kind: "secure",
    machine: { ...tunnelled, others: { "192.168.24.1": "イーサネット 3", "10.9.0.2": "イーサネット 3" } },
    expected: { internetV4: "tunnel", company: null, dns: "tunnel" },
  },
  {
    title: "only the company through the tunnel",
    kind: "other",
    machine: { ...tunnelled, v4: "Wi-Fi" },
    company: corp,
    expected: { internetV4: "direct", company: "tunnel", carrying: [ciscoTunnel] },
  },
  {
    title: "IPv6 leaks past the tunnel",
    kind: "insecure",
    machine: { ...tunnelled, v6: "Wi-Fi" },
    expected: { internetV4: "tunnel", internetV6: "direct" },
  },
  {
    title: "the client is installed and not connected",
    kind: "insecure",
    machine: office,
    company: corp,
    expected: { internetV4: "direct", company: "direct", dns: "direct", carrying: [], idle: [] },
  },
  {
    title: "Windows' own IKEv2",
    kind: "secure",
    machine: builtIn({}),
    company: corp,
    expected: {
      internetV4: "tunnel",
      company: "tunnel",
      carrying: [{ interface: "社内 VPN", kind: "ikev2", product: "Windows", mesh: false, weak: null }],
      clients: [{ product: "Windows", state: "connected" }],
    },
  },
  {
    title: "PPTP",
    kind: "insecure",
    machine: builtIn({ tunnel: "Pptp", auth: ["MSChapv2"] }),
    expected: { carrying: [{ interface: "社内 VPN", kind: "pptp", product: "Windows", mesh: false, weak: "pptp" }] },
  },
  {
    title: "L2TP with MSCHAPv2",
    kind: "insecure",
    machine: builtIn({ tunnel: "L2tp", auth: ["Eap", "MSChapv2"] }),
    expected: { carrying: [{ interface: "社内 VPN", kind: "l2tp", product: "Windows", mesh: false, weak: "mschapv2" }] },
  },
  {
    title: "PPP that no list names may be a plain line",
    kind: "other",
    machine: withBlocks(builtIn({}), { vpn: { ...noVpn, problem: "System.Management.Automation.CommandNotFoundException" } }),
    expected: "unknown:unparsed",
  },
  {
    title: "a list that names it as not connected does not make it a tunnel",
    kind: "other",
    machine: builtIn({ status: "Disconnected" }),
    expected: "unknown:unparsed",
  },
  {
    title: "a connection that bears the name of the network card does not make it a tunnel",
    kind: "insecure",
    machine: withBlocks(office, { vpn: vpnConnection({ name: "イーサネット" }) }),
    company: corp,
    expected: { internetV4: "direct", company: "direct", carrying: [] },
  },
  {
    title: "Tailscale without an exit node",
    kind: "insecure",
    machine: withBlocks(home, {
      adapters: { adapters: [wifiCard, tailscale] },
      resolvers: { interfaces: [wifiNet, dotNet(52, "Tailscale", "Tailscale Tunnel", { type: 53, addresses: ["100.64.0.7"] })] },
      vpn: service("Tailscale"),
    }),
    company: corp,
    expected: {
      internetV4: "direct",
      company: "none",
      carrying: [],
      idle: [{ interface: "Tailscale", kind: "Tailscale Tunnel", product: "Tailscale", mesh: true, weak: null }],
      clients: [{ product: "Tailscale", state: "unrecognised" }],
    },
  },
  {
    title: "Zscaler may work although its adapter is down",
    kind: "other",
    machine: withBlocks(home, { adapters: { adapters: [wifiCard, zscaler] }, vpn: service("ZSATunnel") }),
    expected: { internetV4: "direct", carrying: [], idle: [], clients: [{ product: "Zscaler Client Connector", state: "unrecognised" }] },
  },
  {
    title: "FortiClient's service runs, its adapter is down",
    kind: "insecure",
    machine: withBlocks(home, { adapters: { adapters: [wifiCard, forti] }, vpn: service("FA_Scheduler") }),
    expected: { carrying: [], clients: [{ product: "FortiClient", state: "disconnected" }] },
  },
  {
    title: "the service of a client is stopped",
    kind: "other",
    machine: withBlocks(home, { vpn: service("PanGPS", 1) }),
    expected: { clients: [{ product: "GlobalProtect", state: "disconnected" }] },
  },
  {
    title: "a name server on this PC: how it asks further is not seen",
    kind: "other",
    machine: withBlocks(home, { resolvers: { interfaces: [{ ...wifiNet, dns: ["127.0.0.1"] }] } }, { others: {} }),
    expected: { dns: null },
  },
  {
    title: "one name server on this PC, the other behind the tunnel: the first is not seen",
    kind: "other",
    machine: withBlocks(tunnelled, { resolvers: { interfaces: [{ ...wifiNet, dns: ["127.0.0.1"] }, anyconnectNet] } }),
    expected: { dns: null },
  },
  {
    title: "one name server on this PC, the other past the tunnel: that one leaks",
    kind: "insecure",
    machine: withBlocks(tunnelled, { resolvers: { interfaces: [wifiNet, { ...anyconnectNet, dns: ["127.0.0.1"] }] } }),
    expected: { dns: "direct" },
  },
  {
    title: "what is left over of a cable that was pulled is not asked",
    kind: "insecure",
    machine: withBlocks(home, { resolvers: { interfaces: [wifiNet, { ...cableNet, status: 2 }] } }),
    expected: { dns: "direct" },
  },
  {
    title: "of two services one runs",
    kind: "other",
    machine: withBlocks(home, {
      vpn: {
        ...noVpn,
        services: [
          { name: "csc_vpnagent", status: 1 },
          { name: "vpnagent", status: 4 },
          { name: "zsaservice", status: 4 },
          { name: "zsatunnel", status: 1 },
        ],
      },
    }),
    expected: {
      clients: [
        { product: "Cisco Secure Client", state: "unrecognised" },
        { product: "Zscaler Client Connector", state: "unrecognised" },
      ],
    },
  },
  {
    title: "an adapter that nobody knows carries everything",
    kind: "other",
    machine: withBlocks(home, { adapters: { adapters: [wifiCard, stranger] } }, { v4: "イーサネット 7" }),
    expected: "unknown:unparsed",
  },
  { title: "no connection at all", kind: "absent", machine: offline, expected: { internetV4: "none", internetV6: "none", carrying: [], dns: null } },
  { title: "PowerShell in Constrained Language", kind: "other", machine: { ...blocked, v4: "Wi-Fi" }, expected: "unknown:policy-blocked" },
  { title: "PowerShell ended before the list of connections", kind: "other", machine: killedHalfWay, expected: "unknown:timeout" },
];

const location = "There is 1 interface on the system:\r\nms-settings:privacy-location\r\n";
const netshOpen = [
  "",
  "    名前                   : Wi-Fi",
  "    説明                   : Intel(R) Wi-Fi 6 AX201 160MHz",
  "    GUID                   : 00000000-0000-4000-8000-000000000012",
  "    物理アドレス           : 02:00:5e:10:20:30",
  "    状態                   : 接続されました",
  "    SSID                   : Cafe",
  "    BSSID                  : 02:00:5e:aa:bb:01",
  "    ネットワークの種類     : インフラストラクチャ",
  "    無線の種類             : 802.11n",
  "    認証                   : オープン",
  "    暗号                   : なし",
  "    接続モード             : プロファイル",
  "    チャネル               : 1",
  "    受信速度 (Mbps)        : 72",
  "    送信速度 (Mbps)        : 72",
  "    シグナル               : 70%",
  "    プロファイル           : Cafe",
  "",
].join("\r\n");
const cafe = { connected: true, interface: "Wi-Fi", ssid: "Cafe", bssid: "02:00:5e:aa:bb:01", security: "open", signalPercent: 70 } as const;
const nobody = { profiles: [], internet: null };
const wifiBlocks = (profiles: readonly unknown[]) => withBlocks(home, { connection: { profiles, internet: profiles[0] ?? null } });

export const wifiLink: readonly WindowsCase<"wifi-link">[] = [
  {
    title: "WPA2 at home; the profile's name has a number that the network's has not",
    kind: "secure",
    machine: home,
    expected: { connected: true, interface: "Wi-Fi", ssid: "Sakura", bssid: null, security: "wpa2-personal", signalPercent: 80 },
  },
  {
    title: "open, and the name is kept secret (Windows 11 24H2): the security is judged all the same",
    kind: "insecure",
    machine: wifiBlocks([wlan({ ssid: "", auth: 2, enc: 0 })]),
    expected: { connected: true, interface: "Wi-Fi", ssid: null, bssid: null, security: "open", signalPercent: 80 },
  },
  {
    title: "a VPN is what Windows uses for the internet: the Wi-Fi below it counts",
    kind: "insecure",
    machine: withBlocks(home, { connection: { profiles: [profile(31), wlan({ auth: 2, enc: 0 })], internet: profile(31) } }),
    expected: { connected: true, security: "open" } as never,
  },
  {
    title: "of two connections the worse one",
    kind: "insecure",
    machine: wifiBlocks([wlan(), wlan({ auth: 2, enc: 3, ssid: "alt" })]),
    expected: { connected: true, security: "wep", ssid: "alt" } as never,
  },
  {
    title: "no Wi-Fi adapter",
    kind: "absent",
    machine: withBlocks(office, { adapters: { adapters: [cableCard] } }),
    expected: "not-applicable:no-hardware",
  },
  { title: "Wi-Fi is there and not connected", kind: "absent", machine: office, expected: { connected: false } },
  {
    title: "a connection without any traffic is a saved one",
    kind: "absent",
    machine: withBlocks(office, { connection: { profiles: [], internet: wlan({ level: 0, auth: 2, enc: 0 }) } }),
    expected: { connected: false },
  },
  {
    title: "the virtual adapter of Wi-Fi Direct is no Wi-Fi",
    kind: "absent",
    machine: withBlocks(office, {
      adapters: {
        adapters: [cableCard, adapter(13, "x", "Microsoft Wi-Fi Direct Virtual Adapter", { type: 71, hardware: false, driver: "vwifimp.sys" })],
      },
    }),
    expected: "not-applicable:no-hardware",
  },
  {
    title: "the adapter is up and WinRT knows nothing: netsh is asked",
    kind: "insecure",
    machine: { ...withBlocks(home, { connection: nobody }), netsh: netshOpen },
    expected: cafe,
  },
  {
    title: "the same, and the location is refused",
    kind: "other",
    machine: { ...withBlocks(home, { connection: nobody }), netsh: location, netshCode: 1 },
    expected: "unknown:permission-location",
  },
  {
    title: "a method that nobody knows, and the location is refused",
    kind: "other",
    machine: { ...wifiBlocks([wlan({ auth: 77 })]), netsh: location, netshCode: 1 },
    expected: "unknown:permission-location",
  },
  {
    title: "a method that nobody knows, and netsh says that nothing is connected",
    kind: "other",
    machine: {
      ...wifiBlocks([wlan({ auth: 9, enc: 9 })]),
      netsh: "  a : b\r\n  c : d\r\n  GUID : e\r\n  f : g\r\n                 Software Off\r\n",
    },
    expected: "unknown:unparsed",
  },
  { title: "PowerShell may not run: netsh", kind: "insecure", machine: { ...blocked, netsh: netshOpen }, expected: cafe },
  {
    title: "PowerShell may not run, and the location is refused",
    kind: "other",
    machine: { ...blocked, netsh: location, netshCode: 1 },
    expected: "unknown:permission-location",
  },
  {
    title: "PowerShell may not run, and the service of Wi-Fi is stopped",
    kind: "other",
    machine: { ...silent, netsh: "ワイヤレス自動構成サービス (wlansvc) が実行されていません。", netshCode: 1 },
    expected: "unknown:service-stopped",
  },
  {
    title: "PowerShell may not run, and netsh says something else",
    kind: "other",
    machine: { ...blocked, netsh: "?", netshCode: 1 },
    expected: "unknown:policy-blocked",
  },
  {
    title: "PowerShell ended half way, after the connections",
    kind: "secure",
    machine: killedHalfWay,
    expected: { connected: true, interface: "Wi-Fi", ssid: "Sakura", bssid: null, security: "wpa2-personal", signalPercent: 80 },
  },
  {
    title: "PowerShell ended half way, no Wi-Fi connection: whether there is an adapter is not known",
    kind: "other",
    machine: { ...killedHalfWay, blocks: { connection: nobody, resolvers: { interfaces: [cableNet] } }, netsh: location, netshCode: 1 },
    expected: "unknown:permission-location",
  },
];

const neighbours = (...rows: readonly (readonly [string, string])[]) => ({
  neighbours: rows.map(([address, mac]) => ({ index: 12, address, mac })),
});
const homeRouter = { interface: "Wi-Fi", address: "192.168.24.1", mac: "02:00:5e:11:22:33" } as const;
export const gateway: readonly WindowsCase<"gateway">[] = [
  {
    title: "the router at home",
    kind: "secure",
    machine: home,
    expected: { gateways: [homeRouter], domain: "home.example", metered: false, macShared: false },
  },
  { title: "below a tunnel", kind: "secure", machine: tunnelled, expected: { gateways: [homeRouter], domain: "home.example" } },
  {
    title: "somebody answers with the router's MAC",
    kind: "insecure",
    machine: withBlocks(home, { neighbours: neighbours(["192.168.24.1", "02-00-5E-11-22-33"], ["192.168.24.66", "02-00-5E-11-22-33"]) }),
    expected: { macShared: true },
  },
  {
    title: "a router that is two on purpose (VRRP)",
    kind: "other",
    machine: withBlocks(home, { neighbours: neighbours(["192.168.24.1", "00-00-5E-00-01-0A"], ["192.168.24.2", "00-00-5E-00-01-0A"]) }),
    expected: { gateways: [{ ...homeRouter, mac: "00:00:5e:00:01:0a" }], macShared: null },
  },
  {
    title: "the same MAC on another interface is another network",
    kind: "other",
    machine: withBlocks(home, {
      neighbours: {
        neighbours: [
          { index: 12, address: "192.168.24.1", mac: "02-00-5E-11-22-33" },
          { index: 30, address: "192.168.24.9", mac: "02-00-5E-11-22-33" },
        ],
      },
    }),
    expected: { macShared: false },
  },
  {
    title: "the router's own IPv6 address is no second one",
    kind: "other",
    machine: withBlocks(home, { neighbours: neighbours(["192.168.24.1", "02-00-5E-11-22-33"], ["fe80::1", "02-00-5E-11-22-33"]) }),
    expected: { macShared: false },
  },
  {
    title: "the neighbour table cannot be read",
    kind: "other",
    machine: withBlocks(home, { neighbours: denied }),
    expected: { gateways: [{ ...homeRouter, mac: null }], macShared: null },
  },
  {
    title: "a metered connection",
    kind: "other",
    machine: wifiBlocks([wlan({ cost: 2 })]),
    expected: { metered: true },
  },
  { title: "a cost that Windows does not know", kind: "other", machine: wifiBlocks([wlan({ cost: 0 })]), expected: { metered: null } },
  { title: "no connection", kind: "absent", machine: offline, expected: "unknown:offline" },
  { title: "PowerShell in Constrained Language", kind: "other", machine: { ...blocked, v4: "Wi-Fi" }, expected: "unknown:policy-blocked" },
];

export const connectivity: readonly WindowsCase<"connectivity">[] = [
  {
    title: "internet",
    kind: "secure",
    machine: home,
    expected: { level: "internet", sources: [{ source: "Windows: NetworkInformation", level: "internet" }] },
  },
  { title: "a sign-in page", kind: "insecure", machine: wifiBlocks([wlan({ level: 2 })]), expected: { level: "portal" } },
  {
    title: "a sign-in page, and no connection is used for the internet",
    kind: "insecure",
    machine: withBlocks(home, { connection: { profiles: [profile(9, { level: 1 }), wlan({ level: 2 })], internet: null } }),
    expected: { level: "portal" },
  },
  {
    title: "a sign-in page on one of two connections, and none is used for the internet",
    kind: "insecure",
    machine: withBlocks(home, { connection: { profiles: [profile(9), wlan({ level: 2 })], internet: null } }),
    expected: { level: "portal" },
  },
  { title: "only the local network", kind: "other", machine: wifiBlocks([wlan({ level: 1 })]), expected: { level: "local" } },
  { title: "no connection", kind: "absent", machine: offline, expected: { level: "none" } },
  { title: "a level that nobody knows", kind: "other", machine: wifiBlocks([wlan({ level: 7 })]), expected: "unknown:unparsed" },
  { title: "PowerShell in Constrained Language", kind: "other", machine: blocked, expected: "unknown:policy-blocked" },
];

export const resolvers: readonly WindowsCase<"resolvers">[] = [
  {
    title: "the router at home",
    kind: "secure",
    machine: home,
    expected: { servers: [{ address: "192.168.24.1", interface: "Wi-Fi" }], searchDomains: ["home.example"] },
  },
  {
    title: "the policy's list of domains goes first",
    kind: "other",
    machine: registry(
      {
        "dns-client-policy": key({ SearchList: "corp.example,emea.corp.example" }),
        "tcpip-parameters": key({ SearchList: "old.example", Domain: "x" }),
      },
      office,
    ),
    expected: { servers: [{ address: "10.70.9.11", interface: "イーサネット" }], searchDomains: ["corp.example", "emea.corp.example"] },
  },
  {
    title: "the PC's own domain and the connection's",
    kind: "other",
    machine: registry({ "tcpip-parameters": key({ Domain: "ad.example", DhcpDomain: "" }) }, office),
    expected: { searchDomains: ["ad.example", "corp.example"] },
  },
  {
    title: "what stands for no server at all is none",
    kind: "insecure",
    machine: withBlocks(home, { resolvers: { interfaces: [{ ...wifiNet, dns: ["fec0:0:0:ffff::1%1", "fec0:0:0:ffff::2%1"] }] } }),
    expected: "unknown:offline",
  },
  { title: "no connection", kind: "absent", machine: offline, expected: "unknown:offline" },
  { title: "PowerShell in Constrained Language", kind: "other", machine: blocked, expected: "unknown:policy-blocked" },
];

/** As reg.exe prints it, with the empty line that closes a key. */
const regText = (path: string, ...lines: readonly string[]) => ["", path, ...lines.map((line) => `    ${line}`), "", ""].join("\r\n");
const settingsPath = "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
export const proxy: readonly WindowsCase<"proxy">[] = [
  { title: "none", kind: "secure", machine: home, expected: { mode: "none", server: null } },
  {
    title: "a server that is switched off",
    kind: "secure",
    machine: registry({ "internet-settings": key({ ProxyEnable: 0, ProxyServer: "old:8080" }) }),
    expected: { mode: "none", server: null },
  },
  {
    title: "a server for each kind of page",
    kind: "other",
    machine: registry({ "internet-settings": key({ ProxyEnable: 1, ProxyServer: "http=a.example:80;https=b.example:443" }) }),
    expected: { mode: "manual", server: "b.example:443" },
  },
  {
    title: "a script goes before a server, and its secrets stay out",
    kind: "insecure",
    machine: registry({
      "internet-settings": key({ ProxyEnable: 1, ProxyServer: "a:80", AutoConfigURL: "http://user:pw@pac.example/p.pac?token=1" }),
    }),
    expected: { mode: "auto-config", server: "http://pac.example/p.pac" },
  },
  {
    title: "a script is looked for",
    kind: "other",
    machine: registry({ "internet-settings": key({ AutoDetect: 1 }) }),
    expected: { mode: "auto-detect", server: null },
  },
  {
    title: "the policy makes the PC's settings count, not the user's",
    kind: "other",
    machine: registry({
      "internet-settings": key({ ProxyEnable: 1, ProxyServer: "mine:1" }),
      "internet-settings-machine": key({ ProxyEnable: 1, ProxyServer: "corp.example:8080" }),
      "internet-settings-policy": key({ ProxySettingsPerUser: 0 }),
    }),
    expected: { mode: "manual", server: "corp.example:8080" },
  },
  {
    title: "the environment's",
    kind: "other",
    machine: { ...home, environment: { HTTPS_PROXY: "http://me:secret@proxy.example:3128/" } },
    expected: { mode: "manual", server: "proxy.example:3128" },
  },
  {
    title: "PowerShell may not run: reg.exe",
    kind: "other",
    machine: {
      ...blocked,
      registry: {
        "internet-settings-policy": null,
        "internet-settings": regText(settingsPath, "ProxyEnable    REG_DWORD    0x1", "ProxyServer    REG_SZ    10.1.2.3:8080"),
      },
    },
    expected: { mode: "manual", server: "10.1.2.3:8080" },
  },
  {
    title: "PowerShell may not run, and reg.exe's output is cut: a proxy may stand behind the cut",
    kind: "other",
    machine: { ...blocked, registry: { "internet-settings-policy": null, "internet-settings": "\r\n" } },
    expected: "unknown:unparsed",
  },
  {
    title: "the user has no settings at all",
    kind: "absent",
    machine: registry({ "internet-settings": null }),
    expected: { mode: "none", server: null },
  },
  {
    title: "the settings may not be read",
    kind: "other",
    machine: registry({ "internet-settings": { error: "System.Security.SecurityException" } }),
    expected: "unknown:denied",
  },
];

/** What is asked on a bad day of the one PowerShell. */
export const badDay: Machine = {
  ...home,
  netsh: location,
  netshCode: 1,
  registry: {
    "internet-settings-policy": null,
    "internet-settings": regText(settingsPath, "ProxyEnable    REG_DWORD    0x0"),
    "dns-client-policy": null,
    "tcpip-parameters": null,
  },
};
