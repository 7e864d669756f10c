import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { networkHistory } from "../../../electron/probes/common/networkHistory.ts";
import { readJournal } from "../../../electron/services/journal.ts";
import { remember } from "../../../electron/services/networks.ts";
import type { Facts, FactValue } from "../../../shared/facts/catalogue.ts";
import type { RememberedNetwork } from "../../../shared/networks.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { fact, factsInOrder, knownFact, valuesInOrder } from "../../support/builders.ts";
import { minutesAfter, preflightIn, probesAnswering, start, temporaryFolder } from "./world.ts";

type Wifi = Extract<FactValue<"wifi-link">, { connected: true }>;
const wifiAt = (changed: Partial<Wifi> = {}): Wifi => ({ ...(valuesInOrder["wifi-link"] as Wifi), bssid: "a4:12:42:00:53:02", ...changed });
const gatewayAt = (mac: string | null, domain: string | null = "lan"): FactValue<"gateway"> => ({
  ...valuesInOrder.gateway,
  domain,
  gateways: [{ interface: "wlan0", address: "192.168.1.1", mac }],
});
const router = "a4:12:42:00:53:01";
const online = (level: "internet" | "portal"): FactValue<"connectivity"> => ({ level, sources: [{ source: "test", level }] });

describe("what a run leaves", () => {
  const facts = (changed: Partial<Wifi> = {}, mac: string | null = router, more: Facts = {}) =>
    factsInOrder({ ...knownFact("wifi-link", wifiAt(changed)), ...knownFact("gateway", gatewayAt(mac)), ...more });
  const [first] = remember([], facts(), start);
  if (first === undefined) throw new Error("nothing was remembered");
  const home: RememberedNetwork = { ...first, named: "home" };

  test("a new network, with what it can be known by", () => {
    expect(first).toMatchObject({
      link: "wifi",
      ssid: "home-net",
      named: null,
      security: "wpa2-personal",
      gateways: [router],
      domain: "lan",
      vendors: ["a4:12:42"],
      portalSeen: false,
      firstSeenAt: start.toISOString(),
    });
    expect(first.id).toMatch(/^NW-[0-9A-HJKMNP-TV-Z]{8}$/);
  });
  test("the same network once, with all its routers and makers, and its strongest encryption", () => {
    const later = remember([first], facts({ security: "open", bssid: "10:20:30:00:53:02" }, "10:20:30:00:53:01"), minutesAfter(60));
    expect(later).toEqual([
      {
        ...first,
        security: "wpa2-personal",
        gateways: ["10:20:30:00:53:01", router],
        vendors: ["10:20:30", "a4:12:42"],
        lastSeenAt: minutesAfter(60).toISOString(),
      },
    ]);
    expect(remember([first], facts({ security: "wpa3-personal" }), start)).toMatchObject([{ security: "wpa3-personal" }]);
  });
  test("a network with a name learns nothing that a look-alike could show", () => {
    const after = remember([home], facts({ security: "open", bssid: "10:20:30:00:53:02" }, "10:20:30:00:53:01"), minutesAfter(60));
    expect(after).toEqual([{ ...home, lastSeenAt: minutesAfter(60).toISOString() }]);
  });
  test("a sign-in page stays remembered when it is gone", () => {
    const during = remember([home], facts({}, router, knownFact("connectivity", online("portal"))), start);
    expect(during).toMatchObject([{ portalSeen: true, named: "home" }]);
    expect(remember(during, facts(), start)).toMatchObject([{ portalSeen: true }]);
  });
  test.each([
    ["the ways out", { route: fact("route", unknown("timeout", "")) }],
    ["the Wi-Fi", { "wifi-link": fact("wifi-link", unknown("permission-location", "")) }],
    ["the router", { gateway: fact("gateway", unknown("denied", "")) }],
  ])("nothing when %s could not be seen", (_name, more) => {
    const before = [first];
    expect(remember(before, { ...facts(), ...more }, start)).toBe(before);
  });
  test("nothing of a network that shows neither a name nor a router of its own", () => {
    expect(remember([], facts({ ssid: null }, "00:00:5e:00:01:01"), start)).toEqual([]);
    expect(remember([], facts({ ssid: null }, null), start)).toEqual([]);
  });
  test("two hundred at most: the oldest goes, one with a name stays", () => {
    const many = Array.from({ length: 200 }, (_, index): RememberedNetwork => {
      return { ...first, id: `NW-${String(index).padStart(8, "0")}`, ssid: `net-${index}`, lastSeenAt: minutesAfter(index - 1000).toISOString() };
    });
    const named = many.map((network, index) => (index === 0 ? { ...network, named: "home" as const } : network));
    const after = remember(named, facts(), start);
    expect(after).toHaveLength(200);
    expect(after.map(({ ssid }) => ssid)).toEqual(expect.arrayContaining(["home-net", "net-0", "net-2"]));
    expect(after.map(({ ssid }) => ssid)).not.toContain("net-1");
  });
});

describe("a name", () => {
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  const clock = { at: start };
  let here: { wifi: Wifi; gateway: FactValue<"gateway">; portal: boolean };
  beforeEach(async () => {
    clock.at = start;
    place = await temporaryFolder();
    here = { wifi: wifiAt(), gateway: gatewayAt(router), portal: false };
  });
  afterEach(() => place.remove());
  const file = () => path.join(place.folder, "state", "networks.json");

  /** A PC without VPN whose history is made by the real probe from what is remembered. */
  const open = (beforeConnectivity: () => Promise<void> = () => Promise.resolve()) => {
    const probes = probesAnswering({
      route: known({
        legs: [{ target: "internet", address: "192.0.2.1", family: 4, via: { interface: "wlan0", kind: "wifi" } }],
        underlay: { interface: "wlan0", kind: "wifi" },
      }),
      vpn: known({ internetV4: "direct", internetV6: "none", company: null, dns: null, carrying: [], idle: [], clients: [] }),
      "wifi-link": { collect: async () => ({ observation: known(here.wifi), evidence: [] }) },
      gateway: { collect: async () => ({ observation: known(here.gateway), evidence: [] }) },
      connectivity: {
        collect: async () => {
          await beforeConnectivity();
          return { observation: known(online(here.portal ? "portal" : "internet")), evidence: [] };
        },
      },
    });
    const history = networkHistory("linux", { wifiLink: probes["wifi-link"], gateway: probes.gateway, route: probes.route });
    return preflightIn(place.folder, clock, { probes: { ...probes, "network-history": history } });
  };
  type Service = Awaited<ReturnType<typeof open>>;
  const says = (service: Service) =>
    service
      .snapshot()
      .findings.find(({ checkId }) => checkId === "network-trust")
      ?.verdict.message.key.split(".")
      .at(-1);
  async function atHome(): Promise<Service> {
    const service = await open();
    await service.run({});
    expect(says(service)).toBe("unnamed");
    expect(await service.nameNetwork("home")).toEqual({ ok: true });
    return service;
  }

  test("makes the network home at once, and in the next process", async () => {
    const service = await atHome();
    expect(says(service)).toBe("home");
    const next = await open();
    await next.run({});
    expect(says(next)).toBe("home");
    expect(next.snapshot().decision?.integrity).toEqual([]);
    const { entries } = await readJournal(path.join(place.folder, "state"));
    const naming = entries.filter(({ kind }) => kind === "network-named");
    expect(naming).toHaveLength(1);
    expect(naming[0]?.data).toMatchObject({ named: "home", security: "wpa2-personal" });
    expect(JSON.stringify(naming)).not.toContain("home-net");
    expect(JSON.stringify(naming)).not.toContain(router);
    if (process.platform !== "win32") expect((await stat(file())).mode & 0o777).toBe(0o600);
  });
  test("ends when it is taken away, and when the network is forgotten", async () => {
    const service = await atHome();
    expect(await service.nameNetwork(null)).toEqual({ ok: true });
    expect(says(service)).toBe("unnamed");
    await service.nameNetwork("tether");
    expect(says(service)).toBe("tether");
    const [network] = await service.networks();
    expect(await service.forgetNetwork(network?.id ?? "")).toEqual({ ok: true });
    expect(says(service)).toBe("unnamed");
    expect(await service.forgetNetwork(network?.id ?? "")).toEqual({ ok: false, code: "unknown-network" });
  });
  test.each([
    ["another router", () => (here = { ...here, gateway: gatewayAt("10:20:30:00:53:01") }), "changed"],
    ["an access point of another maker", () => (here = { ...here, wifi: wifiAt({ bssid: "10:20:30:00:53:02" }) }), "changed"],
    ["weaker encryption", () => (here = { ...here, wifi: wifiAt({ security: "wpa" }) }), "public"],
  ])("does not hold for a look-alike with %s, at the second visit neither", async (_name, change, message) => {
    const service = await atHome();
    change();
    for (const _visit of [1, 2, 3]) {
      await service.run({});
      expect(says(service)).toBe(message);
    }
    await service.nameNetwork("home");
    expect(says(service)).toBe("home");
  });
  test("given again keeps the other access point as well", async () => {
    const service = await atHome();
    here = { ...here, wifi: wifiAt({ bssid: "10:20:30:00:53:02" }) };
    await service.run({});
    await service.nameNetwork("home");
    here = { ...here, wifi: wifiAt() };
    await service.run({});
    expect(says(service)).toBe("home");
  });
  test("is refused for a network that is certainly shared with strangers", async () => {
    const service = await open();
    here = { ...here, portal: true };
    await service.run({});
    expect(await service.nameNetwork("home")).toEqual({ ok: false, code: "public-network" });
    here = { ...here, portal: false };
    await service.run({});
    expect(says(service)).toBe("public");
    expect(await service.nameNetwork("home")).toEqual({ ok: false, code: "public-network" });
    here = { ...here, wifi: wifiAt({ ssid: "cafe", security: "open" }) };
    await service.run({});
    expect(await service.nameNetwork("home")).toEqual({ ok: false, code: "public-network" });
    expect(await service.nameNetwork(null)).toEqual({ ok: true });
  });
  test("is not given while a run is under way: a sign-in page is not looked for yet then", async () => {
    const gate = new AbortController();
    const waits = new Promise<void>((resolve) => gate.signal.addEventListener("abort", () => resolve()));
    const service = await open(() => waits);
    here = { ...here, portal: true };
    const run = service.run({});
    const seen = () => Object.keys(service.snapshot().facts);
    await vi.waitFor(() => expect(seen()).toEqual(expect.arrayContaining(["route", "wifi-link", "gateway"])));
    expect(await service.nameNetwork("home")).toEqual({ ok: false, code: "no-network" });
    gate.abort();
    await run;
    expect(await service.networks()).toMatchObject([{ named: null, portalSeen: true }]);
  });
  test("is not given by what was seen so long ago that it no longer holds: the PC may be elsewhere", async () => {
    const service = await open();
    await service.run({});
    clock.at = minutesAfter(24 * 60);
    expect(await service.nameNetwork("home")).toEqual({ ok: false, code: "no-network" });
  });
  test("is refused before a run and without a network", async () => {
    const service = await open();
    expect(await service.nameNetwork("home")).toEqual({ ok: false, code: "no-network" });
    here = { ...here, wifi: wifiAt({ ssid: null }), gateway: gatewayAt(null) };
    await service.run({});
    expect(await service.nameNetwork("home")).toEqual({ ok: false, code: "no-network" });
  });

  const edited = async (change: (network: RememberedNetwork) => RememberedNetwork) => {
    const content = JSON.parse(await readFile(file(), "utf8")) as { networks: RememberedNetwork[] };
    await writeFile(file(), JSON.stringify({ ...content, networks: content.networks.map(change) }));
  };
  test.each<[string, (network: RememberedNetwork) => RememberedNetwork]>([
    ["another router", (network) => ({ ...network, gateways: ["10:20:30:00:53:01"] })],
    ["one router more", (network) => ({ ...network, gateways: [...network.gateways, "10:20:30:00:53:01"] })],
    ["another name of the Wi-Fi", (network) => ({ ...network, ssid: "cafe" })],
    ["weaker encryption", (network) => ({ ...network, security: "open" })],
    ["another maker", (network) => ({ ...network, vendors: [] })],
    ["another number", (network) => ({ ...network, id: "NW-00000000" })],
    ["another word", (network) => ({ ...network, named: "tether" })],
  ])("written into the file by hand for %s does not count, and is said", async (_name, change) => {
    await atHome();
    await edited(change);
    const next = await open();
    expect(await next.networks()).toMatchObject([{ named: null }]);
    await next.run({});
    expect(next.snapshot().decision?.integrity).toMatchObject([{ kind: "state-unreadable", detail: expect.stringContaining("networks.json") }]);
    expect(says(next)).not.toBe("home");
  });
  test("of a network that was never named does not count either", async () => {
    const service = await open();
    await service.run({});
    await edited((network) => ({ ...network, named: "home" }));
    await service.run({});
    expect(says(service)).toBe("unnamed");
  });
  test("does not come back with an old file after the network was forgotten", async () => {
    const service = await atHome();
    const old = await readFile(file(), "utf8");
    const [network] = await service.networks();
    await service.forgetNetwork(network?.id ?? "");
    await writeFile(file(), old);
    await service.run({});
    expect(says(service)).toBe("unnamed");
  });
  test("is lost with the file: nothing is remembered, and it is said", async () => {
    await atHome();
    await writeFile(file(), "{ broken");
    const next = await open();
    await next.run({});
    expect(says(next)).toBe("unnamed");
    expect(
      next
        .snapshot()
        .decision?.integrity.map(({ detail }) => detail)
        .join(),
    ).toContain("networks.json");
    expect((await readdir(path.dirname(file()))).some((name) => name.startsWith("networks.json.corrupt-"))).toBe(true);
  });
});
