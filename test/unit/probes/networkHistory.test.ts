import { describe, expect, it } from "vitest";
import { vendorOf } from "../../../electron/probes/common/networkFingerprint.ts";
import { networkHistory } from "../../../electron/probes/common/networkHistory.ts";
import { emptyContext } from "../../../electron/probes/probe.ts";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { LinkKind } from "../../../shared/facts/network.ts";
import type { RememberedNetwork } from "../../../shared/networks.ts";
import { notApplicable, type Observation, unknown } from "../../../shared/observation.ts";
import { isSharedMac } from "../../../shared/sharedMac.ts";
import { answering, bareHost } from "../../support/bareHost.ts";

const router = "a4:12:42:00:53:01";
const home: RememberedNetwork = {
  id: "NW-00000001",
  link: "wifi",
  ssid: "home-net",
  named: "home",
  security: "wpa2-personal",
  gateways: [router],
  domain: "lan",
  vendors: ["a4:12:42"],
  portalSeen: false,
  firstSeenAt: "2026-10-01T00:00:00.000Z",
  lastSeenAt: "2026-11-20T00:00:00.000Z",
};
type Wifi = Extract<FactValue<"wifi-link">, { connected: true }>;
interface Here {
  readonly kind?: LinkKind;
  readonly wifi?: Partial<Wifi>;
  readonly macs?: readonly (string | null)[];
  readonly domain?: string | null;
  readonly remembered?: readonly RememberedNetwork[];
  readonly route?: Observation<FactValue<"route">>;
  readonly wifiLink?: Observation<FactValue<"wifi-link">>;
  readonly gateway?: Observation<FactValue<"gateway">>;
}

async function historyOf(here: Here = {}) {
  const { kind = "wifi", macs = [router], domain = "lan", remembered = [home] } = here;
  const link: Wifi = {
    connected: true,
    interface: "wlan0",
    ssid: "home-net",
    bssid: "a4:12:42:00:53:02",
    security: "wpa2-personal",
    signalPercent: null,
    ...here.wifi,
  };
  const gateways = macs.map((mac) => ({ interface: "wlan0", address: "192.168.1.1", mac }));
  const probe = networkHistory("linux", {
    route: answering(
      "route",
      here.route ?? { legs: [{ target: "internet", address: "12.34.56.78", family: 4, via: null }], underlay: { interface: "wlan0", kind } },
    ),
    wifiLink: answering("wifi-link", here.wifiLink ?? link),
    gateway: answering("gateway", here.gateway ?? { gateways, domain, metered: null, macShared: null }),
  });
  return (await probe.collect(bareHost({}), { ...emptyContext, remembered }, new AbortController().signal)).observation;
}
const as = (value: Partial<FactValue<"network-history">>) => ({
  kind: "known",
  value: { remembered: true, named: "home", portalSeen: false, changes: [], ...value },
});
const stranger = { kind: "known", value: { remembered: false, named: null, portalSeen: false, changes: [] } };

describe("a Wi-Fi that shows its name", () => {
  it("as it was: nothing has changed", async () => {
    expect(await historyOf()).toEqual(as({}));
  });
  it("never seen: not remembered", async () => {
    expect(await historyOf({ remembered: [] })).toEqual(stranger);
    expect(await historyOf({ wifi: { ssid: "Home-Net" } })).toEqual(stranger);
  });
  it("an SSID that looks like part of another is another", async () => {
    expect(await historyOf({ wifi: { ssid: "home-net " } })).toEqual(stranger);
  });
  it.each(["open", "wep", "wpa", "owe"] as const)("%s under the name of a WPA2 network is weaker", async (security) => {
    expect(await historyOf({ wifi: { security } })).toEqual(as({ changes: ["weaker-security"] }));
  });
  it.each(["wpa2-personal", "wpa2-wpa3-personal", "wpa3-personal", "enterprise"] as const)(
    "%s after WPA2 is no change for the worse",
    async (security) => {
      expect(await historyOf({ wifi: { security } })).toEqual(as({}));
    },
  );
  it("TKIP and encryption without a password are each weaker than the other: one can be broken, the other anybody can offer", async () => {
    expect(await historyOf({ remembered: [{ ...home, security: "wpa" }], wifi: { security: "owe" } })).toEqual(as({ changes: ["weaker-security"] }));
    expect(await historyOf({ remembered: [{ ...home, security: "owe" }], wifi: { security: "wpa" } })).toEqual(as({ changes: ["weaker-security"] }));
  });
  it("WPA2 after WPA3 is weaker", async () => {
    expect(await historyOf({ remembered: [{ ...home, security: "wpa3-personal" }] })).toEqual(as({ changes: ["weaker-security"] }));
  });
  it("another router is another gateway", async () => {
    expect(await historyOf({ macs: ["a4:12:42:00:53:99"] })).toEqual(as({ changes: ["other-gateway"] }));
  });
  it("one of several routers known is enough, in any case of letters", async () => {
    expect(await historyOf({ macs: ["02:00:00:00:00:01", router.toUpperCase()] })).toEqual(as({}));
  });
  it("a router that hides behind an address that many share is not the one remembered", async () => {
    expect(await historyOf({ macs: ["00:00:5e:00:01:0a"] })).toEqual(as({ changes: ["other-gateway"] }));
  });
  it("a router whose address is not known yet cannot be compared: unknown, not unchanged", async () => {
    expect(await historyOf({ macs: [null] })).toMatchObject({ kind: "unknown" });
    expect(await historyOf({ macs: [null], wifi: { security: "open" } })).toEqual(as({ changes: ["weaker-security"] }));
    expect(await historyOf({ macs: [null], remembered: [{ ...home, gateways: [] }] })).toEqual(as({}));
  });
  it("an access point of another maker is told, one that made its address up is not", async () => {
    expect(await historyOf({ wifi: { bssid: "10:20:30:00:53:02" } })).toEqual(as({ changes: ["other-vendor"] }));
    expect(await historyOf({ wifi: { bssid: "a6:12:42:00:53:02" } })).toEqual(as({}));
    expect(await historyOf({ wifi: { bssid: null } })).toEqual(as({}));
  });
  it("a telephone makes up a new address each time, so only for one named tether, and only then, another is no change", async () => {
    const phone = { ...home, named: "tether" as const, gateways: ["a6:12:42:00:53:01"] };
    expect(await historyOf({ remembered: [phone], macs: ["a6:12:42:00:53:99"] })).toEqual(as({ named: "tether" }));
    expect(await historyOf({ remembered: [{ ...phone, gateways: [router] }], macs: ["a6:12:42:00:53:99"] })).toEqual(
      as({ named: "tether", changes: ["other-gateway"] }),
    );
    expect(await historyOf({ remembered: [{ ...phone, gateways: [router, "a6:12:42:00:53:01"] }], macs: ["a6:12:42:00:53:99"] })).toEqual(
      as({ named: "tether", changes: ["other-gateway"] }),
    );
    expect(await historyOf({ remembered: [{ ...phone, named: "home" }], macs: ["a6:12:42:00:53:99"] })).toEqual(as({ changes: ["other-gateway"] }));
  });
  it("tells a sign-in page that was seen before", async () => {
    expect(await historyOf({ remembered: [{ ...home, named: null, portalSeen: true }] })).toEqual(as({ named: null, portalSeen: true }));
  });
  it("all at once", async () => {
    const changed = await historyOf({ wifi: { security: "open", bssid: "10:20:30:00:53:02" }, macs: ["10:20:30:00:53:01"] });
    expect(changed).toEqual(as({ changes: ["weaker-security", "other-gateway", "other-vendor"] }));
  });
});

describe("a network without a name", () => {
  const cable: RememberedNetwork = { ...home, link: "cable", ssid: null, security: null, vendors: [] };
  it("a cable is known by its router and domain", async () => {
    expect(await historyOf({ kind: "cable", remembered: [cable], wifiLink: unknown("tool-missing", "") })).toEqual(as({}));
    expect(await historyOf({ kind: "cable", remembered: [cable], domain: "wi2.ne.jp" })).toEqual(stranger);
    expect(await historyOf({ kind: "cable", remembered: [cable], macs: ["a4:12:42:00:53:99"] })).toEqual(stranger);
    expect(await historyOf({ kind: "cable", remembered: [cable], macs: [null] })).toEqual(stranger);
    expect(await historyOf({ kind: "cable", remembered: [home] })).toEqual(stranger);
  });
  it("a cable that a dock's driver makes look like a telephone is the same cable", async () => {
    expect(await historyOf({ kind: "tether", remembered: [cable], wifiLink: unknown("tool-missing", "") })).toEqual(as({}));
  });
  it("routers that share an address make no cable known", async () => {
    const shared = "00:00:5e:00:01:01";
    expect(await historyOf({ kind: "cable", remembered: [{ ...cable, gateways: [shared] }], macs: [shared] })).toEqual(stranger);
  });
  it("a Wi-Fi whose name the OS hides is known by its router, and still compared", async () => {
    expect(await historyOf({ wifi: { ssid: null } })).toEqual(as({}));
    expect(await historyOf({ wifi: { ssid: null, security: "open" } })).toEqual(as({ changes: ["weaker-security"] }));
    expect(await historyOf({ wifi: { ssid: null }, domain: null })).toEqual(stranger);
  });
  it("a hidden name that may be that of a hotspot at the same router is taken for the hotspot, not for home", async () => {
    const guests = { ...home, id: "NW-00000002", ssid: "guests", named: null, portalSeen: true };
    expect(await historyOf({ wifi: { ssid: null }, remembered: [home, guests] })).toEqual(as({ named: null, portalSeen: true }));
    expect(await historyOf({ remembered: [home, guests] })).toEqual(as({}));
  });
  it("a mobile line needs no router", async () => {
    expect(await historyOf({ kind: "cellular", gateway: unknown("failed", "") })).toEqual(stranger);
  });
});

describe("what could not be seen", () => {
  it.each([
    ["the ways out", { route: unknown("timeout", "") }, "timeout"],
    ["the Wi-Fi", { wifiLink: unknown("permission-location", "") }, "permission-location"],
    ["the router", { gateway: unknown("denied", "") }, "denied"],
    ["a Wi-Fi that says it is not connected", { wifiLink: { kind: "known", value: { connected: false } } }, "failed"],
    ["a Wi-Fi that does not apply", { wifiLink: notApplicable("no-hardware") }, "failed"],
  ] as const)("%s: unknown, never unchanged", async (_name, here, reason) => {
    expect(await historyOf(here as Here)).toMatchObject({ kind: "unknown", reason });
  });
  it("without any link the PC is offline", async () => {
    const route: Observation<FactValue<"route">> = {
      kind: "known",
      value: { legs: [{ target: "internet", address: "x", family: 4, via: null }], underlay: null },
    };
    expect(await historyOf({ route })).toMatchObject({ kind: "unknown", reason: "offline" });
  });
});

describe("addresses", () => {
  it.each([
    ["00:00:5e:00:01:01", true],
    ["00:00:5E:00:02:ff", true],
    ["00:00:0c:07:ac:01", true],
    ["00:00:0c:9f:f0:01", true],
    ["00:07:b4:00:01:01", true],
    ["00:00:5e:00:53:01", false],
    [router, false],
  ])("%s is shared by many routers: %s", (mac, shared) => {
    expect(isSharedMac(mac)).toBe(shared);
  });
  it("without the form of an address tell no maker", () => {
    for (const bssid of ["", "a4:12", "zz:12:42:00:53:01", "a4-12-42-00-53-01"]) expect(vendorOf(bssid)).toBeNull();
    expect(vendorOf("A4:12:42:00:53:01")).toBe("a4:12:42");
  });
});
