import { beforeAll, describe, expect, it } from "vitest";
import type { Observation } from "../../shared/observation.ts";
import { buildDriver } from "./support/driver.ts";
import { cable, home, needNamespaces } from "./support/namespace.ts";
import { type AccessPoint, type Situation, withNetworkManager } from "./support/networkManager.ts";

// The real nmcli, asked by the real host, against a mocked NetworkManager: every security that a Wi-Fi can have, and names that try to deceive.

// nm-dbus-types, NM80211ApSecurityFlags.
const tkip = 0x4 | 0x40;
const ccmp = 0x8 | 0x80;
const psk = 0x100;
const eap = 0x200;
const sae = 0x400;
const owe = 0x800;
const oweTransition = 0x1000;
const suiteB192 = 0x2000;
const privacy = 1;

const securities: readonly (readonly [string, AccessPoint, string])[] = [
  ["open", { ssid: "cafe" }, "open"],
  ["OWE", { ssid: "cafe", flags: privacy, rsn: owe | ccmp }, "owe"],
  ["the open half of an OWE transition pair", { ssid: "cafe", rsn: oweTransition }, "open"],
  ["WEP", { ssid: "old", flags: privacy }, "wep"],
  ["WPA with TKIP", { ssid: "old", flags: privacy, wpa: psk | tkip }, "wpa"],
  ["WPA2 that takes TKIP alone", { ssid: "old", flags: privacy, rsn: psk | tkip }, "wpa"],
  ["WPA and WPA2 mixed", { ssid: "home", flags: privacy, wpa: psk | tkip, rsn: psk | ccmp }, "wpa2-personal"],
  ["WPA2 personal", { ssid: "home", flags: privacy, rsn: psk | ccmp }, "wpa2-personal"],
  ["WPA2 and WPA3 personal", { ssid: "home", flags: privacy, rsn: psk | sae | ccmp }, "wpa2-wpa3-personal"],
  ["WPA3 personal", { ssid: "home", flags: privacy, rsn: sae | ccmp }, "wpa3-personal"],
  ["WPA2 enterprise", { ssid: "office", flags: privacy, rsn: eap | ccmp }, "enterprise"],
  ["WPA3 enterprise with 192 bits", { ssid: "office", flags: privacy, rsn: suiteB192 | ccmp }, "enterprise"],
];
const names: readonly (readonly [string, AccessPoint["ssid"], string])[] = [
  ["a colon and a backslash", "a:b\\c\\:d", "a:b\\c\\:d"],
  ["Japanese", "カフェの無線", "カフェの無線"],
  [
    "what nmcli prints for a safe network",
    "yes:Office:02\\:00\\:5e\\:00\\:53\\:01:Infra:99:WPA3 802.1X",
    "yes:Office:02\\:00\\:5e\\:00\\:53\\:01:Infra:99:WPA3 802.1X",
  ],
  ["a label of another program", "Security : WPA2-Personal", "Security : WPA2-Personal"],
];
const safeNeighbour: AccessPoint = { ssid: "neighbour", flags: privacy, rsn: sae | ccmp, strength: 99 };
const deviceStates = { unmanaged: 10, unavailable: 20, disconnected: 30, connecting: 50, connected: 100 };

const situations = {
  ...Object.fromEntries(securities.map(([name, point]) => [name, { accessPoints: [safeNeighbour, point], active: 1 }])),
  ...Object.fromEntries(names.map(([name, ssid]) => [name, { accessPoints: [safeNeighbour, { ssid }], active: 1 }])),
  "a name that is no UTF-8": { accessPoints: [safeNeighbour, { ssid: [0x83, 0x4a, 0x83, 0x74] }], active: 1 },
  "a hidden name": { accessPoints: [safeNeighbour, { ssid: "", flags: privacy, rsn: psk | ccmp }], active: 1 },
  "a line break in its name": { accessPoints: [safeNeighbour, { ssid: "a\nyes:b:02\\:00\\:5e\\:00\\:53\\:01:Infra:99:WPA3" }], active: 1 },
  "a neighbour's name with a line break": {
    accessPoints: [{ ssid: "a\nyes:b:02\\:00\\:5e\\:00\\:53\\:01:Infra:99:WPA3" }, { ssid: "cafe" }],
    active: 1,
  },
  "another PC instead of an access point": { accessPoints: [{ ssid: "ad hoc", mode: 1 }], active: 0 },
  "not connected": { accessPoints: [safeNeighbour], active: null, state: deviceStates.disconnected, operstate: "down" },
  "switched off": { accessPoints: [], active: null, state: deviceStates.unavailable, operstate: "down" },
  connecting: { accessPoints: [safeNeighbour], active: null, state: deviceStates.connecting, operstate: "dormant" },
  "connected to nothing that is listed": { accessPoints: [safeNeighbour], active: null, state: deviceStates.connected },
  "NetworkManager not running": { running: false },
} satisfies Readonly<Record<string, Situation>>;

const answers = new Map<string, Observation<unknown>>();
beforeAll(async () => {
  await needNamespaces();
  const driver = await buildDriver("factsDriver");
  try {
    const program = [process.execPath, driver.file, JSON.stringify({ facts: ["wifi-link"], context: {} })];
    const setUp = cable("wlan0", "192.168.1.23/24");
    const printed = await withNetworkManager(Object.values(situations), [{ name: "wlan0", kind: "wifi" }], setUp, program);
    Object.keys(situations).forEach((name, index) => {
      answers.set(name, JSON.parse(printed[index] ?? "")["wifi-link"]);
    });
  } finally {
    await driver.remove();
  }
});

describe("the Wi-Fi by the real nmcli", () => {
  it.each(securities)("is read: %s", (name, { ssid }, security) => {
    expect(answers.get(name)).toEqual({
      kind: "known",
      value: { connected: true, interface: "wlan0", ssid, bssid: "02:00:5e:00:53:01", security, signalPercent: 70 },
    });
  });

  it.each(names)("is open whatever its name says: %s", (name, _ssid, shown) => {
    expect(answers.get(name)).toMatchObject({ kind: "known", value: { ssid: shown, security: "open" } });
  });

  it("is open also when its name is no text", () => {
    expect(answers.get("a name that is no UTF-8")).toMatchObject({ kind: "known", value: { connected: true, security: "open" } });
  });

  it("has no name when that is hidden", () => {
    expect(answers.get("a hidden name")).toMatchObject({ kind: "known", value: { ssid: null, security: "wpa2-personal" } });
  });

  // nmcli prints the line break as it is: lines cannot be told from each other any more.
  it.each(["a line break in its name", "a neighbour's name with a line break"])("is not guessed with %s", (name) => {
    expect(answers.get(name)).toMatchObject({ kind: "unknown", reason: "unparsed" });
  });

  it("is not guessed when the other side is no access point", () => {
    expect(answers.get("another PC instead of an access point")).toMatchObject({ kind: "unknown" });
  });

  it.each(["not connected", "switched off"])("is not in use: %s", (name) => {
    expect(answers.get(name)).toEqual({ kind: "known", value: { connected: false } });
  });

  it.each(["connecting", "connected to nothing that is listed"])("is not called unused while the device is %s", (name) => {
    expect(answers.get(name)).toMatchObject({ kind: "unknown" });
  });

  // Something else runs the card then, and only iw or iwctl can tell of it (decision 0121).
  it("is not known without NetworkManager where no other program tells of the card", () => {
    expect(answers.get("NetworkManager not running")).toMatchObject({ kind: "unknown", reason: "tool-missing" });
  });
});

const checked = [
  "mount -t tmpfs tmpfs /etc/NetworkManager/conf.d",
  "printf '[connectivity]\\nuri=http://192.0.2.1/check\\n' > /etc/NetworkManager/conf.d/20.conf",
];

describe("connectivity by the real nmcli", () => {
  const levels = [
    ["unknown, where the policy allows no page either", 0, { kind: "not-applicable", why: "policy" }],
    ["none", 1, { kind: "known", value: { level: "none" } }],
    ["portal", 2, { kind: "known", value: { level: "portal" } }],
    ["limited", 3, { kind: "known", value: { level: "local" } }],
    ["full", 4, { kind: "known", value: { level: "internet" } }],
  ] as const;
  let found: readonly Observation<unknown>[] = [];
  let unchecked: readonly Observation<unknown>[] = [];
  beforeAll(async () => {
    const driver = await buildDriver("factsDriver");
    try {
      const program = [process.execPath, driver.file, JSON.stringify({ facts: ["connectivity"], context: {} })];
      const all = levels.map(([, connectivity]) => ({ connectivity }));
      const read = async (setUp: readonly string[]) =>
        (await withNetworkManager(all, [{ name: "lan0", kind: "cable" }], setUp, program)).map((printed) => JSON.parse(printed).connectivity);
      found = await read([...home, ...checked]);
      unchecked = await read([...home, "mount -t tmpfs tmpfs /etc/NetworkManager"]);
    } finally {
      await driver.remove();
    }
  });

  it.each(levels)("is read where NetworkManager asks a page: %s", (_name, level, expected) => {
    expect(found[level]).toMatchObject(expected);
  });

  it("is not believed to be the internet where NetworkManager asks nobody", () => {
    expect(unchecked[4]?.kind).not.toBe("known");
  });
});
