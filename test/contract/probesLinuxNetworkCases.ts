import type { FactValue } from "../../shared/facts/catalogue.ts";
import { allUnparsed, type Expected, everyDay, fileDays } from "../support/probeCases.ts";
import { net, tunnels, wifiCard } from "./probesLinuxMachines.ts";
import { desk, type Matrix } from "./probesLinuxMatrix.ts";

const wifi = (name: string, ...more: readonly string[]) => [wifiCard, ...more, `linux/wifi-link/${name}`];
const security = (of: Extract<FactValue<"wifi-link">, { connected: true }>["security"]) => ({ connected: true as const, security: of });
const iw = (name: string) => `linux/wifi-link/${name}`;
const byKernel = {
  connected: true as const,
  interface: "wlp2s0",
  ssid: "Hana-Home",
  bssid: "02:aa:bb:cc:dd:01",
  security: "wpa2-personal" as const,
  signalPercent: 88,
};
export const wifiLink: Matrix<"wifi-link"> = {
  cases: [
    {
      title: "WPA2",
      kind: "secure",
      fixtures: wifi("wpa2"),
      expected: { connected: true, interface: "wlp2s0", ssid: "Hana-Home", bssid: "02:aa:bb:cc:dd:01", security: "wpa2-personal", signalPercent: 72 },
    },
    { title: "WPA3", kind: "secure", fixtures: wifi("wpa3"), expected: security("wpa3-personal") },
    { title: "WPA2 and WPA3", kind: "secure", fixtures: wifi("wpa2-wpa3"), expected: security("wpa2-wpa3-personal") },
    { title: "802.1X", kind: "secure", fixtures: wifi("enterprise"), expected: security("enterprise") },
    { title: "OWE", kind: "secure", fixtures: wifi("owe"), expected: security("owe") },
    { title: "no encryption", kind: "insecure", fixtures: wifi("open"), expected: security("open") },
    { title: "the open half of an OWE pair", kind: "insecure", fixtures: wifi("owe-transition-open-half"), expected: security("open") },
    { title: "WEP", kind: "insecure", fixtures: wifi("wep"), expected: security("wep") },
    { title: "WPA1 only", kind: "insecure", fixtures: wifi("wpa1-tkip"), expected: security("wpa") },
    { title: "WPA1 and WPA2 with CCMP", kind: "other", fixtures: wifi("mixed-ccmp"), expected: security("wpa2-personal") },
    { title: "WPA1 and WPA2 with TKIP only", kind: "insecure", fixtures: wifi("mixed-tkip"), expected: security("wpa") },
    { title: "a label of the future is never open by accident", kind: "other", fixtures: wifi("unknown-token"), expected: "unknown:unparsed" },
    { title: "label and flags disagree", kind: "other", fixtures: wifi("label-and-flags-disagree"), expected: "unknown:unparsed" },
    { title: "a hidden name", kind: "other", fixtures: wifi("hidden"), expected: { connected: true, ssid: null, security: "wpa2-personal" } },
    {
      title: "a hostile name",
      kind: "other",
      fixtures: wifi("hostile-name"),
      expected: { connected: true, ssid: "a:b\\c<img src=x onerror=1>\u001b[2J会議室" },
    },
    { title: "a forged line", kind: "insecure", fixtures: wifi("forged-line"), expected: "unknown:unparsed" },
    { title: "not connected", kind: "absent", fixtures: wifi("not-connected"), expected: { connected: false } },
    {
      title: "connected, but the list does not say to what",
      kind: "other",
      fixtures: wifi("connected-but-not-listed"),
      expected: "unknown:unparsed",
    },
    {
      title: "another program runs the card",
      kind: "other",
      fixtures: [...wifi("unmanaged-up"), iw("without-iw")],
      expected: "unknown:tool-missing",
    },
    { title: "iwd runs the card, by the kernel: WPA2", kind: "secure", fixtures: [...wifi("unmanaged-up"), iw("iw-wpa2")], expected: byKernel },
    {
      title: "no encryption, by the kernel",
      kind: "insecure",
      fixtures: [...wifi("networkmanager-stopped"), iw("iw-open")],
      expected: security("open"),
    },
    { title: "WPA1, by the kernel", kind: "insecure", fixtures: [...wifi("networkmanager-stopped"), iw("iw-wpa1-tkip")], expected: security("wpa") },
    {
      title: "a suite of the future, by the kernel",
      kind: "other",
      fixtures: [...wifi("networkmanager-stopped"), iw("iw-future-suite")],
      expected: "unknown:unparsed",
    },
    {
      title: "joined to none, by the kernel",
      kind: "other",
      fixtures: [...wifi("networkmanager-stopped"), iw("iw-joined-to-none")],
      expected: "unknown:unparsed",
    },
    { title: "iw does not answer", kind: "other", fixtures: [...wifi("networkmanager-stopped"), iw("iw-refuses")], expected: "unknown:failed" },
    { title: "WPA3, by iwd itself", kind: "secure", fixtures: [...wifi("no-system-bus"), iw("iwctl-wpa3")], expected: security("wpa3-personal") },
    { title: "iwd may not be asked", kind: "other", fixtures: [...wifi("no-system-bus"), iw("iwctl-denied")], expected: "unknown:failed" },
    { title: "nobody uses the card", kind: "absent", fixtures: wifi("unmanaged-down"), expected: { connected: false } },
    { title: "the PC is an access point", kind: "other", fixtures: wifi("access-point-mode"), expected: "unknown:unparsed" },
    {
      title: "NetworkManager does not run",
      kind: "other",
      fixtures: [...wifi("networkmanager-stopped"), iw("without-iw")],
      expected: "unknown:tool-missing",
    },
    { title: "no system bus", kind: "other", fixtures: [...wifi("no-system-bus"), iw("without-iw")], expected: "unknown:tool-missing" },
    { title: "still signing in", kind: "other", fixtures: [...wifi("wpa2"), "linux/wifi-link/dormant"], expected: security("wpa2-personal") },
    { title: "no Wi-Fi in the PC", kind: "absent", fixtures: ["linux/wifi-link/no-hardware"], expected: "not-applicable:no-hardware" },
    { title: "sysfs is shut", kind: "other", fixtures: ["linux/wifi-link/sysfs-denied"], expected: "unknown:denied" },
  ],
  badDays: {
    fixtures: [...wifi("wpa2"), iw("without-iw")],
    source: { command: "nmcli-wifi-list" },
    // Nothing printed while the card is up: another program may run it.
    expected: { ...allUnparsed, empty: "unknown:tool-missing" },
  },
};

const resolver = (name: string) => [`linux/resolvers/${name}`];
const server = (address: string, of: string | null = null) => ({ address, interface: of });
export const resolvers: Matrix<"resolvers"> = {
  cases: [
    {
      title: "the servers themselves",
      kind: "secure",
      fixtures: resolver("plain"),
      expected: { servers: [server("192.168.1.1"), server("2001:db8::53")], searchDomains: [] },
    },
    {
      title: "behind systemd-resolved",
      kind: "other",
      fixtures: resolver("stub-with-uplink"),
      expected: { servers: [server("192.168.1.1"), server("fe80::1", "wlp2s0")], searchDomains: ["lan.example", "corp.example"] },
    },
    {
      title: "behind NetworkManager's dnsmasq",
      kind: "other",
      fixtures: resolver("dnsmasq"),
      expected: { servers: [server("10.20.0.53")], searchDomains: ["office.example"] },
    },
    { title: "a stub behind a stub", kind: "other", fixtures: resolver("stub-of-a-stub"), expected: { servers: [server("10.20.0.53")] } },
    { title: "only the stub can be read", kind: "absent", fixtures: resolver("stub-without-uplink"), expected: { servers: [server("127.0.0.53")] } },
    {
      title: "what is no address is no server",
      kind: "insecure",
      fixtures: resolver("hostile"),
      expected: { servers: [server("203.0.113.53")], searchDomains: ["\u001b[2J<img>"] },
    },
    { title: "no server", kind: "absent", fixtures: resolver("no-server"), expected: "unknown:unparsed" },
    { title: "no file", kind: "absent", fixtures: resolver("no-file"), expected: "unknown:failed" },
  ],
  // Cut off after 60 % the first server is whole, the second is not.
  badDays: {
    fixtures: resolver("plain"),
    source: { file: "/etc/resolv.conf" },
    expected: { ...fileDays, truncated: { servers: [server("192.168.1.1")] } },
  },
};

const through = (name: string) => [desk, `linux/proxy/${name}`];
export const proxy: Matrix<"proxy"> = {
  cases: [
    { title: "none set", kind: "absent", fixtures: through("nothing-set"), expected: { mode: "none", server: null } },
    { title: "GNOME, none", kind: "secure", fixtures: through("gnome-none"), expected: { mode: "none", server: null } },
    {
      title: "the environment, without its password",
      kind: "insecure",
      fixtures: through("environment"),
      expected: { mode: "manual", server: "proxy.example:3128" },
    },
    { title: "GNOME, by hand", kind: "other", fixtures: through("gnome-manual"), expected: { mode: "manual", server: "proxy.example:3128" } },
    { title: "GNOME, by hand without a host", kind: "other", fixtures: through("gnome-manual-empty"), expected: { mode: "none", server: null } },
    {
      title: "GNOME, a script",
      kind: "other",
      fixtures: through("gnome-script"),
      expected: { mode: "auto-config", server: "http://wpad.corp.example/proxy.pac" },
    },
    {
      title: "GNOME, a script, without its password",
      kind: "other",
      fixtures: through("gnome-script-with-password"),
      expected: { mode: "auto-config", server: "http://wpad.example/p.pac" },
    },
    { title: "GNOME, found by itself", kind: "other", fixtures: through("gnome-finds-itself"), expected: { mode: "auto-detect", server: null } },
    { title: "GNOME, a mode of the future", kind: "other", fixtures: through("gnome-future-mode"), expected: "unknown:unparsed" },
    { title: "GNOME without a session bus", kind: "other", fixtures: through("gnome-without-bus"), expected: "unknown:failed" },
    { title: "KDE", kind: "other", fixtures: through("kde"), expected: "unknown:not-supported" },
    { title: "an environment that makes no sense", kind: "other", fixtures: through("environment-nonsense"), expected: "unknown:unparsed" },
  ],
  badDays: { fixtures: through("gnome-none"), source: { command: "gsettings" }, expected: allUnparsed },
};

const router = (name: string, path = "01-wired-no-vpn", ...more: readonly string[]) => net(path, ...more, `linux/gateway/${name}`);
const first = (mac: string | null) => [{ interface: "enp1s0", address: "192.168.1.1", mac }];
const own = "02:11:22:33:44:01";
export const gateway: Matrix<"gateway"> = {
  cases: [
    {
      title: "a router, with the domain of the lease",
      kind: "secure",
      fixtures: router("known"),
      expected: { gateways: first(own), domain: "corp.example", metered: null, macShared: false },
    },
    {
      title: "another address has the router's MAC",
      kind: "insecure",
      fixtures: router("shared-mac"),
      expected: { gateways: first(own), macShared: true },
    },
    { title: "the same MAC in another network", kind: "other", fixtures: router("shared-on-another-link"), expected: { macShared: false } },
    {
      title: "routers that share a MAC by design",
      kind: "other",
      fixtures: router("virtual-router"),
      expected: { gateways: first("00:00:5e:00:01:0a"), macShared: null },
    },
    {
      title: "not asked yet; the domain of the search list",
      kind: "other",
      fixtures: router("not-asked-yet"),
      expected: { gateways: first(null), domain: "cafe.example", macShared: null },
    },
    {
      title: "below a tunnel",
      kind: "other",
      fixtures: router("known", "05-wg-quick-full-tunnel", tunnels),
      expected: { gateways: first(own) },
    },
    {
      title: "IPv6 only",
      kind: "other",
      fixtures: router("ipv6-neighbours", "14-ipv6-only", wifiCard),
      expected: { gateways: [{ interface: "enp1s0", address: "fe80::1", mac: null }] },
    },
    {
      title: "a tunnel with a default route of its own",
      kind: "other",
      fixtures: [...router("known", "03-openvpn-def1-full-tunnel", tunnels), "linux/gateway/tunnel-with-default-route"],
      expected: { gateways: first(own) },
    },
    { title: "no default route", kind: "absent", fixtures: router("known", "10-no-default-route", tunnels), expected: "unknown:offline" },
  ],
  badDays: {
    fixtures: router("known"),
    source: { file: "/proc/net/arp" },
    expected: everyDay<Expected<"gateway">>({ gateways: first(null), macShared: null }),
  },
};

const nm = (name: string, path = "01-wired-no-vpn") => net(path, `linux/connectivity/${name}`);
const level = (of: FactValue<"connectivity">["level"]) => ({ level: of, sources: [{ source: "NetworkManager", level: of }] });
export const connectivity: Matrix<"connectivity"> = {
  cases: [
    { title: "checked, and the internet answered", kind: "secure", fixtures: nm("full"), expected: level("internet") },
    { title: "a sign-in page", kind: "insecure", fixtures: nm("portal"), expected: level("portal") },
    { title: "nothing behind the network", kind: "other", fixtures: nm("limited"), expected: level("local") },
    { title: "not found out yet", kind: "other", fixtures: nm("unknown"), expected: "not-applicable:policy" },
    {
      title: "no route: nobody need be asked",
      kind: "absent",
      fixtures: net("10-no-default-route"),
      expected: { level: "none", sources: [{ source: "kernel", level: "none" }] },
    },
    { title: "full without a check is worth nothing", kind: "insecure", fixtures: nm("full-unchecked"), expected: "not-applicable:policy" },
    { title: "the check is switched off by a later file", kind: "insecure", fixtures: nm("check-switched-off"), expected: "not-applicable:policy" },
    { title: "whether it checks may not be read", kind: "other", fixtures: nm("settings-shut"), expected: "unknown:denied" },
    { title: "NetworkManager does not run", kind: "other", fixtures: nm("stopped"), expected: "not-applicable:policy" },
    { title: "no NetworkManager", kind: "absent", fixtures: nm("no-nmcli"), expected: "not-applicable:policy" },
  ],
  badDays: { fixtures: nm("full"), source: { command: "nmcli-general" }, expected: { ...allUnparsed, "tool-missing": "not-applicable:policy" } },
};
