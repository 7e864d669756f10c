import type { FactValue } from "../../shared/facts/catalogue.ts";
import { allUnparsed, everyDay, fileDays } from "../support/probeCases.ts";
import type { Matrix } from "./probesMacosCases.ts";
import {
  address,
  atHome,
  type Changes,
  idleTunnels,
  networkPorts,
  networkSettings,
  noRoute,
  plist,
  routed,
  routes,
  summary,
} from "./probesMacosMachine.ts";

type Via = FactValue<"route">["legs"][number]["via"];
const leg = (target: "internet" | "company", to: string, via: Via) => ({
  target,
  address: to,
  family: to.includes(":") ? (6 as const) : (4 as const),
  via,
});
const legs = (low: Via, high: Via, v6: Via) => [
  leg("internet", "12.34.56.78", low),
  leg("internet", "203.0.113.10", high),
  leg("internet", "2600::1", v6),
];
const wifi = { interface: "en0", kind: "wifi" } as const;
const tunnel6 = { interface: "utun6", kind: "tunnel" } as const;
const corp = ["10.20.0.5"];
const scutil = (...lines: readonly string[]) => ["Available network connection services in the current set (*=enabled):", ...lines, ""].join("\n");
const id = "A1B2C3D4-0001-4A00-8B00-00000000000";

/** A tunnel utun6 over the Wi-Fi. */
const tunnelUp = (egress: Changes["egress"], more: Changes = {}): Changes => ({
  interfaces: [...atHome, address("utun6", "172.16.209.2")],
  egress: { "10.20.0.5": noRoute, ...egress },
  ...more,
});
const everything: Changes["egress"] = {
  "12.34.56.78": routed("utun6", "172.16.209.2"),
  "203.0.113.10": routed("utun6", "172.16.209.2"),
  "10.20.0.5": routed("utun6", "172.16.209.2"),
  "192.0.2.1": routed("en0", "192.0.2.77"),
};
const offline: Changes = {
  egress: { "12.34.56.78": noRoute, "203.0.113.10": noRoute, "2600::1": noRoute },
  interfaces: [address("lo0", "127.0.0.1"), ...idleTunnels],
  commands: { "netstat-rn": routes("127                127.0.0.1          UCS                   lo0       ") },
  files: { "/etc/resolv.conf": null },
};
const cableIn: Changes = {
  interfaces: [...atHome, address("en8", "192.0.2.88")],
  egress: { "12.34.56.78": routed("en8", "192.0.2.88"), "203.0.113.10": routed("en8", "192.0.2.88") },
};
const named = (...ports: readonly (readonly [string, string])[]) =>
  [
    ...ports.map(([name, device]) => `\nHardware Port: ${name}\nDevice: ${device}\nEthernet Address: N/A\n`),
    "\nVLAN Configurations\n===================\n",
  ].join("");
const noPortsFile = { "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist": null };

export const route: Matrix<"route"> = {
  cases: [
    { title: "Wi-Fi at home", expected: { legs: legs(wifi, wifi, null), underlay: wifi } },
    { title: "a cable beside the Wi-Fi", changes: cableIn, expected: { underlay: { interface: "en8", kind: "cable" } } },
    {
      title: "a telephone on USB",
      changes: {
        interfaces: [...idleTunnels, address("en9", "172.20.10.2")],
        egress: { "12.34.56.78": routed("en9", "172.20.10.2"), "203.0.113.10": routed("en9", "172.20.10.2") },
      },
      expected: { underlay: { interface: "en9", kind: "tether" } },
    },
    {
      title: "a tunnel over eight prefixes, while the default route stays",
      changes: tunnelUp(everything),
      company: corp,
      expected: { legs: [...legs(tunnel6, tunnel6, null), leg("company", "10.20.0.5", tunnel6)], underlay: wifi },
    },
    {
      title: "the routing table cannot be had: the one port with an address is below",
      changes: tunnelUp(everything, { commands: { "netstat-rn": { outcome: "timeout" } } }),
      expected: { underlay: wifi },
    },
    {
      title: "the routing table cannot be had and two ports have an address",
      changes: {
        ...tunnelUp(everything, { commands: { "netstat-rn": { outcome: "timeout" } } }),
        interfaces: [...atHome, address("utun6", "172.16.209.2"), address("en8", "192.0.2.88")],
      },
      expected: { underlay: null },
    },
    {
      title: "a way through one of macOS's own tunnels is no way",
      changes: { egress: { "2600::1": routed("utun1", "fe80::ce81:b1c:bd2c:2") } },
      expected: { legs: legs(wifi, wifi, null) },
    },
    {
      title: "a router for IPv6 without an address for this Mac",
      changes: { egress: { "2600::1": routed(null, "fe80::1c:2:3:4%en0") } },
      expected: { legs: legs(wifi, wifi, null) },
    },
    {
      title: "the scoped route of the Wi-Fi stands first, the cable is used",
      changes: {
        ...tunnelUp(everything),
        interfaces: [...atHome, address("utun6", "172.16.209.2"), address("en8", "192.0.2.88")],
        commands: {
          "netstat-rn": routes(
            "default            192.0.2.1          UGScIg                en0       ",
            "default            192.0.2.1          UGScg                 en8       ",
          ),
        },
      },
      expected: { underlay: { interface: "en8", kind: "cable" } },
    },
    { title: "offline", changes: offline, expected: { legs: legs(null, null, null), underlay: null } },
    {
      title: "an address that two interfaces have",
      changes: { egress: { "12.34.56.78": routed(null, "192.0.2.77"), "203.0.113.10": routed(null, "192.0.2.77") } },
      expected: { legs: legs({ interface: "?", kind: "unrecognised" }, { interface: "?", kind: "unrecognised" }, null) },
    },
    {
      title: "an interface that no list knows",
      changes: {
        interfaces: [address("en77", "192.0.2.9")],
        egress: { "12.34.56.78": routed("en77", "192.0.2.9"), "203.0.113.10": routed("en77", "192.0.2.9") },
      },
      expected: { legs: legs({ interface: "en77", kind: "unrecognised" }, { interface: "en77", kind: "unrecognised" }, null) },
    },
    {
      title: "PPP is a tunnel only when all PPP services are L2TP",
      changes: {
        interfaces: [...atHome, address("ppp0", "10.9.0.2")],
        egress: { "12.34.56.78": routed("ppp0", "10.9.0.2"), "203.0.113.10": routed("ppp0", "10.9.0.2") },
        files: {
          "/Library/Preferences/SystemConfiguration/preferences.plist": networkSettings(
            {},
            { L2TP: { Interface: { Type: "PPP", SubType: "L2TP" } } },
          ),
        },
      },
      expected: { legs: legs({ interface: "ppp0", kind: "tunnel" }, { interface: "ppp0", kind: "tunnel" }, null), underlay: wifi },
    },
    {
      title: "PPP that may be a plain line",
      changes: {
        interfaces: [...atHome, address("ppp0", "10.9.0.2")],
        egress: { "12.34.56.78": routed("ppp0", "10.9.0.2"), "203.0.113.10": routed("ppp0", "10.9.0.2") },
        files: {
          "/Library/Preferences/SystemConfiguration/preferences.plist": networkSettings(
            {},
            { L2TP: { Interface: { Type: "PPP", SubType: "L2TP" } }, LINE: { Interface: { Type: "PPP", SubType: "PPPoE" } } },
          ),
        },
      },
      expected: { legs: legs({ interface: "ppp0", kind: "unrecognised" }, { interface: "ppp0", kind: "unrecognised" }, null) },
    },
    {
      title: "the bridge of the Thunderbolt ports is what its members are",
      changes: {
        interfaces: [...idleTunnels, address("bridge0", "192.0.2.9")],
        egress: { "12.34.56.78": routed("bridge0", "192.0.2.9"), "203.0.113.10": routed("bridge0", "192.0.2.9") },
      },
      expected: { underlay: { interface: "bridge0", kind: "cable" } },
    },
    {
      title: "a bridge whose members are not known",
      changes: {
        interfaces: [...idleTunnels, address("bridge0", "192.0.2.9")],
        egress: { "12.34.56.78": routed("bridge0", "192.0.2.9"), "203.0.113.10": routed("bridge0", "192.0.2.9") },
        files: { "/Library/Preferences/SystemConfiguration/preferences.plist": plist({}) },
      },
      expected: { legs: legs({ interface: "bridge0", kind: "unrecognised" }, { interface: "bridge0", kind: "unrecognised" }, null) },
    },
    {
      title: "the list of ports is gone and the names are German: ipconfig says which is Wi-Fi",
      changes: { files: noPortsFile, commands: { "networksetup-listallhardwareports": named(["WLAN", "en0"], ["Ethernet", "en8"]) } },
      expected: { underlay: wifi },
    },
    {
      title: "the list of ports is gone: an adapter by its name alone is not called a cable",
      changes: {
        ...cableIn,
        files: noPortsFile,
        commands: { "networksetup-listallhardwareports": named(["USB 10/100/1000 LAN", "en8"], ["Wi-Fi", "en0"]) },
      },
      expected: { legs: legs({ interface: "en8", kind: "unrecognised" }, { interface: "en8", kind: "unrecognised" }, null) },
    },
    {
      title: "the list of ports is gone: a name that sounds like a telephone",
      changes: {
        ...cableIn,
        files: noPortsFile,
        commands: { "networksetup-listallhardwareports": named(["iPhone-USB", "en8"], ["WLAN", "en0"]) },
      },
      expected: { underlay: { interface: "en8", kind: "tether" } },
    },
    {
      title: "the list of ports is gone: networksetup is asked",
      changes: { files: noPortsFile },
      expected: { underlay: wifi },
    },
    {
      title: "a question that the kernel does not answer",
      changes: { egress: { "203.0.113.10": { outcome: "failed", detail: "timeout" } } },
      expected: "unknown:failed",
    },
  ],
  badDays: {
    // networksetup tells the same when the file does not.
    source: { file: "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist" },
    expected: everyDay({ legs: legs(wifi, wifi, null), underlay: wifi }),
  },
};

const unnamed = { interface: "utun6", kind: "utun", product: null, mesh: false, weak: null };
export const vpn: Matrix<"vpn"> = {
  cases: [
    {
      title: "none: four tunnels of macOS itself mean nothing",
      company: corp,
      changes: { egress: { "10.20.0.5": routed("en0", "192.0.2.77") } },
      expected: { internetV4: "direct", internetV6: "none", company: "direct", dns: "direct", carrying: [], idle: [], clients: [] },
    },
    {
      title: "everything, by a program that scutil does not know",
      changes: tunnelUp(everything, { commands: { "scutil-nc-list": scutil() } }),
      company: corp,
      expected: { internetV4: "tunnel", internetV6: "none", company: "tunnel", dns: "direct", carrying: [unnamed], idle: [], clients: [] },
    },
    {
      title: "everything, IPv6 beside it",
      changes: tunnelUp(
        { ...everything, "2600::1": routed("en0", "2001:db8::77") },
        { interfaces: [...atHome, address("en0", "2001:db8::77"), address("utun6", "172.16.209.2")] },
      ),
      expected: { internetV4: "tunnel", internetV6: "direct", company: null },
    },
    {
      title: "only half of the internet",
      changes: tunnelUp({ ...everything, "203.0.113.10": routed("en0", "192.0.2.77") }),
      expected: { internetV4: "mixed", carrying: [unnamed] },
    },
    {
      title: "only the company",
      changes: tunnelUp({ "10.20.0.5": routed("utun6", "172.16.209.2") }),
      company: corp,
      expected: { internetV4: "direct", company: "tunnel", carrying: [unnamed] },
    },
    {
      title: "name servers behind the tunnel",
      changes: tunnelUp(
        { ...everything, "10.20.0.53": routed("utun6", "172.16.209.2") },
        { files: { "/etc/resolv.conf": "nameserver 10.20.0.53\n" } },
      ),
      expected: { dns: "tunnel" },
    },
    {
      title: "a name server on this Mac says nothing",
      changes: tunnelUp(everything, { files: { "/etc/resolv.conf": "nameserver 127.0.0.1\n" } }),
      expected: { dns: null },
    },
    {
      title: "a name server by its link-local address",
      changes: tunnelUp(everything, { files: { "/etc/resolv.conf": "nameserver fe80::1%en0\n" } }),
      expected: { dns: "direct" },
    },
    {
      title: "named by the one service that is connected",
      changes: tunnelUp(everything, {
        commands: {
          "scutil-nc-list": scutil(
            `* (Connected)      ${id}1 VPN (com.wireguard.macos) "kaisha"  [VPN:com.wireguard.macos]`,
            `* (Disconnected)   ${id}2 IPSec "mukashi"  [IPSec]`,
          ),
        },
      }),
      expected: {
        carrying: [{ interface: "utun6", kind: "VPN:com.wireguard.macos", product: "WireGuard", mesh: false, weak: null }],
        clients: [
          { product: "WireGuard", state: "connected" },
          { product: "IPSec", state: "disconnected" },
        ],
      },
    },
    {
      title: "two services are connected: which of them it is is not said",
      changes: tunnelUp(everything, {
        commands: {
          "scutil-nc-list": scutil(
            `* (Connected)      ${id}1 VPN (com.wireguard.macos) "kaisha"  [VPN:com.wireguard.macos]`,
            `* (Connected)      ${id}2 VPN (jp.example.vpn) "mukashi"  [VPN:jp.example.vpn]`,
          ),
        },
      }),
      expected: { carrying: [unnamed] },
    },
    {
      title: "Tailscale that carries nothing but itself",
      changes: {
        interfaces: [...atHome, address("utun4", "100.101.102.103"), address("utun4", "fd7a:115c:a1e0::6501:6667")],
        commands: { "scutil-nc-list": scutil(`* (Connected)   ${id}1 VPN (io.tailscale.ipn.macsys) "Tailscale"  [VPN:io.tailscale.ipn.macsys]`) },
        folders: { "/Applications": ["Safari.app", "Tailscale.app"] },
      },
      expected: {
        internetV4: "direct",
        carrying: [],
        idle: [{ interface: "utun4", kind: "VPN:io.tailscale.ipn.macsys", product: "Tailscale", mesh: true, weak: null }],
        clients: [{ product: "Tailscale", state: "connected" }],
      },
    },
    {
      title: "Tailscale with an exit node is a tunnel for everything",
      changes: {
        interfaces: [...atHome, address("utun4", "100.101.102.103"), address("utun4", "fd7a:115c:a1e0::6501:6667")],
        egress: { "12.34.56.78": routed("utun4", "100.101.102.103"), "203.0.113.10": routed("utun4", "100.101.102.103") },
      },
      expected: { internetV4: "tunnel", carrying: [{ interface: "utun4", kind: "utun", product: "Tailscale", mesh: false, weak: null }] },
    },
    {
      title: "ZeroTier for the company's addresses",
      changes: {
        interfaces: [...atHome, address("feth2310", "10.20.9.9")],
        egress: { "10.20.0.5": routed("feth2310", "10.20.9.9") },
      },
      company: corp,
      expected: { company: "tunnel", carrying: [{ interface: "feth2310", kind: "feth", product: "ZeroTier", mesh: true, weak: null }] },
    },
    {
      title: "Cisco's client is there",
      changes: { files: { "/opt/cisco/secureclient/bin/vpn": "" } },
      expected: { clients: [{ product: "Cisco Secure Client", state: "unrecognised" }] },
    },
    { title: "offline", changes: offline, expected: { internetV4: "none", internetV6: "none", company: null, dns: null } },
    {
      title: "scutil does not answer: the tunnel is seen all the same",
      changes: tunnelUp(everything, { commands: { "scutil-nc-list": { outcome: "timeout" } } }),
      expected: { internetV4: "tunnel", carrying: [unnamed], clients: [] },
    },
    {
      title: "a link that nothing recognises",
      changes: {
        interfaces: [address("en77", "192.0.2.9")],
        egress: { "12.34.56.78": routed("en77", "192.0.2.9"), "203.0.113.10": routed("en77", "192.0.2.9") },
      },
      expected: "unknown:unparsed",
    },
    {
      title: "the ports cannot be read at all",
      changes: { files: noPortsFile, commands: { "networksetup-listallhardwareports": { outcome: "denied" } } },
      expected: "unknown:denied",
    },
  ],
  badDays: {
    changes: tunnelUp(everything),
    source: { command: "scutil-nc-list" },
    expected: everyDay({ internetV4: "tunnel" as const, carrying: [unnamed] }),
  },
};

const link = (security: Extract<FactValue<"wifi-link">, { connected: true }>["security"], ssid: string | null = null) => ({
  connected: true as const,
  interface: "en0",
  ssid,
  bssid: null,
  security,
  signalPercent: null,
});
const airport = (network: string) =>
  `{"SPAirPortDataType":[{"spairport_airport_interfaces":[{"_name":"en0","spairport_status_information":"spairport_status_connected","spairport_current_network_information":${network}}]}]}`;
const asks = "system_profiler-SPAirPortDataType-json";
export const wifiLink: Matrix<"wifi-link"> = {
  cases: [
    {
      title: "a Wi-Fi adapter beside the built-in one: the one with an address is in use",
      changes: {
        interfaces: [address("lo0", "127.0.0.1"), address("en7", "192.0.2.9"), ...idleTunnels],
        files: {
          "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist": plist({
            Interfaces: [
              { "BSD Name": "en0", SCNetworkInterfaceType: "IEEE80211" },
              { "BSD Name": "en7", SCNetworkInterfaceType: "IEEE80211" },
            ],
          }),
        },
        commands: { "ipconfig-getsummary en7": summary("NONE") },
      },
      expected: { ...link("open"), interface: "en7" },
    },
    {
      title: "the list of ports is gone, and nothing says which port is Wi-Fi",
      changes: {
        files: noPortsFile,
        commands: {
          "networksetup-listallhardwareports": named(["Adapter", "en8"]),
          "ipconfig-getsummary en8": "<dictionary> {\n  InterfaceType : Ethernet\n  LinkStatusActive : TRUE\n}\n",
        },
      },
      expected: "unknown:unparsed",
    },
    { title: "WPA2, the name hidden", expected: link("wpa2-personal") },
    { title: "open, the name hidden", changes: { commands: { "ipconfig-getsummary en0": summary("NONE") } }, expected: link("open") },
    { title: "a name", changes: { commands: { "ipconfig-getsummary en0": summary("WPA3_SAE", "家") } }, expected: link("wpa3-personal", "家") },
    {
      title: "not connected",
      changes: { commands: { "ipconfig-getsummary en0": "<dictionary> {\n  InterfaceType : WiFi\n  LinkStatusActive : FALSE\n}\n" } },
      expected: { connected: false },
    },
    {
      title: "no Wi-Fi port",
      changes: {
        files: {
          "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist": plist({
            Interfaces: [{ "BSD Name": "en0", SCNetworkInterfaceType: "Ethernet", SCNetworkInterfaceInfo: { UserDefinedName: "Ethernet" } }],
          }),
        },
      },
      expected: "not-applicable:no-hardware",
    },
    {
      title: "ipconfig cannot tell: the slow program does",
      changes: {
        commands: {
          "ipconfig-getsummary en0": summary("WPA2_FUTURE"),
          [asks]: airport(
            '{"_name":"<redacted>","spairport_security_mode":"spairport_security_mode_none","spairport_signal_noise":"-60 dBm / -90 dBm"}',
          ),
        },
      },
      expected: { ...link("open"), signalPercent: 80 },
    },
    {
      title: "the Wi-Fi is en1",
      changes: {
        files: {
          "/Library/Preferences/SystemConfiguration/NetworkInterfaces.plist": networkPorts.replaceAll("en0", "en1"),
        },
        commands: { "ipconfig-getsummary en1": summary("WEP") },
      },
      expected: { ...link("wep"), interface: "en1" },
    },
    {
      title: "ipconfig ends with an error, and the slow program is not there",
      changes: { commands: { "ipconfig-getsummary en0": { code: 1 } } },
      expected: "unknown:tool-missing",
    },
    {
      title: "neither knows the word",
      changes: {
        commands: { "ipconfig-getsummary en0": summary("X"), [asks]: airport('{"_name":"a","spairport_security_mode":"spairport_security_mode_x"}') },
      },
      expected: "unknown:unparsed",
    },
  ],
  badDays: {
    changes: {
      commands: {
        "ipconfig-getsummary en0": summary("X"),
        [asks]: airport('{"_name":"a","spairport_security_mode":"spairport_security_mode_none"}'),
      },
    },
    source: { command: asks },
    expected: allUnparsed,
  },
};

export const gateway: Matrix<"gateway"> = {
  cases: [
    {
      title: "the router at home",
      expected: {
        gateways: [{ interface: "en0", address: "192.0.2.1", mac: "02:00:5e:00:53:01" }],
        domain: "home.example",
        metered: null,
        macShared: false,
      },
    },
    {
      title: "a tunnel's default route is no router",
      changes: {
        commands: {
          "netstat-rn": routes(
            "default            10.9.0.1           UGScg               utun6       ",
            "default            192.0.2.1          UGScIg                en0       ",
            "192.0.2.1          2:0:5e:0:53:1      UHLWIir               en0   1192",
          ),
        },
      },
      expected: { gateways: [{ interface: "en0", address: "192.0.2.1", mac: "02:00:5e:00:53:01" }] },
    },
    {
      title: "the domain of a cable is not asked",
      changes: { commands: { "netstat-rn": routes("default            192.0.2.1          UGScg                 en8       ") } },
      expected: { gateways: [{ interface: "en8", address: "192.0.2.1", mac: null }], domain: null, macShared: null },
    },
    { title: "offline", changes: offline, expected: "unknown:offline" },
    {
      title: "the ports cannot be read",
      changes: { files: noPortsFile, commands: { "networksetup-listallhardwareports": { outcome: "missing" } } },
      expected: "unknown:tool-missing",
    },
  ],
  badDays: {
    source: { command: "netstat-rn" },
    expected: allUnparsed,
  },
};

const dns = (text: string): Changes => ({ files: { "/etc/resolv.conf": text } });
export const resolvers: Matrix<"resolvers"> = {
  cases: [
    { title: "the router", expected: { servers: [{ address: "192.0.2.1", interface: null }], searchDomains: ["home.example"] } },
    {
      title: "IPv6 with its interface, comments, other words",
      changes: dns(
        "# nameserver 198.51.100.9\ndomain old.example\nsearch a.example b.example\nnameserver fe80::1%en0\nnameserver 2001:db8::53\noptions ndots:1\n",
      ),
      expected: {
        servers: [
          { address: "fe80::1%en0", interface: "en0" },
          { address: "2001:db8::53", interface: null },
        ],
        searchDomains: ["a.example", "b.example"],
      },
    },
    { title: "no server", changes: dns("search home.example\n"), expected: "unknown:unparsed" },
    { title: "a server that is no address", changes: dns("nameserver evil.example\n"), expected: "unknown:unparsed" },
    { title: "no network", changes: offline, expected: "unknown:offline" },
  ],
  badDays: {
    source: { file: "/etc/resolv.conf" },
    expected: { ...fileDays, "tool-missing": "unknown:offline", truncated: "unknown:unparsed" },
  },
};

const settings = "/Library/Preferences/SystemConfiguration/preferences.plist";
const proxied = (proxies: Parameters<typeof networkSettings>[0]): Changes => ({ files: { [settings]: networkSettings(proxies) } });
export const proxy: Matrix<"proxy"> = {
  cases: [
    { title: "none", expected: { mode: "none", server: null } },
    {
      title: "named servers",
      changes: proxied({
        HTTPSEnable: 1,
        HTTPSProxy: "proxy.example.co.jp",
        HTTPSPort: 8080,
        HTTPEnable: 1,
        HTTPProxy: "other.example",
        HTTPPort: 80,
      }),
      expected: { mode: "manual", server: "proxy.example.co.jp:8080" },
    },
    {
      title: "switched off again",
      changes: proxied({ HTTPSEnable: 0, HTTPSProxy: "proxy.example.co.jp", HTTPSPort: 8080 }),
      expected: { mode: "none", server: null },
    },
    {
      title: "only SOCKS",
      changes: proxied({ SOCKSEnable: 1, SOCKSProxy: "192.0.2.9", SOCKSPort: 1080 }),
      expected: { mode: "manual", server: "192.0.2.9:1080" },
    },
    {
      title: "a script",
      changes: proxied({ ProxyAutoConfigEnable: 1, ProxyAutoConfigURLString: "http://wpad.example/proxy.pac", HTTPEnable: 1, HTTPProxy: "x" }),
      expected: { mode: "auto-config", server: "http://wpad.example/proxy.pac" },
    },
    { title: "found by itself", changes: proxied({ ProxyAutoDiscoveryEnable: 1 }), expected: { mode: "auto-detect", server: null } },
    {
      title: "below a tunnel the port's own settings count",
      changes: { ...tunnelUp(everything), ...proxied({ HTTPEnable: 1, HTTPProxy: "p.example", HTTPPort: 3128 }) },
      expected: { mode: "manual", server: "p.example:3128" },
    },
    {
      title: "the port has no service",
      changes: { ...cableIn, files: { [settings]: networkSettings({}).replaceAll("en8", "en33") } },
      expected: "unknown:unparsed",
    },
    { title: "offline", changes: offline, expected: "unknown:offline" },
  ],
  badDays: { source: { file: settings }, expected: fileDays },
};

export const connectivity: Matrix<"connectivity"> = {
  cases: [
    { title: "on a network: macOS has no sign that a program may read", expected: "not-applicable:policy" },
    { title: "no route", changes: offline, expected: "unknown:offline" },
  ],
};
