import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { networkIdOf } from "../../../electron/services/networkId.ts";
import { pseudonymWith } from "../../../electron/services/secretKey.ts";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { LinkKind } from "../../../shared/facts/network.ts";
import { unknown } from "../../../shared/observation.ts";
import { fact, factsInOrder, knownFact, valuesInOrder } from "../../support/builders.ts";

const pseudonym = pseudonymWith("00".repeat(32));
type Wifi = Extract<FactValue<"wifi-link">, { connected: true }>;
type Router = FactValue<"gateway">["gateways"][number];

const wifi: Wifi = {
  connected: true,
  interface: "if0",
  ssid: "home-net",
  bssid: "02:00:00:00:00:01",
  security: "wpa2-personal",
  signalPercent: 70,
};
const underlay = (kind: LinkKind) =>
  knownFact("route", { legs: [{ target: "internet", address: "192.0.2.1", family: 4, via: null }], underlay: { interface: "if0", kind } });
const router = (mac: string | null, address = "192.168.1.1"): Router => ({ interface: "if0", address, mac });
const routed = (gateways: Router[], domain: string | null = null) => knownFact("gateway", { ...valuesInOrder.gateway, gateways, domain });

const wifiWith = (change: Partial<Wifi>, gateway = routed([router("a4:12:42:00:53:01")])) =>
  networkIdOf(factsInOrder({ ...underlay("wifi"), ...knownFact("wifi-link", { ...wifi, ...change }), ...gateway }), pseudonym);
const noName = (...gateway: Parameters<typeof routed>) => wifiWith({ ssid: null, bssid: null }, routed(...gateway));
const on = (kind: LinkKind, gateways: Router[], domain: string | null = null) =>
  networkIdOf(factsInOrder({ ...underlay(kind), ...routed(gateways, domain) }), pseudonym);

describe("a Wi-Fi with a name", () => {
  test("is the same at every access point and behind every router, and another for an open twin", () => {
    expect(wifiWith({ bssid: "02:00:00:00:00:02", signalPercent: 10 })).toBe(wifiWith({}));
    expect(wifiWith({}, routed([router("a4:12:42:00:53:02")], "lan"))).toBe(wifiWith({}));
    expect(wifiWith({}, { gateway: fact("gateway", unknown("denied", "")) })).toBe(wifiWith({}));
    expect(wifiWith({ security: "open" })).not.toBe(wifiWith({}));
    expect(wifiWith({ ssid: "other" })).not.toBe(wifiWith({}));
  });
  test("cannot be guessed from the name without the key", () => {
    const other = networkIdOf(factsInOrder({ ...underlay("wifi"), ...knownFact("wifi-link", wifi) }), pseudonymWith("11".repeat(32)));
    expect(other).not.toBe(wifiWith({}));
  });
});

const byte = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, "0"));
// Made by a maker: the two lowest bits of the first octet are 0.
const mac = fc.tuple(fc.constantFrom("a4", "d8", "3c"), byte, byte, byte, byte, byte).map((parts) => parts.join(":"));

describe("a Wi-Fi whose name the system hides", () => {
  test("never shares its id with one behind another router", () => {
    fc.assert(
      fc.property(mac, mac, fc.constantFrom(null, "lan", "home.lan"), (one, other, domain) => {
        fc.pre(one !== other);
        const id = noName([router(one)], domain);
        expect(id).toMatch(/^net-/);
        expect(id).not.toBe(noName([router(other)], domain));
      }),
    );
  });
  test("is another one than its open twin, and than a cable at the same router", () => {
    const id = noName([router("a4:12:42:00:53:01")]);
    expect(wifiWith({ ssid: null, security: "open" })).not.toBe(id);
    expect(on("cable", [router("a4:12:42:00:53:01")])).not.toBe(id);
  });
  test("stays the same home: while roaming, without a domain, with IPv6 alone, and whether its second router is seen or not", () => {
    const id = noName([router("a4:12:42:00:53:01")]);
    expect(wifiWith({ ssid: null, bssid: "02:00:00:00:00:09" })).toBe(id);
    expect(noName([router("A4:12:42:00:53:01", "fe80::1")])).toBe(id);
    expect(noName([router("a4:12:42:00:53:01"), router("a4:12:42:00:53:01", "fe80::1")])).toBe(id);
    expect(noName([router("a4:12:42:00:53:01"), router("00:1d:aa:00:53:02", "fe80::2")])).toBe(id);
    expect(noName([router("a4:12:42:00:53:01"), router(null, "fe80::2")])).toBe(id);
  });
  test("has no id where its router has no address of its own, or none is seen", () => {
    expect(noName([router("00:00:5e:00:01:01")])).toBeNull();
    expect(noName([router(null)])).toBeNull();
    expect(wifiWith({ ssid: null }, { gateway: fact("gateway", unknown("denied", "")) })).toBeNull();
  });
});

describe("a cable, and what has no kind (a virtual switch)", () => {
  test("does not exist where networks cannot be told apart", () => {
    for (const kind of ["cable", "virtual", "unrecognised"] as const) expect(on(kind, [router("00:00:5e:00:01:01")])).toBeNull();
    expect(networkIdOf(factsInOrder({ ...underlay("cable"), gateway: fact("gateway", unknown("denied", "")) }), pseudonym)).toBeNull();
  });
  test.each(["cable", "virtual", "unrecognised"] as const)("%s follows its router and domain", (kind) => {
    const id = on(kind, [router("a4:12:42:00:53:01")], "lan");
    expect(id).toMatch(/^net-/);
    expect(on(kind, [router("A4:12:42:00:53:01")], "lan")).toBe(id);
    expect(on(kind, [router("a4:12:42:00:53:02")], "lan")).not.toBe(id);
    expect(on(kind, [router("a4:12:42:00:53:01")], "hotel")).not.toBe(id);
  });
  test("an exception of an older version, bound to a cable, finds its network again", () => {
    expect(on("cable", [router("a4:12:42:00:53:01")], "lan")).toBe(pseudonym("net", JSON.stringify(["cable", ["a4:12:42:00:53:01"], "lan"])));
  });
});
