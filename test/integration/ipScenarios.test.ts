import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDriver, type Driver } from "./support/driver.ts";
import { asHardware, type Card } from "./support/hardware.ts";
import { cable, inNamespace, insteadOf, needNamespaces, tunnel } from "./support/namespace.ts";

// Thirteen situations that were recorded once as output of `ip -j`, built again from real links, routes and rules. 203.0.113.10 stands for the
// internet, 10.20.0.5 for the company; the expectation was written down with the recordings.
let driver: Driver | undefined;
beforeAll(async () => {
  await needNamespaces();
  driver = await buildDriver("factsDriver");
});
afterAll(() => driver?.remove());

const wired: Card = { name: "enp1s0", kind: "cable" };
const wireless: Card = { name: "wlp2s0", kind: "wifi" };
const lan = [...cable("enp1s0", "192.168.1.23/24"), "ip route add default via 192.168.1.1 dev enp1s0 proto dhcp metric 100"];
const hotspot = [...cable("wlp2s0", "172.20.10.4/28"), "ip route add default via 172.20.10.1 dev wlp2s0 proto dhcp metric 600"];
/** What Docker and libvirt leave behind on a developer's PC: bridges that are up, with addresses. */
const bridges = [
  "ip link add docker0 type bridge",
  "ip addr add 172.17.0.1/16 dev docker0",
  "ip link add veth1b type veth peer name veth1a",
  "ip link set veth1a master docker0",
  ...["docker0", "veth1a", "veth1b"].map((name) => `ip link set ${name} up`),
  "ip link add virbr0 type bridge",
  "ip addr add 192.168.122.1/24 dev virbr0",
  "ip link set virbr0 up",
];
const vpnServer = "ip route add 198.51.100.7 via 192.168.1.1 dev enp1s0";
const tailscaleRules = [
  "ip rule add pref 5210 fwmark 0x80000/0xff0000 lookup main",
  "ip rule add pref 5230 fwmark 0x80000/0xff0000 lookup default",
  "ip rule add pref 5250 fwmark 0x80000/0xff0000 unreachable",
  "ip rule add pref 5270 lookup 52",
];
const tailscale = [...lan, ...bridges, vpnServer, ...tunnel("tailscale0", "100.101.102.103/32"), ...tailscaleRules];
const openvpn = [...lan, ...bridges, vpnServer, ...tunnel("tun0", "10.8.0.6/24")];

interface Scenario {
  readonly name: string;
  readonly setUp: readonly string[];
  readonly cards?: readonly Card[];
  readonly nameServer?: string;
  /** Interfaces that carry the internet (IPv4, IPv6) and the company; null: nowhere. */
  readonly internet: string | null;
  readonly internetV6?: string;
  readonly company: string | null;
  readonly vpn: { readonly internetV4: string; readonly internetV6?: string; readonly company: string; readonly dns: string | null };
  readonly carrying?: readonly string[];
  readonly idle?: readonly string[];
  /** null: no default route over a real card. */
  readonly gateways: readonly { readonly interface: string; readonly address: string }[] | null;
  readonly underlay: { readonly interface: string; readonly kind: string } | null;
}

const atHome = { gateways: [{ interface: "enp1s0", address: "192.168.1.1" }], underlay: { interface: "enp1s0", kind: "cable" } } as const;
const direct = { internetV4: "direct", company: "direct", dns: "direct" } as const;
const scenarios: readonly Scenario[] = [
  { name: "01 a cable, no VPN", setUp: lan, internet: "enp1s0", company: "enp1s0", vpn: direct, ...atHome },
  { name: "02 bridges of Docker and libvirt, no VPN", setUp: [...lan, ...bridges], internet: "enp1s0", company: "enp1s0", vpn: direct, ...atHome },
  {
    name: "03 OpenVPN that takes both halves, while the default route stays on the cable",
    setUp: [...openvpn, "ip route add 0.0.0.0/1 via 10.8.0.1", "ip route add 128.0.0.0/1 via 10.8.0.1"],
    nameServer: "10.8.0.1",
    internet: "tun0",
    company: "tun0",
    vpn: { internetV4: "tunnel", company: "tunnel", dns: "tunnel" },
    carrying: ["tun0"],
    ...atHome,
  },
  {
    name: "04 OpenVPN for the company alone",
    setUp: [...openvpn, "ip route add 10.20.0.0/16 via 10.8.0.1"],
    nameServer: "10.20.0.53",
    internet: "enp1s0",
    company: "tun0",
    vpn: { internetV4: "direct", company: "tunnel", dns: "tunnel" },
    carrying: ["tun0"],
    ...atHome,
  },
  {
    name: "05 wg-quick: a table of its own and rules, the main table unchanged",
    setUp: [
      ...lan,
      ...bridges,
      vpnServer,
      ...tunnel("wg0", "10.66.0.2/32"),
      "ip route add default dev wg0 table 51820",
      "ip rule add not fwmark 51820 table 51820",
      "ip rule add table main suppress_prefixlength 0",
    ],
    nameServer: "192.168.1.1",
    internet: "wg0",
    company: "wg0",
    // The router of the house answers the names: they leave past the tunnel.
    vpn: { internetV4: "tunnel", company: "tunnel", dns: "direct" },
    carrying: ["wg0"],
    ...atHome,
  },
  {
    name: "06 Tailscale as a mesh: not the company's VPN",
    setUp: [...tailscale, "ip route add 100.64.0.7 dev tailscale0 table 52"],
    internet: "enp1s0",
    company: "enp1s0",
    vpn: direct,
    idle: ["tailscale0"],
    ...atHome,
  },
  {
    name: "07 Tailscale with an exit node: the default route is in table 52",
    setUp: [...tailscale, "ip route add default dev tailscale0 table 52"],
    nameServer: "8.8.8.8",
    internet: "tailscale0",
    company: "tailscale0",
    vpn: { internetV4: "tunnel", company: "tunnel", dns: "tunnel" },
    carrying: ["tailscale0"],
    ...atHome,
  },
  {
    name: "08 Tailscale to the company's network only",
    setUp: [...tailscale, "ip route add 10.20.0.0/16 dev tailscale0 table 52"],
    internet: "enp1s0",
    company: "tailscale0",
    vpn: { internetV4: "direct", company: "tunnel", dns: "direct" },
    carrying: ["tailscale0"],
    ...atHome,
  },
  {
    name: "10 a link and addresses, but no default route",
    setUp: [...lan, ...bridges, vpnServer, "ip route del default"],
    nameServer: "8.8.8.8",
    internet: null,
    company: null,
    vpn: { internetV4: "none", company: "none", dns: "none" },
    gateways: null,
    underlay: null,
  },
  {
    name: "11 the cable pulled",
    setUp: [...lan, ...bridges, "ip link set enp1s0 down"],
    internet: null,
    company: null,
    vpn: { internetV4: "none", company: "none", dns: "none" },
    gateways: null,
    underlay: null,
  },
  {
    name: "12 a cable and a telephone's Wi-Fi: the smaller metric wins",
    setUp: [...lan, ...bridges, ...hotspot],
    cards: [wired, wireless],
    internet: "enp1s0",
    company: "enp1s0",
    vpn: direct,
    gateways: [...atHome.gateways, { interface: "wlp2s0", address: "172.20.10.1" }],
    underlay: atHome.underlay,
  },
  {
    name: "13 the telephone's Wi-Fi alone",
    setUp: [...lan, ...bridges, ...hotspot, "ip route del default dev enp1s0"],
    cards: [wired, wireless],
    nameServer: "172.20.10.1",
    internet: "wlp2s0",
    company: "wlp2s0",
    vpn: direct,
    gateways: [{ interface: "wlp2s0", address: "172.20.10.1" }],
    underlay: { interface: "wlp2s0", kind: "wifi" },
  },
  {
    name: "14 IPv6 and nothing else",
    setUp: [
      ...cable("enp1s0", "192.168.1.23/24"),
      "ip addr del 192.168.1.23/24 dev enp1s0",
      "ip -6 addr add 2001:db8::5/64 dev enp1s0 nodad",
      "ip -6 route add default via fe80::1 dev enp1s0",
      ...bridges,
    ],
    nameServer: "2001:db8::53",
    internet: null,
    internetV6: "enp1s0",
    company: null,
    vpn: { internetV4: "none", internetV6: "direct", company: "none", dns: "direct" },
    gateways: [{ interface: "enp1s0", address: "fe80::1" }],
    underlay: atHome.underlay,
  },
];

interface Leg {
  readonly target: string;
  readonly family: number;
  readonly via: { readonly interface: string; readonly kind: string } | null;
}

describe("a recorded situation, built from real links", () => {
  it.each(scenarios)("$name", async ({ setUp, cards = [wired], nameServer = "192.168.1.1", ...expected }) => {
    const input = { facts: ["route", "vpn", "gateway", "resolvers"], context: { companyAddresses: ["10.20.0.5"] } };
    const resolvConf = insteadOf("/etc/resolv.conf", [`nameserver ${nameServer}`, "search home.example"]);
    const found = JSON.parse(
      await inNamespace([...setUp, ...resolvConf, ...asHardware(cards)], [process.execPath, driver?.file ?? "", JSON.stringify(input)]),
    );

    const legs: readonly Leg[] = found.route.value.legs;
    const carriers = (target: string, family: number) => [
      ...new Set(legs.filter((leg) => leg.target === target && leg.family === family).map(({ via }) => via?.interface ?? null)),
    ];
    expect(carriers("internet", 4)).toEqual([expected.internet]);
    expect(carriers("internet", 6)).toEqual([expected.internetV6 ?? null]);
    expect(carriers("company", 4)).toEqual([expected.company]);
    const kinds: Readonly<Record<string, string>> = Object.fromEntries(cards.map(({ name, kind }) => [name, kind]));
    for (const { via } of legs) if (via) expect(via.kind).toBe(kinds[via.interface] ?? "tunnel");
    expect(found.route.value.underlay).toEqual(expected.underlay);

    expect(found.vpn).toMatchObject({ kind: "known", value: { internetV6: "none", ...expected.vpn } });
    const names = (tunnels: readonly { readonly interface: string }[]) => tunnels.map((entry) => entry.interface);
    expect(names(found.vpn.value.carrying)).toEqual(expected.carrying ?? []);
    expect(names(found.vpn.value.idle)).toEqual(expected.idle ?? []);

    if (expected.gateways === null) expect(found.gateway.kind).toBe("unknown");
    else expect(found.gateway).toMatchObject({ kind: "known", value: { gateways: expected.gateways } });
    expect(found.resolvers).toMatchObject({ kind: "known", value: { servers: [{ address: nameServer }], searchDomains: ["home.example"] } });
  });
});
