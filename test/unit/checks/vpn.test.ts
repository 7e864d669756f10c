import { describe, expect, it } from "vitest";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { knownFact, verdictOf } from "../../support/builders.ts";

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

it("offline says nothing about the VPN", () => {
  expect(on({ internetV4: "none", internetV6: "none", company: null, dns: null, carrying: [], idle: [], clients: [] })).toBe("unknown: offline");
  expect(on({ internetV4: "none", internetV6: "none", company: "none", dns: null, carrying: [], idle: [], clients: [] })).toBe("unknown: offline");
});
