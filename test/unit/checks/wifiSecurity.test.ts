import { describe, expect, it } from "vitest";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { notApplicable, type UnknownReason, unknown } from "../../../shared/observation.ts";
import { fact, knownFact, verdictOf } from "../../support/builders.ts";

type Wifi = Extract<FactValue<"wifi-link">, { connected: true }>;
const noVpn: FactValue<"vpn"> = { internetV4: "direct", internetV6: "none", company: null, dns: null, carrying: [], idle: [], clients: [] };
const companyVpn: FactValue<"vpn"> = {
  ...noVpn,
  internetV4: "tunnel",
  carrying: [{ interface: "wg-company", kind: "wireguard", product: null, mesh: false, weak: null }],
};

function on(security: Wifi["security"], vpn: FactValue<"vpn">, ssid: string | null = "cafe") {
  const link = { connected: true, interface: "wlan0", ssid, bssid: null, security, signalPercent: null } as const;
  return verdictOf("wifi-security", {
    facts: { ...knownFact("wifi-link", link), ...knownFact("vpn", vpn) },
    settings: { publicNetworks: ["at_STARBUCKS_Wi2"] },
  });
}
/** In short: what the light becomes under a required rule. */
const short = (verdict: ReturnType<typeof on>) => (verdict.status === "fail" ? (verdict.minor ? "warn" : "block") : verdict.status);

describe("the table of links: encryption × the company's VPN", () => {
  it.each([
    ["open", "block", "warn"],
    ["wep", "block", "warn"],
    ["wpa", "block", "warn"],
    ["owe", "warn", "pass"],
    ["wpa2-personal", "pass", "pass"],
    ["wpa2-wpa3-personal", "pass", "pass"],
    ["wpa3-personal", "pass", "pass"],
    ["enterprise", "pass", "pass"],
  ] as const)("%s: without VPN %s, with VPN %s", (security, without, withVpn) => {
    expect(short(on(security, noVpn))).toBe(without);
    expect(short(on(security, companyVpn))).toBe(withVpn);
  });

  it.each([
    ["open", "block", "warn"],
    ["wpa2-personal", "block", "pass"],
    ["wpa2-wpa3-personal", "block", "pass"],
    ["wpa3-personal", "warn", "pass"],
    ["enterprise", "pass", "pass"],
  ] as const)("%s under a name that is known as public: without VPN %s, with VPN %s", (security, without, withVpn) => {
    expect(short(on(security, noVpn, "at_STARBUCKS_Wi2"))).toBe(without);
    expect(short(on(security, companyVpn, "at_STARBUCKS_Wi2"))).toBe(withVpn);
  });
});

it("the name must be spelt exactly: it is only a hint", () => {
  expect(on("wpa2-personal", noVpn, "AT_starbucks_WI2").status).toBe("pass");
});

it.each([
  ["a tunnel that is not the company's", { ...companyVpn, carrying: [{ interface: "tun0", kind: "tun", product: null, mesh: false, weak: null }] }],
  ["IPv6 outside the tunnel", { ...companyVpn, internetV6: "direct" }],
  ["only half of the traffic in the tunnel", { ...companyVpn, internetV4: "mixed" }],
  ["the company's traffic outside", { ...companyVpn, company: "direct" }],
  ["no way to the internet in any family", { ...companyVpn, internetV4: "none", company: "tunnel" }],
  ["the questions for names outside", { ...companyVpn, dns: "mixed" }],
  ["a tunnel that others can break", { ...companyVpn, carrying: [{ ...companyVpn.carrying[0], weak: "mschapv2" }] }],
] as const)("%s does not make an open Wi-Fi better", (_name, vpn) => {
  expect(short(on("open", vpn as FactValue<"vpn">))).toBe("block");
});

it("a VPN that could not be seen does not make an open Wi-Fi better", () => {
  const link = { connected: true, interface: "wlan0", ssid: null, bssid: null, security: "open", signalPercent: null } as const;
  const verdict = verdictOf("wifi-security", { facts: { ...knownFact("wifi-link", link), vpn: fact("vpn", unknown("timeout", "no answer")) } });
  expect(verdict).toMatchObject({
    status: "fail",
    subject: "open",
    message: { key: "check.wifi-security.weak", params: { ssid: { key: "check.wifi-security.nameHidden" }, security: { key: "wifi.open" } } },
  });
});

it("does not apply without Wi-Fi", () => {
  expect(verdictOf("wifi-security", { facts: knownFact("wifi-link", { connected: false }) })).toMatchObject({
    status: "not-applicable",
    message: { key: "check.wifi-security.notWifi" },
  });
  expect(verdictOf("wifi-security", { facts: { "wifi-link": fact("wifi-link", notApplicable("no-hardware")) } })).toEqual({
    status: "not-applicable",
    message: { key: "not-applicable.no-hardware" },
  });
});

describe("a security that could not be read", () => {
  const unseen = (reason: UnknownReason, vpn: FactValue<"vpn">) =>
    verdictOf("wifi-security", { facts: { "wifi-link": fact("wifi-link", unknown(reason, "")), ...knownFact("vpn", vpn) } });
  it("is could not check", () => {
    expect(unseen("timeout", noVpn)).toEqual({ status: "unknown", reason: "timeout", message: { key: "unknown.timeout" } });
  });
  it("says how to grant the permission that is missing", () => {
    expect(unseen("permission-location", noVpn)).toEqual({
      status: "unknown",
      reason: "permission-location",
      remedy: "allow-location",
      message: { key: "check.wifi-security.unreadable" },
    });
  });
  it("says which program to add where none tells", () => {
    expect(unseen("tool-missing", noVpn)).toEqual({
      status: "unknown",
      reason: "tool-missing",
      remedy: "add-tool",
      message: { key: "check.wifi-security.unreadableTool" },
    });
  });
  it("is amber under the company's VPN that carries everything, as an open Wi-Fi is, and no better", () => {
    expect(unseen("timeout", companyVpn)).toMatchObject({
      status: "fail",
      minor: true,
      remedy: "safer",
      message: { key: "check.wifi-security.unreadableProtected" },
    });
    expect(unseen("permission-location", companyVpn)).toMatchObject({ status: "fail", minor: true, remedy: "allow-location" });
    expect(short(unseen("timeout", companyVpn))).toBe(short(on("open", companyVpn)));
  });
  it.each([
    ["leaves out IPv6", { ...companyVpn, internetV6: "direct" }],
    ["leaves out the questions for names", { ...companyVpn, dns: "direct" }],
    ["is built in a way that others can break", { ...companyVpn, carrying: [{ ...companyVpn.carrying[0], weak: "pptp" }] }],
  ] as const)("stays could not check under a VPN that %s", (_name, vpn) => {
    expect(unseen("timeout", vpn as FactValue<"vpn">).status).toBe("unknown");
  });
});

it("a Wi-Fi whose name the OS hides is judged by its encryption, and how to see the name is told", () => {
  expect(on("wpa2-personal", noVpn, null)).toEqual({
    status: "pass",
    message: { key: "check.wifi-security.safeHidden", params: { security: { key: "wifi.wpa2-personal" } } },
  });
});

it.each([
  ["protected", "owe", companyVpn],
  ["weakProtected", "open", companyVpn],
  ["owe", "owe", noVpn],
  ["safe", "wpa3-personal", noVpn],
  ["enterprise", "enterprise", noVpn],
] as const)("says %s", (message, security, vpn) => {
  expect(on(security, vpn).message.key).toBe(`check.wifi-security.${message}`);
});

it.each([
  ["publicKey", "wpa2-personal"],
  ["publicUnproved", "wpa3-personal"],
] as const)("says %s of a public network", (message, security) => {
  expect(on(security, noVpn, "at_STARBUCKS_Wi2").message.key).toBe(`check.wifi-security.${message}`);
});
