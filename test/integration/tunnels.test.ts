import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDriver, type Driver } from "./support/driver.ts";
import { inNamespace, insteadOf, needNamespaces, until } from "./support/namespace.ts";
import { homeAndInternet, openvpn, wgQuickRoutes, wireguard, withIpv6 } from "./support/twoNetworks.ts";

// Real VPN programs on both ends of a real tunnel. The PC's way out ends at the router of the house, which knows the VPN server alone.
let driver: Driver | undefined;
beforeAll(async () => {
  await needNamespaces();
  driver = await buildDriver("factsDriver");
});
afterAll(() => driver?.remove());

async function vpnAfter(setUp: readonly string[], nameServer: string) {
  const input = { facts: ["vpn"], context: { companyAddresses: ["10.20.0.5"] } };
  const lines = [...insteadOf("/etc/resolv.conf", [`nameserver ${nameServer}`]), ...homeAndInternet, ...setUp];
  const { vpn } = JSON.parse(await inNamespace(lines, [process.execPath, driver?.file ?? "", JSON.stringify(input)]));
  expect(vpn.kind).toBe("known");
  const { carrying, idle, ...egress } = vpn.value;
  const names = (tunnels: readonly { readonly interface: string; readonly kind: string }[]) =>
    tunnels.map((entry) => `${entry.interface} ${entry.kind}`);
  return { ...egress, carrying: names(carrying), idle: names(idle) };
}

const everything = ["redirect-gateway def1"];
const company = ["route 10.20.0.0 255.255.0.0"];

describe("a real OpenVPN", () => {
  it("carries everything, names included, with redirect-gateway def1", async () => {
    expect(await vpnAfter(openvpn(everything), "10.8.0.1")).toMatchObject({
      internetV4: "tunnel",
      internetV6: "none",
      company: "tunnel",
      dns: "tunnel",
      carrying: ["tun0 tun"],
      idle: [],
    });
  });

  it("carries the company alone in a split tunnel", async () => {
    expect(await vpnAfter(openvpn(company), "10.8.0.1")).toMatchObject({ internetV4: "direct", company: "tunnel", carrying: ["tun0 tun"] });
  });

  it("is idle when the server sends no route for anything", async () => {
    expect(await vpnAfter(openvpn([]), "192.168.1.1")).toMatchObject({ internetV4: "direct", company: "direct", carrying: [], idle: ["tun0 tun"] });
  });

  it("leaks IPv6 when it carries IPv4 alone and the house has both", async () => {
    expect(await vpnAfter([...withIpv6, ...openvpn(everything)], "10.8.0.1")).toMatchObject({ internetV4: "tunnel", internetV6: "direct" });
  });

  it("leaks names when the router of the house is asked for them", async () => {
    expect(await vpnAfter(openvpn(everything), "192.168.1.1")).toMatchObject({ internetV4: "tunnel", dns: "direct" });
  });

  it("still carries everything, into nothing, after the server was killed and before the client has noticed", async () => {
    expect(await vpnAfter([...openvpn(everything), "kill -9 $server"], "10.8.0.1")).toMatchObject({ internetV4: "tunnel", company: "tunnel" });
  });

  it("is gone when the client has noticed and ended: everything leaves unprotected", async () => {
    const lost = [...openvpn(everything, ["--ping 1", "--ping-exit 2"]), "kill -9 $server", until("! ip link show tun0 >/dev/null 2>&1")];
    expect(await vpnAfter(lost, "10.8.0.1")).toMatchObject({ internetV4: "direct", company: "direct", carrying: [], idle: [] });
  });

  it("is gone when the client was killed without a chance to tidy up", async () => {
    const killed = [...openvpn(everything), "kill -9 $client", until("! ip link show tun0 >/dev/null 2>&1")];
    expect(await vpnAfter(killed, "10.8.0.1")).toMatchObject({ internetV4: "direct", company: "direct", carrying: [] });
  });
});

describe("a real WireGuard by wireguard-go", () => {
  it("carries everything with the routes of wg-quick", async () => {
    expect(await vpnAfter([...wireguard("0.0.0.0/0"), ...wgQuickRoutes], "10.66.0.1")).toMatchObject({
      internetV4: "tunnel",
      internetV6: "none",
      company: "tunnel",
      dns: "tunnel",
      carrying: ["wg0 tun"],
    });
  });

  it("carries the company alone in a split tunnel", async () => {
    expect(await vpnAfter([...wireguard("10.20.0.0/16,10.66.0.0/24"), "ip route add 10.20.0.0/16 dev wg0"], "192.168.1.1")).toMatchObject({
      internetV4: "direct",
      company: "tunnel",
      dns: "direct",
      carrying: ["wg0 tun"],
    });
  });

  it("leaks IPv6 when only IPv4 is allowed into it", async () => {
    expect(await vpnAfter([...withIpv6, ...wireguard("0.0.0.0/0"), ...wgQuickRoutes], "10.66.0.1")).toMatchObject({
      internetV4: "tunnel",
      internetV6: "direct",
    });
  });

  it("leaks names when the router of the house is asked for them: its network is nearer than the tunnel", async () => {
    expect(await vpnAfter([...wireguard("0.0.0.0/0"), ...wgQuickRoutes], "192.168.1.1")).toMatchObject({ internetV4: "tunnel", dns: "direct" });
  });
});
