import { describe, expect, it } from "vitest";
import type { Facts, FactValue } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import { fact, knownFact, verdictOf } from "../../support/builders.ts";

type Vpn = FactValue<"vpn">;
const wg = { interface: "wg-company", kind: "wireguard", product: null, mesh: false, weak: null };
const full: Vpn = { internetV4: "tunnel", internetV6: "none", company: null, dns: null, carrying: [wg], idle: [], clients: [] };
const split: Vpn = { internetV4: "direct", internetV6: "none", company: "tunnel", dns: null, carrying: [wg], idle: [], clients: [] };

function on(value: Vpn, vpnInterfaces: readonly string[] = ["wg-company"], settings?: Record<string, unknown>) {
  const verdict = verdictOf("vpn", {
    facts: knownFact("vpn", value),
    network: { vpnInterfaces: [...vpnInterfaces] },
    ...(settings ? { settings } : {}),
  });
  const minor = verdict.status === "fail" && verdict.minor ? " (minor)" : "";
  return `${verdict.status}${minor}: ${verdict.message.key.replace("check.vpn.", "")}`;
}

describe("whose tunnel it is", () => {
  it("a full tunnel with a name from the policy passes", () => {
    expect(on(full)).toBe("pass: full");
    expect(on(full, ["wg-*"])).toBe("pass: full");
    expect(on({ ...full, internetV6: "tunnel" })).toBe("pass: full");
  });
  it("a full tunnel is never green while the policy names none, even when it carries the company's addresses", () => {
    expect(on(full, [])).toBe("fail (minor): unrecognised");
    expect(on({ ...full, company: "tunnel" }, [])).toBe("fail (minor): unrecognised");
  });
  it("a tunnel with another name is not the company's", () => {
    expect(on(full, ["wg-other"])).toBe("fail: other");
    expect(on(full, ["wg"])).toBe("fail: other");
    expect(on({ ...full, carrying: [wg, { interface: "tun0", kind: "tun", product: null, mesh: false, weak: null }] })).toBe("fail: other");
  });
  it("a tunnel that carries the company's addresses alone knows the company", () => {
    expect(on(split, [], { splitTunnel: "allowed" })).toBe("pass: split");
  });
});

describe("tunnels that are certainly not the company's, or nobody's", () => {
  const nord = { ...wg, interface: "nordlynx", product: "NordVPN", consumer: true } as const;
  it("a product that is sold to private people is never the company's while the policy names none", () => {
    expect(on({ ...full, carrying: [nord] }, [])).toBe("fail: other");
    expect(on({ ...split, carrying: [nord] }, [])).toBe("fail: other");
    expect(on({ ...split, carrying: [nord, wg] }, [])).toBe("fail: partial");
    expect(on({ ...full, carrying: [nord, wg] }, [])).toBe("fail (minor): unrecognised");
  });
  it("the policy may name it all the same", () => {
    expect(on({ ...full, carrying: [nord] }, ["nordlynx"])).toBe("pass: full");
  });
  it("says which product it is: a connection's name says little", () => {
    const verdict = verdictOf("vpn", { facts: knownFact("vpn", { ...full, carrying: [nord, wg] }), network: { vpnInterfaces: ["tun0"] } });
    expect(verdict.message).toEqual({ key: "check.vpn.other", params: { interfaces: "NordVPN, nordlynx; wg-company" } });
  });

  const unread = (reason: "unparsed" | "timeout", kind: "unrecognised" | "wifi") => ({
    ...knownFact("route", {
      legs: [
        { target: "internet", address: "192.0.2.1", family: 4, via: { interface: "Ethernet 6", kind } },
        { target: "internet", address: "198.51.100.1", family: 4, via: { interface: "Ethernet 6", kind } },
      ],
      underlay: { interface: "Wi-Fi", kind: "wifi" },
    }),
    vpn: fact("vpn", unknown(reason, "")),
  });
  it("a device that nobody knows and that carries traffic is named", () => {
    const verdict = verdictOf("vpn", { facts: unread("unparsed", "unrecognised") });
    expect(verdict).toMatchObject({ status: "unknown", message: { key: "check.vpn.device", params: { interfaces: "Ethernet 6" } } });
  });
  it.each([
    ["timeout", "unrecognised"],
    ["unparsed", "wifi"],
  ] as const)("%s over a link that is %s is said the common way", (reason, kind) => {
    expect(verdictOf("vpn", { facts: unread(reason, kind) }).message.key).toBe(`unknown.${reason}`);
  });
});

describe("what goes through it", () => {
  it("no tunnel, and one that is idle, are no VPN", () => {
    expect(on({ ...full, internetV4: "direct", carrying: [] })).toBe("fail: down");
    expect(
      on({ ...full, internetV4: "direct", carrying: [], idle: [{ interface: "tailscale0", kind: "tun", product: null, mesh: false, weak: null }] }),
    ).toBe("fail: idle");
  });
  it("IPv6 beside the tunnel is a leak", () => {
    expect(on({ ...full, internetV6: "direct" })).toBe("fail: ipv6");
    expect(on({ ...full, internetV6: "mixed" })).toBe("fail: ipv6");
    expect(on({ ...full, internetV6: "direct" }, ["wg-company"], { ipv6Leak: "caution" })).toBe("fail (minor): ipv6");
    expect(on({ ...full, company: "tunnel", internetV6: "direct" })).toBe("fail: ipv6");
  });
  it("a half tunnel does not do", () => {
    expect(on({ ...full, internetV4: "mixed" })).toBe("fail: partial");
    expect(on({ ...full, internetV4: "mixed" }, ["wg-company"], { splitTunnel: "allowed" })).toBe("fail: partial");
  });
  it("a split tunnel is what the policy says of it", () => {
    expect(on(split)).toBe("fail (minor): splitLoose");
    expect(on(split, ["wg-company"], { splitTunnel: "allowed" })).toBe("pass: split");
    expect(on(split, ["wg-company"], { splitTunnel: "forbidden" })).toBe("fail: splitLoose");
  });
  it.each(["direct", "mixed", "none"] as const)("the company's traffic must be inside: %s", (company) => {
    expect(on({ ...full, company })).toBe("fail: outside");
  });
});

describe("proofs beyond names", () => {
  type Proof = FactValue<"office-proof">["endpoints"][number];
  const proof = (outcome: Proof["outcome"], via: Proof["via"]): Facts =>
    knownFact("office-proof", { endpoints: [{ host: "inside.example", port: 443, outcome, via }] });
  const judged = (
    value: Vpn,
    network: { vpnInterfaces?: string[]; vpnProducts?: string[] },
    more: Facts = {},
    settings?: Record<string, unknown>,
  ) => {
    const verdict = verdictOf("vpn", {
      facts: { ...knownFact("vpn", value), ...more },
      network: { vpnInterfaces: [], vpnProducts: [], ...network },
      ...(settings ? { settings } : {}),
    });
    return `${verdict.status}${verdict.status === "fail" && verdict.minor ? " (minor)" : ""}: ${verdict.message.key.replace("check.vpn.", "")}`;
  };
  const tunnel = (product: string | null, mesh = false) => ({ interface: "utun5", kind: "utun", product, mesh, weak: null });
  const down: Vpn = { ...full, internetV4: "direct", carrying: [] };

  it("a product of the policy counts while it carries traffic, and only then", () => {
    const gp = { vpnProducts: ["GlobalProtect"] };
    expect(judged({ ...full, carrying: [tunnel("GlobalProtect")] }, gp)).toBe("pass: full");
    expect(judged({ ...full, carrying: [tunnel("Mullvad")] }, gp)).toBe("fail: other");
    expect(judged({ ...full, carrying: [tunnel(null)] }, gp)).toBe("fail: other");
    expect(judged({ ...down, idle: [tunnel("GlobalProtect")] }, gp)).toBe("fail: idle");
  });
  it("names and products add up: every tunnel that carries must be one of them", () => {
    expect(judged({ ...full, carrying: [wg, tunnel("GlobalProtect")] }, { vpnInterfaces: ["wg-company"], vpnProducts: ["GlobalProtect"] })).toBe(
      "pass: full",
    );
    expect(judged({ ...full, carrying: [wg, tunnel("Mullvad")] }, { vpnInterfaces: ["wg-company"], vpnProducts: ["GlobalProtect"] })).toBe(
      "fail: other",
    );
  });
  it("a mesh is never the company's by its product alone", () => {
    const mesh = { ...split, company: null, carrying: [tunnel("Tailscale", true)] };
    expect(judged(mesh, { vpnProducts: ["Tailscale"] })).toBe("fail: other");
    expect(judged({ ...mesh, company: "tunnel" }, { vpnProducts: ["Tailscale"] })).toBe("fail (minor): splitLoose");
    expect(judged({ ...mesh, company: "tunnel" }, {})).toBe("fail: partial");
  });
  it("an inside server that answers through the only tunnel proves whose it is", () => {
    expect(judged({ ...full, carrying: [tunnel(null)] }, {}, proof("proved", "tunnel"))).toBe("pass: full");
    expect(judged({ ...full, carrying: [tunnel(null)] }, { vpnInterfaces: ["wg-company"] }, proof("proved", "tunnel"))).toBe("pass: full");
    for (const wrong of [proof("proved", "direct"), proof("other-certificate", "tunnel"), proof("unreachable", "unrecognised")]) {
      expect(judged({ ...full, carrying: [tunnel(null)] }, {}, wrong)).toBe("fail (minor): unrecognised");
    }
    expect(judged({ ...full, carrying: [tunnel(null), tunnel("Mullvad")] }, { vpnInterfaces: ["wg-company"] }, proof("proved", "tunnel"))).toBe(
      "fail: other",
    );
  });
  it.each(["pptp", "mschapv2"] as const)("a tunnel by %s is broken, whoever's it is", (weak) => {
    expect(judged({ ...full, carrying: [{ ...wg, weak }] }, { vpnInterfaces: ["wg-company"] })).toBe("fail: weak");
    expect(judged({ ...full, carrying: [{ ...wg, weak }] }, {})).toBe("fail: weak");
  });
  it.each(["direct", "mixed"] as const)("questions for names that leave %s are a leak, as bad as the policy says", (dns) => {
    const named = { vpnInterfaces: ["wg-company"] };
    expect(judged({ ...full, dns }, named)).toBe("fail (minor): dns");
    expect(judged({ ...full, dns }, named, {}, { dnsLeak: "forbidden" })).toBe("fail: dns");
    expect(judged({ ...full, dns }, {}, {}, { dnsLeak: "forbidden" })).toBe("fail: dns");
    expect(judged({ ...full, dns }, {})).toBe("fail (minor): unrecognised");
  });
  it.each(["tunnel", "none", null] as const)("questions for names: %s is no leak", (dns) => {
    expect(judged({ ...full, dns }, { vpnInterfaces: ["wg-company"] })).toBe("pass: full");
  });
  it("in the office no VPN is needed", () => {
    expect(judged(down, {}, proof("proved", "direct"))).toBe("pass: office");
    expect(judged(down, {}, proof("proved", "unrecognised"))).toBe("fail: down");
  });
  it("a client without an interface is a hint; with an inside server that answers it is a way to the company", () => {
    const zs: Vpn = { ...down, clients: [{ product: "Zscaler", state: "connected" }] };
    const named = { vpnProducts: ["Zscaler"] };
    expect(judged(zs, {})).toBe("fail: down");
    expect(judged(zs, named)).toBe("fail (minor): clientOnly");
    // Where nothing may leave outside of the tunnel the hint must not be worth more than the proof that something does (law 1).
    expect(judged(zs, named, proof("proved", "direct"), { splitTunnel: "forbidden" })).toBe("fail: clientProved");
    expect(judged(zs, named, {}, { splitTunnel: "forbidden" })).toBe("fail: clientOnly");
    expect(judged(zs, named, proof("proved", "direct"))).toBe("fail (minor): clientProved");
    expect(judged(zs, named, proof("proved", "direct"), { splitTunnel: "allowed" })).toBe("pass: clientProved");
    expect(judged(zs, named, proof("proved", "direct"), { splitTunnel: "forbidden" })).toBe("fail: clientProved");
    expect(judged({ ...zs, clients: [{ product: "Zscaler", state: "disconnected" }] }, named)).toBe("fail: down");
  });
});

it("offline says nothing about the VPN", () => {
  expect(on({ internetV4: "none", internetV6: "none", company: null, dns: null, carrying: [], idle: [], clients: [] })).toBe("unknown: offline");
  expect(on({ internetV4: "none", internetV6: "none", company: "none", dns: null, carrying: [], idle: [], clients: [] })).toBe("unknown: offline");
});
