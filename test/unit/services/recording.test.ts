import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf, type Recording, recordBytes, recordingSchema, recordingSchemaId } from "../../../electron/host/recording.ts";
import { addressBook } from "../../../electron/services/recording/addresses.ts";
import { changeText } from "../../../electron/services/recording/encodings.ts";
import { parseRecording } from "../../../electron/services/recording/readRecording.ts";
import { redactRecording } from "../../../electron/services/recording/redactRecording.ts";
import { keyedStream, sameShape } from "../../../electron/services/recording/sameShape.ts";
import { companyPolicy, knownFact } from "../../support/builders.ts";
import { encode } from "../../support/encode.ts";

const key = "0f".repeat(32);
const stream = keyedStream(key);
const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));
const block = (name: string, value: unknown) => `<<preflight:${name}:${Buffer.from(JSON.stringify({ ok: true, value })).toString("base64")}>>`;

const empty: Recording = {
  schema: recordingSchemaId,
  os: "windows",
  appVersion: "0.1.0",
  now: "2026-11-23T08:00:00.000Z",
  commands: {},
  files: {},
  folders: {},
  links: {},
  missing: [],
  environment: {},
  egress: {},
  interfaces: [],
  tls: {},
  http: {},
  groupIds: [],
  timeZone: "Asia/Tokyo",
  hostname: "LAPTOP-HANA7",
  userName: "hanako",
};
const command = (bytes: Uint8Array) => ({ outcome: "exited" as const, code: 0, stdout: recordBytes(bytes), stderr: "", durationMs: 1 });
const facts = knownFact("wifi-link", {
  connected: true,
  interface: "wlan0",
  ssid: "花子の家 Wi-Fi",
  bssid: "dc:fb:02:77:88:99",
  security: "wpa2-personal",
  signalPercent: 60,
});
const policy = companyPolicy();
const redact = (part: Partial<Recording>) => redactRecording({ ...empty, ...part }, facts, policy, key);
const out = (recording: Recording, id: string) => bytesOf(recording.commands[id]?.stdout ?? "");

/** Is the value there, in any way of writing? */
function holds(bytes: Uint8Array, value: string): boolean {
  const all = Buffer.from(bytes).toString("latin1").toLowerCase();
  const decoded = [
    ...Buffer.from(bytes)
      .toString("latin1")
      .matchAll(/<<preflight:[a-z-]+:([A-Za-z0-9+/=]+)>>/g),
  ].map(([, base64 = ""]) => Buffer.from(base64, "base64").toString("latin1").toLowerCase());
  const ways = [utf8(value), wide(value), encode(value, "cp932")].flatMap((one) => [
    Buffer.from(one).toString("latin1"),
    Buffer.from(one).toString("hex"),
    [...one].map((byte) => byte.toString(16).padStart(2, "0")).join("-"),
  ]);
  return ways.some((way) => [all, ...decoded].some((text) => text.includes(way.toLowerCase())));
}

describe("a recording holds no personal value", () => {
  const ssid = "花子の家 Wi-Fi";
  const outputs: readonly (readonly [string, Uint8Array])[] = [
    ["UTF-8", utf8(`    SSID                   : ${ssid}\r\n    User: hanako on LAPTOP-HANA7\r\n`)],
    ["code page 932", encode(`    SSID                   : ${ssid}\r\n    ユーザー: hanako (laptop-hana7)\r\n`, "cp932")],
    ["UTF-16", wide(`\ufeffSSID : ${ssid}\r\nC:\\Users\\hanako\\x ＠ LAPTOP-HANA7\r\n`)],
    ["hexadecimal", utf8(`ssid hex ${Buffer.from(ssid).toString("hex")} ${Buffer.from("hanako").toString("hex").toUpperCase()}`)],
    ["BitConverter", utf8([...utf8(ssid)].map((byte) => byte.toString(16).padStart(2, "0").toUpperCase()).join("-"))],
    ["\\x escapes", utf8([...utf8(ssid)].map((byte) => (byte > 126 ? `\\x${byte.toString(16)}` : String.fromCharCode(byte))).join(""))],
    ["a PowerShell block", utf8(`<<preflight-mode:FullLanguage>>\r\n${block("connection", { ssid, name: ssid, home: "C:\\Users\\hanako" })}\r\n`)],
    ["a block that was cut", utf8(`<<preflight:connection:${Buffer.from(`{"ok":true,"value":{"ssid":"${ssid}","user":"hana`).toString("base64")}>>`)],
    ["an account", utf8("signed in as hanako.sato@corp.example.co.jp; proxy http://hanako:s3cret@proxy:8080")],
    ["bytes that are no text", Uint8Array.from([0xff, 0x00, 0x81, ...utf8("hanako"), 0xfe, ...encode(ssid, "cp932"), 0x80])],
  ];
  it.each(outputs)("in %s", (_way, bytes) => {
    const recording = redact({ commands: { powershell: command(bytes) } });
    for (const value of [ssid, "hanako", "LAPTOP-HANA7", "sato", "s3cret"]) expect(holds(out(recording, "powershell"), value), value).toBe(false);
    expect(recordingSchema.safeParse(recording).success).toBe(true);
  });

  it("in the names of files, in links, folders, variables and names of interfaces", () => {
    const recording = redact({
      files: { "/home/hanako/.config/kscreenlockerrc": { outcome: "missing" } },
      folders: { "/home": { outcome: "read", names: ["hanako"], modifiedAt: empty.now } },
      links: { "/x": "/home/hanako/y" },
      environment: { HOME: "/home/hanako" },
      interfaces: [{ interface: "enxdcfb02778899", address: "192.168.77.23", family: 4, prefix: 24, mac: "dc:fb:02:77:88:99", internal: false }],
      egress: { "192.0.2.1": { outcome: "routed", localAddress: "192.168.77.23", interface: "enxdcfb02778899" } },
    });
    const text = JSON.stringify(recording);
    for (const value of ["hanako", "77:88:99", "778899", "192.168.77.23", "LAPTOP-HANA7"]) expect(text).not.toContain(value);
    expect(Object.keys(recording.files)).toEqual([`${recording.environment["HOME"]}/.config/kscreenlockerrc`]);
    expect(recording.egress["192.0.2.1"]).toMatchObject({
      interface: recording.interfaces?.[0]?.interface,
      localAddress: recording.interfaces?.[0]?.address,
    });
    expect(recording.interfaces?.[0]?.mac).toMatch(/^dc:fb:02:/);
  });

  it("and the same value is the same pseudonym wherever it stands", () => {
    const recording = redact({
      commands: { powershell: command(utf8(`${block("connection", { ssid })}\nSSID : ${ssid}\n${JSON.stringify(ssid)}`)) },
    });
    const text = Buffer.from(out(recording, "powershell")).toString();
    const pseudonym = sameShape(ssid, "ssid", stream);
    expect(pseudonym).not.toBe(ssid);
    expect(text.split(pseudonym)).toHaveLength(3);
    expect(JSON.parse(Buffer.from(/:([A-Za-z0-9+/=]+)>>/.exec(text)?.[1] ?? "", "base64").toString())).toEqual({
      ok: true,
      value: { ssid: pseudonym },
    });
  });

  it("but keeps what the policy names, and words that only look like a name", () => {
    const named = redactRecording(
      { ...empty, userName: "root", commands: { powershell: command(utf8("SSID : at_STARBUCKS_Wi2\r\nroot clamd@scan.service 10.8.0.1\r\n")) } },
      {},
      { ...policy, network: { ...policy.network, companyAddresses: ["10.8.0.1"] } },
      key,
    );
    expect(Buffer.from(out(named, "powershell")).toString()).toBe("SSID : at_STARBUCKS_Wi2\r\nroot clamd@scan.service 10.8.0.1\r\n");
  });

  it("nor the neighbours' networks", () => {
    const list =
      "no:Tanaka-5G:AA\\:BB\\:CC\\:DD\\:EE\\:01:Infra:40:WPA2::pair_ccmp:wlan0\nyes:花子の家 Wi-Fi:DC\\:FB\\:02\\:77\\:88\\:99:Infra:70:WPA2::pair_ccmp:wlan0\n";
    const text = Buffer.from(out(redact({ os: "linux", commands: { "nmcli-wifi-list": command(utf8(list)) } }), "nmcli-wifi-list")).toString();
    expect(text).not.toContain("Tanaka");
    expect(text).toMatch(/^yes:.+:DC\\:FB\\:02\\:[0-9A-F]{2}\\:[0-9A-F]{2}\\:[0-9A-F]{2}:Infra:70:WPA2::pair_ccmp:wlan0\n$/);
    expect(text).not.toContain("77\\:88\\:99");
  });

  it.each([
    [
      "iw-scan-dump wlan0",
      "BSS aa:bb:cc:dd:ee:01(on wlan0)\n\tSSID: Tanaka-5G\nBSS dc:fb:02:77:88:99(on wlan0) -- associated\n\tcapability: ESS (0x0001)\n\tSSID: sato-5g\n",
      /^BSS dc:fb:02:[0-9a-f:]{8}\(on wlan0\) -- associated\n\tcapability: ESS \(0x0001\)\n\tSSID: \S+\n$/,
    ],
    [
      "iwctl-station-show wlan0",
      "            State                 connected\n            Connected network     sato-5g         \n            Security              WPA2-Personal\n",
      / {12}State {17}connected\n {12}Connected network {5}\S+ +\n {12}Security {14}WPA2-Personal\n/,
    ],
  ])("nor those around a Wi-Fi that NetworkManager does not run: %s", (id, text, stays) => {
    const redacted = redact({ os: "linux", commands: { [id]: command(utf8(text)) } });
    const bytes = Buffer.from(out(redacted, id)).toString();
    expect(bytes).toMatch(stays);
    for (const value of ["Tanaka", "sato", "77:88:99"]) expect(bytes).not.toContain(value);
  });

  const listings: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["ps-comm", "COMM\n/sbin/launchd\n/Applications/Dating App.app/Contents/MacOS/Dating App\n/usr/sbin/sshd\n", "/usr/sbin/sshd", ["Dating"]],
    ["tasklist", '"Dating.exe","4012","Console","1","90,000 K"\r\n"chrome.exe","4013","Console","1","90,000 K"\r\n', '"chrome.exe"', ["Dating"]],
    [
      "netstat",
      "  TCP         192.0.2.7:51000        198.18.7.7:443        ESTABLISHED\r\n  TCP         0.0.0.0:135            0.0.0.0:0              LISTENING\r\n",
      "0.0.0.0:135",
      ["198.18.7.7"],
    ],
    [
      "netstat-an",
      "tcp4       0      0  192.0.2.7.51000        198.18.7.7.443         ESTABLISHED\ntcp4       0      0  *.22                   *.*                    LISTEN     \n",
      "*.22",
      ["198.18.7.7"],
    ],
    [
      "system_profiler-SPAirPortDataType-json",
      JSON.stringify({
        SPAirPortDataType: [
          { spairport_current_network_information: { _name: "sato-5g" }, spairport_airport_other_local_wireless_networks: [{ _name: "Tanaka-5G" }] },
        ],
      }),
      "spairport_current_network_information",
      ["Tanaka", "sato-5g"],
    ],
    ["powershell", block("processes", { count: 3, names: ["chrome", "Dating", "svchost"] }), "<<preflight:processes:", ["Dating"]],
  ];
  it.each(listings)("nor what others are and do, in %s", (id, text, stays, gone) => {
    const bytes = out(redact({ commands: { [id]: command(utf8(text)) } }), id);
    expect(Buffer.from(bytes).toString()).toContain(stays);
    for (const value of gone) expect(holds(bytes, value), value).toBe(false);
    // One line stays one line: how many programs and sockets were looked at is part of the fact.
    expect(Buffer.from(bytes).toString().split("\n")).toHaveLength(text.split("\n").length);
  });

  it("nor the programs that run, with their words, nor other accounts of the PC", () => {
    const file = (text: string) => ({ outcome: "read" as const, bytes: recordBytes(utf8(text)), modifiedAt: empty.now });
    const recording = redact({
      os: "linux",
      files: {
        "/proc/20/comm": file("dating\n"),
        "/proc/20/cmdline": file("/opt/dating/dating\0--password=hunter2\0"),
        "/proc/21/comm": file("sshd\n"),
        "/proc/21/cmdline": file("sshd: hanako [priv]\0"),
        "/etc/group": file("sudo:x:27:kenjiro\nhanako:x:1000:\n"),
      },
    });
    const text = JSON.stringify(recording);
    for (const value of ["dating", "hunter2", "hanako", "kenjiro"]) expect(text).not.toContain(value);
    const comm = recording.files["/proc/21/comm"];
    expect(comm?.outcome === "read" && Buffer.from(bytesOf(comm.bytes)).toString()).toBe("sshd\n");
  });

  it("nor to whom the PC was connected", () => {
    const sockets = [
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
      "   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1",
      "   1: 174DA8C0:C350 08080808:01BB 01 00000000:00000000 00:00000000 00000000  1000        0 2",
      "",
    ].join("\n");
    const recording = redact({ files: { "/proc/net/tcp": { outcome: "read", bytes: sockets, modifiedAt: empty.now } } });
    const file = recording.files["/proc/net/tcp"];
    const text = file?.outcome === "read" ? Buffer.from(bytesOf(file.bytes)).toString() : "";
    expect(text).not.toMatch(/08080808|174DA8C0/);
    expect(text.split("\n")[1]).toBe(sockets.split("\n")[1]);
    expect(text.split("\n")).toHaveLength(4);
  });
});

describe("addresses", () => {
  const octet = fc.nat(255);
  const privateAddress = fc.oneof(
    fc.tuple(fc.constant(10), octet, octet, octet),
    fc.tuple(fc.constant(192), fc.constant(168), octet, octet),
    fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), octet, octet),
    fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), octet, octet),
  );
  const book = (address: string, prefix: number) =>
    addressBook([{ interface: "eth0", address, family: 4, prefix, mac: "00:00:5e:00:53:01", internal: false }], new Set(), stream);
  const kind = (text: string) => {
    const [a = 0, b = 0] = text.split(".").map(Number);
    return a === 10
      ? "10"
      : a === 172 && b >= 16 && b < 32
        ? "172"
        : a === 192 && b === 168
          ? "192"
          : a === 100 && b >= 64 && b < 128
            ? "100"
            : "public";
  };
  const number = (text: string) => text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  const netOf = (text: string, prefix: number) => Math.floor(number(text) / 2 ** (32 - prefix));

  it("stay in their private range, and in the network of this PC exactly when they were in it", () => {
    fc.assert(
      fc.property(privateAddress, privateAddress, fc.integer({ min: 8, max: 24 }), fc.boolean(), octet, (own, other, prefix, near, last) => {
        const a = own.join(".");
        const b = near ? [...own.slice(0, 3), last].join(".") : other.join(".");
        const { v4 } = book(a, prefix);
        expect(kind(v4(a))).toBe(kind(a));
        expect(netOf(v4(a), prefix) === netOf(v4(b), prefix)).toBe(netOf(a, prefix) === netOf(b, prefix));
        expect(v4(a) === v4(b)).toBe(a === b);
      }),
    );
  });

  it("of routers, networks, broadcasts and iPhone hotspots stay recognisable", () => {
    const { v4 } = book("192.168.77.23", 24);
    expect(v4("192.168.77.1")).toMatch(/^192\.168\.\d+\.1$/);
    expect(v4("192.168.77.0")).toMatch(/\.0$/);
    expect(v4("192.168.77.255")).toMatch(/\.255$/);
    expect(v4("172.20.10.4")).toBe("172.20.10.4");
    expect(v4("255.255.255.0")).toBe("255.255.255.0");
    expect(v4("8.8.8.8")).toBe("8.8.8.8");
  });

  it("of network cards keep maker, writing and difference", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 6, maxLength: 6 }), fc.constantFrom(":", "-"), fc.boolean(), (bytes, between, upper) => {
        const text = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join(between);
        const { mac } = book("10.0.0.2", 24);
        const given = upper ? text.toUpperCase() : text;
        expect(mac(given).slice(0, 8)).toBe(given.slice(0, 8));
        expect(mac(given)).toHaveLength(17);
        expect(mac(given).toLowerCase()).toBe(mac(text.replaceAll(between, ":")).replaceAll(":", between));
      }),
    );
  });

  it("of IPv6 keep their kind, and neighbours their network", () => {
    const { v6 } = addressBook(
      [{ interface: "eth0", address: "2001:db8:12:34:aaaa:bbbb:cccc:dddd", family: 6, prefix: 64, mac: "", internal: false }],
      new Set(["2600::1"]),
      stream,
    );
    expect(v6("2001:db8:12:34:aaaa:bbbb:cccc:dddd")).toMatch(/^2001:/);
    expect(v6("2001:db8:12:34:aaaa:bbbb:cccc:dddd")).not.toContain("aaaa");
    expect(v6("2001:db8:12:34::1").split("::")[0]).toBe(v6("2001:db8:12:34:1:2:3:4").split(":").slice(0, 4).join(":"));
    expect(v6("fe80::1")).toBe("fe80::1");
    expect(v6("fe80::defb:2ff:fe77:8899")).toMatch(/^fe80::[0-9a-f:]+$/);
    for (const public6 of ["2600::1", "2001:4860:4860::8888", "::1", "ff02::1"]) expect(v6(public6)).toBe(public6);
  });
});

describe("names", () => {
  it("keep length in characters, signs, digits and letters, and are another name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 4, maxLength: 32 }), (name) => {
        const other = sameShape(name, "user", stream);
        expect([...other]).toHaveLength([...name].length);
        expect(sameShape(name, "user", stream)).toBe(other);
        expect(other.replace(/[a-zA-Z0-9]/g, "")).toBe(
          [...name].filter((one) => !/[\p{L}\p{N}\p{M}\p{S}]/u.test(one) || (one < "\u0080" && !/[a-z0-9]/i.test(one))).join(""),
        );
      }),
    );
    expect(sameShape("DESKTOP-AB12", "host", stream).toLowerCase()).toBe(sameShape("desktop-ab12", "host", stream));
    expect(sameShape("花子のiPhone", "ssid", stream)).toMatch(/^[a-z]{3}iPhone$/);
  });
});

describe("bytes", () => {
  it("come back as they were, whatever they are", () => {
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.string({ unit: "binary" }).map(utf8), fc.string().map(wide)), (bytes) => {
        expect(bytesOf(recordBytes(bytes))).toEqual(bytes);
        expect(changeText(bytes, (text) => text)).toEqual(bytes);
      }),
    );
  });
});

describe("what is no recording", () => {
  const good = JSON.stringify(empty);
  it.each([
    ["", "not-json"],
    ["{", "not-json"],
    ["[]", "foreign"],
    ['{"schema":"preflight-report/1"}', "foreign"],
    ['{"schema":"preflight-recording/3"}', "newer"],
    [good.replace('"appVersion":"0.1.0"', '"appVersion":7'), "damaged"],
    [good.replace('"commands":{}', '"commands":{"ip-link":{"outcome":"fine"}}'), "damaged"],
    [good.replace('"files":{}', '"files":{},"more":1'), "damaged"],
  ])("%s", (text, code) => {
    expect(parseRecording(utf8(text))).toMatchObject({ ok: false, problem: { code } });
  });

  it("never throws, and a command of another version is put aside", () => {
    expect(
      parseRecording(
        utf8(good.replace('"commands":{}', '"commands":{"future-tool en0":{"outcome":"exited","code":0,"stdout":"","stderr":"","durationMs":1}}')),
      ),
    ).toMatchObject({
      ok: true,
      unknownCommands: ["future-tool en0"],
    });
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array(), fc.json().map(utf8)), (bytes) => {
        expect(parseRecording(bytes).ok).toBe(false);
      }),
    );
  });
});
