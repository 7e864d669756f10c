import { describe, expect, it } from "vitest";
import { isInOffice, type NetworkSigns, networkTrust } from "../../../electron/checks/networkTrust.ts";
import type { FactId, Facts, FactValue } from "../../../shared/facts/catalogue.ts";
import { type LinkKind, type WifiSecurity, wifiSecurities } from "../../../shared/facts/network.ts";
import { known, notApplicable, type Observation, unknown } from "../../../shared/observation.ts";
import { fact, factsInOrder, knownFact, valuesInOrder, verdictOf } from "../../support/builders.ts";

const noVpn: FactValue<"vpn"> = { internetV4: "direct", internetV6: "none", company: null, dns: null, carrying: [], idle: [], clients: [] };
const over = (kind: LinkKind): FactValue<"route"> => ({ ...valuesInOrder.route, underlay: { interface: "if0", kind } });
const offline: FactValue<"route"> = { legs: [{ target: "internet", address: "192.0.2.1", family: 4, via: null }], underlay: null };
const wifi = (security: WifiSecurity, ssid: string | null = "home-net"): FactValue<"wifi-link"> => ({
  connected: true,
  interface: "wlan0",
  ssid,
  bssid: null,
  security,
  signalPercent: null,
});
const history = (changed: Partial<FactValue<"network-history">> = {}) => ({ ...valuesInOrder["network-history"], ...changed });
const stranger = history({ remembered: false, named: null });
const gateway = (changed: Partial<FactValue<"gateway">> = {}) => ({ ...valuesInOrder.gateway, ...changed });
const online = (level: FactValue<"connectivity">["level"]) => ({ level, sources: [{ source: "test", level }] });
const proof = (outcome: "proved" | "other-certificate" | "unreachable", via: "direct" | "tunnel" | "unrecognised"): FactValue<"office-proof"> => ({
  endpoints: [{ host: "inside.example", port: 443, outcome, via }],
});

/** IPv4 by the cable at home, IPv6 by another link. */
const byCable = (other: LinkKind): FactValue<"route"> => ({
  legs: [
    { target: "internet", address: "192.0.2.1", family: 4, via: { interface: "eth0", kind: "cable" } },
    { target: "internet", address: "2001:db8::1", family: 6, via: { interface: "if1", kind: other } },
  ],
  underlay: { interface: "eth0", kind: "cable" },
});
const routers = (mac: string | null) =>
  gateway({
    gateways: [
      { interface: "eth0", address: "192.168.1.1", mac: "10:20:30:00:53:01" },
      { interface: "if1", address: "fe80::1", mac },
    ],
  });

type Values = { readonly [K in FactId]?: FactValue<K> | "unseen" | "not-applicable" };
function observed<K extends FactId>(id: K, values: Values): Observation<FactValue<K>> {
  const given: unknown = values[id] ?? valuesInOrder[id];
  if (given === "unseen") return unknown("timeout", "");
  return given === "not-applicable" ? notApplicable("policy") : known(given as FactValue<K>);
}
/** A PC at home, on its Wi-Fi, without VPN, with some facts changed. */
function signs(values: Values): NetworkSigns {
  const all: Values = { vpn: noVpn, ...values };
  return {
    route: observed("route", all),
    wifi: observed("wifi-link", all),
    gateway: observed("gateway", all),
    connectivity: observed("connectivity", all),
    office: observed("office-proof", all),
    history: observed("network-history", all),
    vpn: observed("vpn", all),
  };
}
const trustOf = (values: Values) => networkTrust(signs(values), { names: ["at_STARBUCKS_Wi2"], domains: ["wi2.ne.jp"] }).trust;
const idsOf = (values: Values) => networkTrust(signs(values), { names: ["at_STARBUCKS_Wi2"], domains: ["wi2.ne.jp"] }).signals.map(({ id }) => id);

describe("what kind of network", () => {
  it.each<[string, Values, string | null]>([
    ["named home, unchanged", {}, "home"],
    ["named, but nothing remembered", { "network-history": history({ remembered: false }) }, "unknown"],
    ["remembered, not named", { "network-history": history({ named: null }) }, "unknown"],
    ["home with another router", { "network-history": history({ changes: ["other-gateway"] }) }, "unknown"],
    ["home with an access point of another maker", { "network-history": history({ changes: ["other-vendor"] }) }, "unknown"],
    ["home with weaker encryption", { "network-history": history({ changes: ["weaker-security"] }) }, "public"],
    ["named home, but open", { "wifi-link": wifi("open") }, "public"],
    ["named home, but WEP", { "wifi-link": wifi("wep") }, "public"],
    ["named home, with a sign-in page before", { "network-history": history({ portalSeen: true }) }, "public"],
    ["named home under a public name", { "wifi-link": wifi("wpa2-personal", "at_STARBUCKS_Wi2") }, "public"],
    ["a public name in other letters", { "wifi-link": wifi("wpa2-personal", "AT_STARBUCKS_WI2") }, "home"],
    ["a hotspot's domain", { gateway: gateway({ domain: "wi2.ne.jp" }), "network-history": stranger }, "public"],
    ["a hotspot's subdomain", { gateway: gateway({ domain: "Shop1.WI2.ne.jp." }), "network-history": stranger }, "public"],
    ["a domain that only ends like it", { gateway: gateway({ domain: "notwi2.ne.jp" }), "network-history": stranger }, "unknown"],
    ["a sign-in page now", { connectivity: online("portal") }, "portal"],
    ["no internet behind it", { connectivity: online("local") }, "home"],
    ["named a phone's hotspot", { "network-history": history({ named: "tether" }) }, "tether"],
    ["a phone's hotspot with weaker encryption", { "network-history": history({ named: "tether", changes: ["weaker-security"] }) }, "public"],
    ["the mobile network", { route: over("cellular"), "network-history": stranger, gateway: "unseen" }, "tether"],
    ["what looks like a phone by cable", { route: over("tether"), "network-history": stranger }, "unknown"],
    ["a phone by cable that the user named", { route: over("tether"), "network-history": history({ named: "tether" }) }, "tether"],
    [
      "IPv4 by the phone, IPv6 by a stranger's Wi-Fi",
      {
        route: {
          legs: [
            { target: "internet", address: "192.0.2.1", family: 4, via: { interface: "usb0", kind: "tether" } },
            { target: "internet", address: "2001:db8::1", family: 6, via: { interface: "wlan0", kind: "wifi" } },
          ],
          underlay: { interface: "usb0", kind: "tether" },
        },
        "network-history": stranger,
      },
      "unknown",
    ],
    [
      "home by cable, IPv6 by a Wi-Fi of somebody else",
      { route: byCable("wifi"), "wifi-link": wifi("wpa2-personal", "cafe"), gateway: routers("10:20:30:00:53:02") },
      "unknown",
    ],
    [
      "home by cable, IPv6 by an open Wi-Fi",
      { route: byCable("wifi"), "wifi-link": wifi("open", "cafe"), gateway: routers("10:20:30:00:53:02") },
      "public",
    ],
    [
      "home by cable, IPv6 by the Wi-Fi of the same router",
      { route: byCable("wifi"), "wifi-link": wifi("wpa2-personal"), gateway: routers("10:20:30:00:53:01") },
      "home",
    ],
    [
      "home by cable, IPv6 by a router of which nothing is known",
      { route: byCable("wifi"), "wifi-link": wifi("wpa2-personal"), gateway: routers(null) },
      "unknown",
    ],
    ["home by cable, IPv6 by the phone", { route: byCable("cellular"), "wifi-link": { connected: false }, gateway: routers(null) }, "home"],
    ["the mobile network beside an open Wi-Fi that carries nothing", { route: over("cellular"), "wifi-link": wifi("open") }, "tether"],
    ["a cable that is not remembered", { route: over("cable"), "wifi-link": { connected: false }, "network-history": stranger }, "unknown"],
    ["a cable that was named home", { route: over("cable"), "wifi-link": { connected: false } }, "home"],
    [
      "a phone's subnet is only a hint",
      { gateway: gateway({ gateways: [{ interface: "wlan0", address: "172.20.10.1", mac: null }] }), "network-history": stranger },
      "unknown",
    ],
    ["a metered connection is only a hint", { gateway: gateway({ metered: true }), "network-history": stranger }, "unknown"],
    ["the inside server, direct", { "office-proof": proof("proved", "direct"), "network-history": stranger }, "office"],
    ["the inside server on an open Wi-Fi", { "office-proof": proof("proved", "direct"), "wifi-link": wifi("open") }, "office"],
    [
      "the inside server through a tunnel says nothing of the network here",
      { "office-proof": proof("proved", "tunnel"), "network-history": stranger },
      "unknown",
    ],
    ["the inside server, way not recognised", { "office-proof": proof("proved", "unrecognised"), "network-history": stranger }, "unknown"],
    [
      "another certificate in place of the inside server's",
      { "office-proof": proof("other-certificate", "direct"), "network-history": stranger },
      "unknown",
    ],
    ["no network", { route: offline }, null],
    ["no network, whatever else is told", { route: offline, connectivity: online("portal") }, null],
  ])("%s", (_name, values, trust) => {
    expect(trustOf(values)).toBe(trust);
  });

  it("no encryption is better than open or WEP in telling strangers apart: only these two are public by themselves", () => {
    const publicOnes = wifiSecurities.filter((security) => trustOf({ "wifi-link": wifi(security), "network-history": stranger }) === "public");
    expect(publicOnes).toEqual(["open", "wep"]);
  });

  it("a VPN client that works without an interface makes the office's answer worth nothing", () => {
    const client = (state: "connected" | "disconnected" | "unrecognised") => known({ ...noVpn, clients: [{ product: "Zscaler", state }] });
    const answered = known(proof("proved", "direct"));
    expect(isInOffice(client("disconnected"), answered)).toBe(true);
    expect(isInOffice(client("connected"), answered)).toBe(false);
    expect(isInOffice(client("unrecognised"), answered)).toBe(false);
    expect(isInOffice(unknown("timeout", ""), answered)).toBe(false);
  });

  it("names the strong signals first", () => {
    const ids = idsOf({
      "wifi-link": wifi("open", "at_STARBUCKS_Wi2"),
      "network-history": history({ portalSeen: true, changes: ["weaker-security", "other-gateway", "other-vendor"] }),
      gateway: gateway({ domain: "wi2.ne.jp", macShared: true, metered: true }),
      "office-proof": proof("other-certificate", "direct"),
    });
    expect(ids).toEqual([
      "wifi-open",
      "weaker-security",
      "portal-before",
      "other-gateway",
      "shared-mac",
      "other-certificate",
      "public-name",
      "other-vendor",
      "hotspot-domain",
      "metered",
    ]);
  });
});

describe("what was not seen", () => {
  const unseenOf = (values: Values) => networkTrust(signs(values)).unseen;
  it.each<[string, Values, string | null]>([
    ["nothing missing", {}, null],
    ["the ways out", { route: "unseen" }, "timeout"],
    ["the Wi-Fi in use", { "wifi-link": "unseen" }, "timeout"],
    ["a Wi-Fi in use that says it is not connected", { "wifi-link": { connected: false } }, "unparsed"],
    ["a Wi-Fi that is not in use", { route: over("cable"), "wifi-link": "unseen" }, null],
    ["the sign-in page", { connectivity: "unseen" }, "timeout"],
    ["a sign-in page that the policy does not ask for", { connectivity: "not-applicable" }, null],
    ["the memory", { "network-history": "unseen" }, "timeout"],
    ["the router", { gateway: "unseen" }, "timeout"],
    ["memory and router of a mobile line", { route: over("cellular"), gateway: "unseen", "network-history": "unseen" }, null],
    ["what lies below a tunnel", { route: { ...valuesInOrder.route, underlay: null } }, "not-supported"],
  ])("%s", (_name, values, reason) => {
    expect(unseenOf(values)).toBe(reason);
  });
});

describe("the verdict", () => {
  const facts = (values: Values): Facts =>
    Object.fromEntries(Object.keys(values).map((id) => [id, fact(id as FactId, observed(id as FactId, values) as Observation<never>)]));
  /** Without VPN, then under the company's VPN that carries everything. */
  const both = (values: Values, settings: Record<string, unknown> = {}) =>
    [{ ...facts(values), ...knownFact("vpn", noVpn) }, facts(values)].map((changed) => {
      const verdict = verdictOf("network-trust", { facts: factsInOrder(changed), settings: { hotspotDomains: ["wi2.ne.jp"], ...settings } });
      const minor = verdict.status === "fail" && verdict.minor ? " (minor)" : "";
      return `${verdict.status}${minor}: ${verdict.message.key.replace("check.network-trust.", "")}`;
    });
  it.each<[string, Values, string, string]>([
    ["home", {}, "pass: home", "pass: home"],
    ["tether", { route: over("cellular") }, "pass: tether", "pass: tether"],
    ["office", { "office-proof": proof("proved", "direct") }, "pass: office", "pass: office"],
    ["portal", { connectivity: online("portal") }, "fail: portal", "fail (minor): portal"],
    ["open", { "wifi-link": wifi("open") }, "fail: public", "fail (minor): publicProtected"],
    [
      "two signs",
      { "wifi-link": wifi("open"), "network-history": history({ portalSeen: true }) },
      "fail: publicTwo",
      "fail (minor): publicProtected",
    ],
    ["weaker", { "network-history": history({ changes: ["weaker-security"] }) }, "fail: public", "fail (minor): publicProtected"],
    ["changed", { "network-history": history({ changes: ["other-gateway"] }) }, "fail (minor): changed", "fail (minor): changed"],
    ["unnamed", { "network-history": stranger }, "fail (minor): unnamed", "pass: protected"],
    ["hint", { "network-history": stranger, gateway: gateway({ macShared: true }) }, "fail (minor): unnamedSign", "pass: protected"],
    ["unnamed, changed", { "network-history": history({ named: null, changes: ["other-gateway"] }) }, "fail (minor): unnamedSign", "pass: protected"],
    ["unseen", { "network-history": "unseen" }, "unknown: unknown.timeout", "fail (minor): unseenProtected"],
    ["hidden", { route: { ...valuesInOrder.route, underlay: null } }, "unknown: hidden", "fail (minor): unseenProtected"],
    ["two networks at once", { route: byCable("wifi"), gateway: routers(null) }, "unknown: hidden", "fail (minor): unseenProtected"],
    ["offline", { route: offline }, "not-applicable: offline", "not-applicable: offline"],
  ])("%s", (_name, values, without, under) => {
    expect(both(values)).toEqual([without, under]);
  });
  it("a company that forbids networks without a name stops there, unless its VPN is up", () => {
    expect(both({ "network-history": stranger }, { unnamed: "forbidden" })).toEqual(["fail: unnamed", "pass: protected"]);
  });
  it("never blocks the way to the fix: a sign-in page asks to sign in first, then for the VPN", () => {
    const verdict = verdictOf("network-trust", { facts: { ...knownFact("connectivity", online("portal")), ...knownFact("vpn", noVpn) } });
    expect(verdict).toMatchObject({ status: "fail", remedy: "sign-in", subject: "portal" });
  });
  it("names what changed, so that an exception can be for exactly that", () => {
    const changes: FactValue<"network-history">["changes"] = ["other-vendor", "other-gateway"];
    expect(verdictOf("network-trust", { facts: knownFact("network-history", history({ changes })) })).toMatchObject({
      subject: "other-gateway, other-vendor",
      remedy: "name-again",
      message: { params: { first: { key: "check.network-trust.sign-other-gateway" } } },
    });
    expect(verdictOf("network-trust", { facts: knownFact("network-history", history({ changes: ["weaker-security"] })) })).toMatchObject({
      subject: "weaker-security",
      message: { params: { first: { key: "check.network-trust.sign-weaker-security" } } },
    });
  });
});

it("a Wi-Fi beside the cable that could not be seen is unseen, and gives no home", () => {
  const facts = { ...factsInOrder, ...knownFact("route", byCable("wifi")), "wifi-link": fact("wifi-link", unknown("denied", "no permission")) };
  expect(verdictOf("network-trust", { facts }).status).not.toBe("pass");
});

it("a Wi-Fi that is only taken for the one in use, because the ways out could not be seen, is not known to be public: days of grace are for what was seen", () => {
  const route = fact("route", unknown("stale", "too old"));
  const open = { ...factsInOrder, ...knownFact("wifi-link", wifi("open")), ...knownFact("vpn", noVpn) };
  expect(verdictOf("network-trust", { facts: { ...open, ...knownFact("route", over("wifi")) } }).status).toBe("fail");
  expect(verdictOf("network-trust", { facts: { ...open, route } })).toMatchObject({ status: "unknown", reason: "stale", remedy: "safer" });
});
