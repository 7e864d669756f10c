import { describe, expect, it } from "vitest";
import { matchVpn, vpnProducts } from "../../../electron/probes/common/vpnProducts.ts";
import { kindOfLink, type LinkSigns } from "../../../electron/probes/windows/adapterKind.ts";
import { plainGuid } from "../../../electron/probes/windows/connectionBlock.ts";
import { meteredOfCost, plainMac } from "../../../electron/probes/windows/gatewayParts.ts";
import { joinLinks, kindByName } from "../../../electron/probes/windows/links.ts";
import { connectivityOfLevel } from "../../../electron/probes/windows/ownConnectivity.ts";
import { proxyOfEnvironment, proxyOfInternetSettings } from "../../../electron/probes/windows/proxySettings.ts";
import { clientsOf, tunnelOf, weaknessOf } from "../../../electron/probes/windows/vpnParts.ts";
import { authenticationNames, encryptionNames, securityOf } from "../../../electron/probes/windows/wifiSecurity.ts";
import { parseWlanInterfaces } from "../../../electron/probes/windows/wlanInterfacesParser.ts";
import { encode } from "../../support/encode.ts";
import { processorMs } from "../../support/inTime.ts";
import { samples } from "../../support/samples.ts";

const pairs = authenticationNames.flatMap((auth, a) => encryptionNames.map((enc, e) => [auth, enc, a, e] as const));

describe("the numbers of WinRT's Wi-Fi security", () => {
  // https://learn.microsoft.com/uwp/api/windows.networking.connectivity.networkauthenticationtype (Windows 11 26100: 0 to 13)
  it("are as many as Windows 11 has", () => {
    expect([authenticationNames.length, encryptionNames.length]).toEqual([14, 12]);
  });

  it.each(pairs)("%s with %s: weak when its cipher is, open only without one", (auth, enc, a, e) => {
    const security = securityOf(a, e);
    const isOpen = enc === "none" && (auth === "none" || auth === "open");
    expect(security === "open").toBe(isOpen);
    if (enc.startsWith("wep") || auth === "shared-key") expect(security).toBe("wep");
    else if (enc === "tkip") expect(security).toBe("wpa");
    if (enc === "unknown" || enc === "vendor" || enc.endsWith("use-group")) expect(["wep", "wpa", null]).toContain(security);
    if (auth === "unknown" || auth === "vendor" || auth === "wpa-none") expect(["wep", "wpa", null]).toContain(security);
  });

  it.each([
    ["rsna-psk", "ccmp", "wpa2-personal"],
    ["rsna", "gcmp256", "enterprise"],
    ["wpa3-sae", "ccmp", "wpa3-personal"],
    ["wpa3-enterprise", "gcmp", "enterprise"],
    ["wpa3-enterprise-192", "gcmp256", "enterprise"],
    ["owe", "ccmp", "owe"],
    ["wpa-psk", "ccmp", "wpa"],
    ["wpa-enterprise", "unknown", "wpa"],
  ] as const)("%s with %s is %s", (auth, enc, security) => {
    expect(securityOf(authenticationNames.indexOf(auth), encryptionNames.indexOf(enc))).toBe(security);
  });

  it.each([
    [-1, 6],
    [14, 6],
    [8, 12],
    [8, -1],
    [2, 0.5],
  ])("%d with %d, which nobody has yet, is not known", (auth, enc) => {
    expect(securityOf(auth, enc)).toBeNull();
  });
});

describe("other numbers that the script prints", () => {
  it("levels of connectivity: 0 to 3 and no other", () => {
    expect([0, 1, 2, 3, 4].map((level) => connectivityOfLevel[level])).toEqual(["none", "local", "portal", "internet", undefined]);
  });

  it("costs: 0 is Windows' own 'not known'", () => {
    expect([0, 1, 2, 3, 4].map((cost) => meteredOfCost[cost])).toEqual([undefined, false, true, true, undefined]);
  });

  // ServiceControllerStatus: 1 Stopped, 2 StartPending, 3 StopPending, 4 Running, 5 ContinuePending, 6 PausePending, 7 Paused
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("status %d of a service never means connected", (status) => {
    expect(clientsOf([{ name: "PanGPS", status }], [], [], [])).toEqual([
      { product: "GlobalProtect", state: status === 1 ? "disconnected" : "unrecognised" },
    ]);
  });

  // OperationalStatus (.NET): 1 Up … 7 LowerLayerDown; the same numbers in MSFT_NetAdapter.InterfaceOperationalStatus.
  it.each([0, 1, 2, 3, 4, 5, 6, 7, 8])("status %d of an interface: only 1 is up", (status) => {
    const one = { id: "x", name: "a", description: "b", type: 71, status, suffix: "", dns: [], gateways: [], addresses: [] };
    expect(joinLinks([], [one], [])[0]?.up).toBe(status === 1);
  });

  it("media 2 (disconnected) is not up whatever else is said", () => {
    const wifi = {
      name: "a",
      description: "b",
      id: "",
      index: 1,
      up: 1,
      media: 2,
      type: 71,
      medium: 9,
      hardware: true,
      virtual: false,
      driver: "",
      device: "",
    };
    expect(joinLinks([wifi], [], [])[0]?.up).toBe(false);
    expect(joinLinks([{ ...wifi, media: 0 }], [], [])[0]?.up).toBe(true);
  });
});

const signs = (values: Partial<LinkSigns>): LinkSigns => ({
  description: "",
  type: 6,
  medium: 14,
  hardware: true,
  driver: "",
  device: "PCI\\VEN_8086\\1",
  vpn: null,
  addresses: [],
  ...values,
});

describe("the kind of a link", () => {
  it.each([
    [{ type: 71 }, "wifi"],
    [{ type: 6, medium: 9 }, "wifi"],
    [{ type: 243 }, "cellular"],
    [{ type: 244 }, "cellular"],
    [{ medium: 8 }, "cellular"],
    [{ type: 53, hardware: false }, "tunnel"],
    [{ type: 131, hardware: false }, "tunnel"],
    [{ type: 23, hardware: null }, "unrecognised"],
    [{ type: 23, hardware: null, vpn: "Sstp" }, "tunnel"],
    [{ vpn: "Sstp" }, "cable"],
    [{ type: 24 }, "virtual"],
    [{}, "cable"],
    [{ hardware: false }, "unrecognised"],
    [{ hardware: null }, "unrecognised"],
    [{ device: "ROOT\\NET\\0000" }, "unrecognised"],
    [{ device: "SWD\\X\\1" }, "unrecognised"],
    [{ type: 1 }, "unrecognised"],
    [{ driver: "\\SystemRoot\\System32\\drivers\\TAP0901.SYS" }, "tunnel"],
    [{ description: "Check Point Virtual Network Adapter" }, "tunnel"],
    [{ medium: 10 }, "tether"],
    [{ description: "UsbNcm Host Device", driver: "\\SystemRoot\\System32\\drivers\\UsbNcm.sys" }, "tether"],
    [{ description: "Übersetztes Gerät", driver: "UsbNcm.sys" }, "tether"],
    // Tunnels of Windows itself that protect nothing, by their driver or their addresses: descriptions are translated.
    [{ type: 131, hardware: false, driver: "\\SystemRoot\\System32\\drivers\\tunnel.sys" }, "clear-tunnel"],
    [{ type: 131, hardware: null, addresses: ["2001:0:4136:e378:8000:63bf:3fff:fdd2"] }, "clear-tunnel"],
    [{ type: 131, hardware: null, addresses: ["2002:c000:204::c000:204"] }, "clear-tunnel"],
    [{ type: 131, hardware: null, addresses: ["fe80::5efe:192.168.10.12"] }, "clear-tunnel"],
    [{ type: 131, hardware: null, addresses: ["2001:db8::1"] }, "tunnel"],
    [{ type: 131, description: "Microsoft IP-HTTPS プラットフォーム", driver: "tunnel.sys", hardware: false }, "tunnel"],
    [{ type: 131, device: "ROOT\\*IPHTTPS\\0000", driver: "tunnel.sys", hardware: false }, "tunnel"],
    [{ description: "Teredo Tunneling Pseudo-Interface", type: 131, hardware: null }, "clear-tunnel"],
    [{ description: "Hyper-V 仮想イーサネット アダプター", driver: "VmsProxyHNic.sys", hardware: false, device: "ROOT\\VMS_MP\\0000" }, "virtual"],
    [{ description: "Private Internet Access Network Adapter", driver: "tap-pia-0901.sys", device: "ROOT\\NET\\0001", hardware: false }, "tunnel"],
    [{ description: "Somebody's Escort Adapter", driver: "kltap.sys", device: "ROOT\\NET\\0001", hardware: false }, "tunnel"],
    [{ description: "Npcap Packet Driver", driver: "npcap.sys", device: "ROOT\\NET\\0001", hardware: false }, "unrecognised"],
    [{ description: "Somebody's Adapter", driver: "tapsomebody.sys", device: "ROOT\\NET\\0001", hardware: false }, "tunnel"],
    [{ description: "Microsoft IP-HTTPS Platform Adapter", type: 131, hardware: false }, "tunnel"],
  ] as const)("%j is %s", (values, kind) => {
    expect(kindOfLink(signs(values)).kind).toBe(kind);
  });

  it("is not known of two interfaces with one name, nor of none", () => {
    const one = { id: "x", name: "Wi-Fi", description: "b", type: 71, status: 1, suffix: "", dns: [], gateways: [], addresses: [] };
    const links = joinLinks([], [one, { ...one, id: "y" }], []);
    expect(kindByName(links)("Wi-Fi")).toBe("unrecognised");
    expect(kindByName(links.slice(0, 1))("WI-FI")).toBe("wifi");
    expect(kindByName(links)("x")).toBe("unrecognised");
    expect(kindByName(links)(null)).toBe("unrecognised");
  });
});

describe("the table of VPN products", () => {
  it.each(vpnProducts.flatMap((product) => product.descriptions.map((text) => [text, product.product] as const)))(
    "%s is %s",
    (description, product) => {
      expect(matchVpn({ description: `${description.toUpperCase()} #2` })).toMatchObject({ kind: "product", product: { product } });
    },
  );

  it("is written in lower case, as it is looked up", () => {
    for (const { descriptions, drivers, services } of vpnProducts) {
      for (const sign of [...descriptions, ...drivers, ...services]) expect(sign).toBe(sign.toLowerCase());
    }
  });

  it.each(["Realtek PCIe GbE Family Controller", "Intel(R) Wi-Fi 6 AX201 160MHz", "Hyper-V Virtual Ethernet Adapter", "", "VPN"])(
    "%s is none",
    (description) => {
      expect(matchVpn({ description })).toEqual({ kind: "none" });
    },
  );

  it("knows services of tunnels by their beginning, and others whole", () => {
    expect(matchVpn({ service: "WireGuardTunnel$corp" })).toMatchObject({ product: { product: "WireGuard" } });
    expect(matchVpn({ service: "PanGPSx" })).toEqual({ kind: "none" });
  });

  it("takes the weakness of a connection that is connected, not of another with its name", () => {
    const link = joinLinks(
      [],
      [{ id: "x", name: "VPN", description: "VPN", type: 131, status: 1, suffix: "", dns: [], gateways: [], addresses: [] }],
      [],
    )[0];
    const entry = { name: "vpn", everyone: false, tunnel: "Pptp", auth: ["MSChapv2"], status: "Disconnected", split: false };
    if (!link) throw new Error("no link");
    expect(tunnelOf(link, [entry])).toMatchObject({ product: null, weak: null });
    expect(tunnelOf(link, [{ ...entry, status: "Connected" }])).toMatchObject({ product: "Windows", weak: "pptp" });
  });

  it("counts PPTP, PAP, CHAP and MSCHAPv2 as weak, EAP and certificates not", () => {
    expect(weaknessOf({ tunnel: "PPTP", auth: ["Eap"] })).toBe("pptp");
    for (const method of ["MSChapv2", "MsChapv2", "Pap", "Chap"]) expect(weaknessOf({ tunnel: "Sstp", auth: [method] })).toBe("mschapv2");
    for (const method of ["Eap", "MachineCertificate"]) expect(weaknessOf({ tunnel: "Ikev2", auth: [method] })).toBeNull();
  });
});

describe("small parts", () => {
  it.each([
    ["AA-BB-CC-DD-EE-00", "aa:bb:cc:dd:ee:00"],
    ["00-00-00-00-00-00", null],
    ["01-00-5E-00-00-16", null],
    ["FF-FF-FF-FF-FF-FF", null],
    ["", null],
    ["AA-BB", null],
  ])("MAC %s: %s", (text, mac) => {
    expect(plainMac(text)).toBe(mac);
  });

  it("writes a GUID in one way and takes nothing else for one", () => {
    expect(plainGuid("{ABCDEF01-2345-4789-8ABC-DEF012345678}")).toBe("abcdef01-2345-4789-8abc-def012345678");
    expect(plainGuid("x")).toBe("");
  });

  it.each([
    [{ proxyenable: 1 }, { mode: "none", server: null }],
    [
      { proxyenable: "1", proxyserver: "a:1" },
      { mode: "none", server: null },
    ],
    [
      { proxyenable: 1, proxyserver: "http://u:p@a:1" },
      { mode: "manual", server: "a:1" },
    ],
    [
      { proxyenable: 1, proxyserver: "socks=a:1" },
      { mode: "manual", server: "a:1" },
    ],
    [{ autoconfigurl: " " }, { mode: "none", server: null }],
  ])("Internet Settings %j: %j", (values, proxy) => {
    expect(proxyOfInternetSettings({ values: new Map(Object.entries(values)) })).toEqual(proxy);
  });

  it("has no proxy of an empty variable", () => {
    expect([proxyOfEnvironment(undefined), proxyOfEnvironment(" ")]).toEqual([null, null]);
  });
});

describe("netsh's list of interfaces", () => {
  const all = samples().filter(({ command }) => command === "netsh-wlan-show-interfaces");

  it.each(all.map((sample) => [sample.name, sample] as const))("%s, cut at every line, never becomes better", (_name, sample) => {
    const lines = sample.text.split("\n");
    const whole = parseWlanInterfaces(new TextEncoder().encode(sample.text), sample.code);
    for (let end = 0; end < lines.length; end += 1) {
      const cut = parseWlanInterfaces(new TextEncoder().encode(lines.slice(0, end).join("\n")), sample.code);
      if (!cut.ok || cut.value.kind !== "read") continue;
      // What is read of a part is what the first adapter's whole block says.
      if (!whole.ok || whole.value.kind !== "read") throw new Error(`line ${end}: read from an output that cannot be read`);
      if (sample.name.endsWith("two-adapters")) expect(cut.value.link).toMatchObject({ connected: true });
      else expect(cut.value.link).toEqual(whole.value.link);
    }
  });

  it("reads the Japanese ones the same in UTF-16", () => {
    for (const sample of all.filter(({ encodings }) => encodings.includes("cp932"))) {
      const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(sample.text, "utf16le")]);
      expect(parseWlanInterfaces(wide, sample.code)).toEqual(parseWlanInterfaces(encode(sample.text, "cp932"), sample.code));
    }
  });

  it.each([" ", " :", "a\n", "\0", "：", "    GUID : x\n"])("is not kept busy by a mebibyte of %j", (piece) => {
    const noise = new TextEncoder().encode(piece.repeat(Math.ceil(2 ** 20 / piece.length)));
    expect(processorMs(() => expect(parseWlanInterfaces(noise, 0).ok).toBe(false))).toBeLessThan(4000);
  });

  it("believes no block of a command that failed", () => {
    const [good] = all.filter(({ name }) => name.endsWith("win11-en-ap-bssid"));
    expect(parseWlanInterfaces(new TextEncoder().encode(good?.text ?? ""), 1)).toMatchObject({ ok: false });
  });
});
