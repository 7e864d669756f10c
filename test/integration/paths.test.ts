import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildDriver, type Driver } from "./support/driver.ts";
import { home, inNamespace, needNamespaces, tunnel } from "./support/namespace.ts";

// Real interfaces, routes and rules of the kernel, in network namespaces of our own. Nothing leaves them: they have no way out.
let driver: Driver | undefined;
beforeAll(async () => {
  await needNamespaces();
  driver = await buildDriver("factsDriver");
});
afterAll(() => driver?.remove());

/** Asks the real probes after these commands. */
async function ask(setUp: readonly string[], companyAddresses: readonly string[] = []) {
  const input = { facts: ["route", "vpn", "listening-services"], context: { companyAddresses } };
  const found = JSON.parse(await inNamespace(setUp, [process.execPath, driver?.file ?? "", JSON.stringify(input)]));
  return { route: found.route, vpn: found.vpn, listening: found["listening-services"] };
}

const corp = ["10.20.0.5"];
const known = (value: unknown) => ({ kind: "known", value });

describe("the way out, asked of the real kernel", () => {
  it("is nowhere without a route", async () => {
    const { route, vpn } = await ask([], corp);
    expect(route.value.legs.map((leg: { via: unknown }) => leg.via)).toEqual([null, null, null, null]);
    expect(route.value.underlay).toBeNull();
    expect(vpn).toMatchObject(known({ internetV4: "none", internetV6: "none", company: "none", carrying: [], idle: [], clients: [] }));
  });

  it("is direct at home", async () => {
    const { route, vpn } = await ask(home, corp);
    expect(route.value.legs[0].via).toEqual({ interface: "lan0", kind: "virtual" });
    expect(vpn).toMatchObject(known({ internetV4: "direct", internetV6: "none", company: "direct", carrying: [], idle: [], clients: [] }));
  });

  it("is the tunnel when it takes both halves of IPv4", async () => {
    const { route, vpn } = await ask(
      [...home, ...tunnel("tun0", "10.8.0.6/24"), "ip route add 0.0.0.0/1 via 10.8.0.1", "ip route add 128.0.0.0/1 via 10.8.0.1"],
      corp,
    );
    expect(route.value.legs[1].via).toEqual({ interface: "tun0", kind: "tunnel" });
    expect(vpn).toMatchObject(
      known({
        internetV4: "tunnel",
        company: "tunnel",

        carrying: [{ interface: "tun0", kind: "tun" }],
        idle: [],
        clients: [],
      }),
    );
  });

  it("is mixed when the tunnel takes one half only", async () => {
    const { vpn } = await ask([...home, ...tunnel("tun0", "10.8.0.6/24"), "ip route add 128.0.0.0/1 via 10.8.0.1"], corp);
    expect(vpn).toMatchObject(known({ internetV4: "mixed" }));
  });

  it("is the tunnel for the company alone in a split tunnel", async () => {
    const { vpn } = await ask([...home, ...tunnel("tun0", "10.8.0.6/24"), "ip route add 10.20.0.0/16 via 10.8.0.1"], corp);
    expect(vpn).toMatchObject(
      known({
        internetV4: "direct",
        company: "tunnel",

        carrying: [{ interface: "tun0", kind: "tun" }],
      }),
    );
  });

  it("is the tunnel when a policy rule says so, as wg-quick does it", async () => {
    const { vpn } = await ask(
      [
        ...home,
        ...tunnel("wg0", "10.66.0.2/32"),
        "ip route add default dev wg0 table 51820",
        "ip rule add not fwmark 51820 table 51820",
        "ip rule add table main suppress_prefixlength 0",
      ],
      corp,
    );
    expect(vpn).toMatchObject(
      known({
        internetV4: "tunnel",
        company: "tunnel",

        carrying: [{ interface: "wg0", kind: "tun" }],
      }),
    );
  });

  it("is direct for IPv6 that goes past the tunnel", async () => {
    const { vpn } = await ask(
      [
        ...home,
        "ip -6 addr add 2001:db8:1::23/64 dev lan0 nodad",
        "ip -6 route add default via 2001:db8:1::1 dev lan0",
        ...tunnel("tun0", "10.8.0.6/24"),
        "ip route add 0.0.0.0/1 via 10.8.0.1",
        "ip route add 128.0.0.0/1 via 10.8.0.1",
      ],
      corp,
    );
    expect(vpn).toMatchObject(known({ internetV4: "tunnel", internetV6: "direct" }));
  });

  it("is direct beside a mesh that carries nothing", async () => {
    const { vpn } = await ask([...home, ...tunnel("tailscale0", "100.101.102.103/32")], corp);
    expect(vpn).toMatchObject(
      known({
        internetV4: "direct",
        company: "direct",

        carrying: [],
        idle: [{ interface: "tailscale0", kind: "tun" }],
        clients: [],
      }),
    );
  });

  it("is not a tunnel because an interface is called like one", async () => {
    const { vpn } = await ask(
      [
        ...home.slice(0, 3),
        "ip link add wg0 type bridge",
        "ip link set wg0 up",
        "ip link set far-lan0 master wg0",
        "ip addr add 10.66.0.2/24 dev wg0",
        "ip route add default via 10.66.0.1 dev wg0",
      ],
      corp,
    );
    expect(vpn).toMatchObject(known({ internetV4: "direct", company: "direct", carrying: [], idle: [], clients: [] }));
  });

  it("is nowhere behind a kill switch that blackholes the rest", async () => {
    const { vpn } = await ask(
      [...home.slice(0, 4), "ip route add blackhole default", ...tunnel("tun0", "10.8.0.6/24"), "ip route add 10.20.0.0/16 via 10.8.0.1"],
      corp,
    );
    expect(vpn).toMatchObject(known({ internetV4: "none", company: "tunnel" }));
  });

  it("comes with an empty, but read, list of sockets", async () => {
    const { listening } = await ask([]);
    expect(listening).toEqual(known({ examined: 0, exposed: [] }));
  });
});
