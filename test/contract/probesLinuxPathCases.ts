import type { FactValue } from "../../shared/facts/catalogue.ts";
import { allUnparsed, type Expected, everyDay } from "../support/probeCases.ts";
import { corp, invented, net, tunnels, wifiCard } from "./probesLinuxMachines.ts";
import type { Matrix } from "./probesLinuxMatrix.ts";

const leg = (target: "internet" | "company", address: string, via: FactValue<"route">["legs"][number]["via"]) => ({
  target,
  address,
  family: address.includes(":") ? (6 as const) : (4 as const),
  via,
});

const legs = (low: FactValue<"route">["legs"][number]["via"], high: typeof low, v6: typeof low) => [
  leg("internet", "12.34.56.78", low),
  leg("internet", "203.0.113.10", high),
  leg("internet", "2600::1", v6),
];
const cable = { interface: "enp1s0", kind: "cable" } as const;
const viaTun0 = { interface: "tun0", kind: "tunnel" } as const;
export const route: Matrix<"route"> = {
  cases: [
    { title: "a cable", kind: "secure", fixtures: net("01-wired-no-vpn"), expected: { legs: legs(cable, cable, null), underlay: cable } },
    {
      title: "Docker and libvirt beside a cable",
      kind: "other",
      fixtures: net("02-docker-libvirt-no-vpn"),
      expected: { legs: legs(cable, cable, null), underlay: cable },
    },
    {
      title: "a tunnel that replaces the default route by two halves",
      kind: "secure",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels),
      company: corp,
      expected: { legs: [...legs(viaTun0, viaTun0, null), leg("company", "10.20.0.5", viaTun0)], underlay: cable },
    },
    {
      title: "no default route",
      kind: "absent",
      fixtures: net("10-no-default-route", tunnels),
      expected: { legs: legs(null, null, null), underlay: null },
    },
    { title: "the cable is pulled", kind: "absent", fixtures: net("11-link-down"), expected: { legs: legs(null, null, null), underlay: null } },
    {
      title: "two default routes: the one with the lower metric",
      kind: "other",
      fixtures: net("12-wired-plus-iphone-hotspot", wifiCard),
      expected: { underlay: cable },
    },
    {
      title: "a telephone's Wi-Fi",
      kind: "insecure",
      fixtures: net("13-iphone-hotspot-only", wifiCard),
      expected: {
        legs: legs({ interface: "wlp2s0", kind: "wifi" }, { interface: "wlp2s0", kind: "wifi" }, null),
        underlay: { interface: "wlp2s0", kind: "wifi" },
      },
    },
    { title: "IPv6 only", kind: "other", fixtures: net("14-ipv6-only", wifiCard), expected: { legs: legs(null, null, cable), underlay: cable } },
    {
      title: "a modem only by the ids of its maker",
      kind: "insecure",
      fixtures: invented("modem-by-its-ids"),
      expected: { underlay: { interface: "wwan0", kind: "tether" } },
    },
    { title: "a telephone on USB", kind: "other", fixtures: invented("usb-tether"), expected: { underlay: { interface: "usb0", kind: "tether" } } },
    {
      title: "a default route in another table than the main one",
      kind: "other",
      fixtures: invented("default-in-another-table"),
      expected: { underlay: { interface: "usb0", kind: "tether" } },
    },
    {
      title: "a built-in modem",
      kind: "other",
      fixtures: invented("mobile-broadband"),
      expected: { underlay: { interface: "wwan0", kind: "cellular" } },
    },
    {
      title: "a bridge over the network card is a cable",
      kind: "other",
      fixtures: invented("bridge-over-cable"),
      expected: { underlay: { interface: "br0", kind: "cable" } },
    },
    {
      title: "an address that two interfaces have",
      kind: "other",
      fixtures: invented("address-on-two-interfaces"),
      expected: { legs: legs({ interface: "?", kind: "unrecognised" }, { interface: "?", kind: "unrecognised" }, null) },
    },
    { title: "a question that the kernel does not answer", kind: "other", fixtures: invented("kernel-does-not-answer"), expected: "unknown:failed" },
  ],
  badDays: {
    // sysfs alone still tells the kinds, so the answer survives the loss of `ip`.
    fixtures: net("03-openvpn-def1-full-tunnel", tunnels),
    source: { command: "ip-link" },
    expected: everyDay<Expected<"route">>({ legs: legs(viaTun0, viaTun0, null), underlay: cable }),
  },
};

const tun = (name: string, product: string | null = null, mesh = false) => [{ interface: name, kind: "tun", product, mesh, weak: null }];
const tailscale = (mesh: boolean) => tun("tailscale0", "Tailscale", mesh);
export const vpn: Matrix<"vpn"> = {
  cases: [
    {
      title: "OpenVPN, everything",
      kind: "secure",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels),
      company: corp,
      expected: { internetV4: "tunnel", internetV6: "none", company: "tunnel", carrying: tun("tun0"), idle: [], clients: [] },
    },
    {
      title: "OpenVPN, company only",
      kind: "other",
      fixtures: net("04-openvpn-split-tunnel", tunnels),
      company: corp,
      expected: { internetV4: "direct", company: "tunnel", carrying: tun("tun0") },
    },
    {
      title: "wg-quick with policy rules",
      kind: "secure",
      fixtures: net("05-wg-quick-full-tunnel", tunnels),
      company: corp,
      expected: { internetV4: "tunnel", company: "tunnel", carrying: tun("wg0") },
    },
    {
      title: "a mesh without exit node is idle",
      kind: "insecure",
      fixtures: net("06-tailscale-mesh-only", tunnels),
      company: corp,
      expected: { internetV4: "direct", company: "direct", carrying: [], idle: tailscale(true) },
    },
    {
      title: "a mesh with exit node",
      kind: "secure",
      fixtures: net("07-tailscale-exit-node", tunnels),
      company: corp,
      expected: { internetV4: "tunnel", company: "tunnel", carrying: tailscale(false), idle: [], clients: [] },
    },
    {
      title: "a mesh that leads to the company",
      kind: "other",
      fixtures: net("08-tailscale-subnet-route-to-corp", tunnels),
      company: corp,
      expected: { internetV4: "direct", company: "tunnel", carrying: tailscale(true) },
    },
    {
      title: "no company addresses in the policy",
      kind: "other",
      fixtures: net("01-wired-no-vpn"),
      expected: { internetV4: "direct", company: null },
    },
    {
      title: "Docker and libvirt are no tunnels",
      kind: "insecure",
      fixtures: net("02-docker-libvirt-no-vpn"),
      company: corp,
      expected: { internetV4: "direct", company: "direct", carrying: [], idle: [], clients: [] },
    },
    {
      title: "offline",
      kind: "absent",
      fixtures: net("10-no-default-route", tunnels),
      company: corp,
      expected: { internetV4: "none", internetV6: "none", company: "none" },
    },
    { title: "IPv6 only", kind: "other", fixtures: net("14-ipv6-only", wifiCard), expected: { internetV4: "none", internetV6: "direct" } },
    {
      title: "WireGuard of the kernel, both families",
      kind: "secure",
      fixtures: invented("wireguard-kernel-full"),
      company: corp,
      expected: {
        internetV4: "tunnel",
        internetV6: "tunnel",
        carrying: [{ interface: "wg0", kind: "wireguard", product: null, mesh: false, weak: null }],
      },
    },
    {
      title: "IPv6 past the tunnel",
      kind: "insecure",
      fixtures: invented("wireguard-ipv6-leak"),
      company: corp,
      expected: { internetV4: "tunnel", internetV6: "direct" },
    },
    {
      title: "one half of IPv4 past the tunnel",
      kind: "insecure",
      fixtures: invented("tunnel-one-half"),
      company: corp,
      expected: { internetV4: "mixed", company: "tunnel" },
    },
    {
      title: "a name is no proof: a dummy called wg0",
      kind: "insecure",
      fixtures: invented("dummy-named-wg0"),
      company: corp,
      expected: { internetV4: "direct", company: "direct", carrying: [], idle: [], clients: [] },
    },
    {
      title: "L2TP over a network",
      kind: "secure",
      fixtures: invented("ppp-over-network"),
      company: corp,
      expected: { internetV4: "tunnel", carrying: [{ interface: "ppp0", kind: "ppp", product: null, mesh: false, weak: null }] },
    },
    {
      title: "PPPoE is the line, and we do not say direct either",
      kind: "insecure",
      fixtures: invented("pppoe-line"),
      company: corp,
      expected: "unknown:unparsed",
    },
    {
      title: "a kind of interface of the future",
      kind: "other",
      fixtures: invented("kind-of-the-future"),
      company: corp,
      expected: "unknown:unparsed",
    },
    { title: "the kernel does not answer", kind: "other", fixtures: invented("kernel-does-not-answer"), expected: "unknown:failed" },
    {
      title: "Tailscale signed in, by its program and addresses",
      kind: "other",
      fixtures: net("06-tailscale-mesh-only", tunnels, "linux/vpn/tailscale-addresses"),
      expected: { idle: tailscale(true), clients: [{ product: "Tailscale", state: "connected" }] },
    },
    {
      title: "a mesh under another name is told by its addresses",
      kind: "insecure",
      fixtures: net("04-openvpn-split-tunnel", tunnels, "linux/vpn/renamed-tailscale"),
      company: corp,
      expected: { internetV4: "direct", company: "tunnel", carrying: tun("tun0", "Tailscale", true) },
    },
    {
      title: "clients that run without a tunnel",
      kind: "other",
      fixtures: net("01-wired-no-vpn", "linux/vpn/client-without-tunnel"),
      expected: {
        carrying: [],
        clients: [
          { product: "Cloudflare WARP", state: "unrecognised" },
          { product: "OpenVPN", state: "unrecognised" },
        ],
      },
    },
    {
      title: "PPTP",
      kind: "insecure",
      fixtures: invented("ppp-over-network", "linux/vpn/pptp"),
      company: corp,
      expected: { internetV4: "tunnel", carrying: [{ interface: "ppp0", kind: "ppp", product: null, mesh: false, weak: "pptp" }] },
    },
    {
      title: "a PPTP that runs does not make another tunnel weak",
      kind: "secure",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels, "linux/vpn/pptp"),
      expected: { carrying: tun("tun0") },
    },
    {
      title: "questions go through the tunnel",
      kind: "secure",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels, "linux/vpn/dns-in-tunnel"),
      expected: { dns: "tunnel" },
    },
    {
      title: "the router still sees the questions",
      kind: "insecure",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels, "linux/vpn/dns-beside-tunnel"),
      expected: { internetV4: "tunnel", dns: "direct" },
    },
    {
      title: "one name server inside and one outside",
      kind: "insecure",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels, "linux/vpn/dns-both"),
      expected: { dns: "mixed" },
    },
    {
      title: "the way to one of the name servers is not known",
      kind: "other",
      fixtures: net("03-openvpn-def1-full-tunnel", tunnels, "linux/vpn/dns-half-known"),
      expected: { dns: null },
    },
    { title: "a stub whose servers cannot be read", kind: "other", fixtures: net("03-openvpn-def1-full-tunnel", tunnels), expected: { dns: null } },
  ],
  badDays: { fixtures: net("03-openvpn-def1-full-tunnel", tunnels), source: { command: "ip-link" }, expected: allUnparsed },
};
