import { describe, expect, it } from "vitest";
import { parseClamavVersion } from "../../../electron/probes/linux/antivirusParsers.ts";
import { coversNetwork, parseZoneFile, parseZones } from "../../../electron/probes/linux/firewalldZones.ts";
import { interfaceOfAddress } from "../../../electron/probes/linux/innerInterfaces.ts";
import { nftablesInbound } from "../../../electron/probes/linux/nftablesConfig.ts";
import { parseIsActive } from "../../../electron/probes/linux/systemctlParser.ts";
import { ufwAllowed, ufwInbound } from "../../../electron/probes/linux/ufwFiles.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("ufw", () => {
  it.each([
    ['DEFAULT_INPUT_POLICY="DROP"', "block"],
    ["DEFAULT_INPUT_POLICY=REJECT", "block"],
    ['DEFAULT_INPUT_POLICY="DROP"\nDEFAULT_INPUT_POLICY="ACCEPT"', "allow"],
    ['#DEFAULT_INPUT_POLICY="DROP"\nDEFAULT_INPUT_POLICY="ACCEPT"', "allow"],
    ['DEFAULT_OUTPUT_POLICY="ACCEPT"', null],
    ['DEFAULT_INPUT_POLICY=""', null],
  ])("%s: %s", (text, inbound) => {
    expect(ufwInbound(text)).toBe(inbound);
  });
  it.each([
    ["allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 in", [{ protocol: "tcp", from: 22, to: 22 }]],
    ["limit tcp 22 0.0.0.0/0 any 0.0.0.0/0 in_wlp2s0", [{ protocol: "tcp", from: 22, to: 22 }]],
    ["allow udp 5000:5010 0.0.0.0/0 any 0.0.0.0/0", [{ protocol: "udp", from: 5000, to: 5010 }]],
    [
      "allow tcp 80,443 0.0.0.0/0 any 0.0.0.0/0 WWW%20Full - in",
      [
        { protocol: "tcp", from: 80, to: 80 },
        { protocol: "tcp", from: 443, to: 443 },
      ],
    ],
    [
      "allow any any 0.0.0.0/0 any 0.0.0.0/0 in",
      [
        { protocol: "tcp", from: 1, to: 65_535 },
        { protocol: "udp", from: 1, to: 65_535 },
      ],
    ],
    ["allow tcp 22 0.0.0.0/0 any 10.0.0.0/8 in", []],
    ["allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 out", []],
    ["deny tcp 22 0.0.0.0/0 any 0.0.0.0/0 in", []],
    ["route:allow tcp 22 0.0.0.0/0 any 0.0.0.0/0 in", []],
    ["allow esp any 0.0.0.0/0 any 0.0.0.0/0 in", []],
  ])("the rule %s", (rule, ranges) => {
    expect(ufwAllowed(`*filter\n### tuple ### ${rule}\n-A ufw-user-input -j ACCEPT\n`)).toEqual(ranges);
  });
});

const zone = (heading: string, target: string, ports: string, rich: readonly string[] = []) =>
  `${heading}\n  target: ${target}\n  interfaces: wlp2s0\n  sources: \n  services: ssh\n  ports: ${ports}\n  rich rules: \n${rich.map((rule) => `\t${rule}\n`).join("")}`;

describe("firewalld", () => {
  it("the marks of the zones", () => {
    const zones = parseZones(bytes(`${zone("public (default, active)", "default", "8080/tcp")}\n${zone("trusted", "ACCEPT", "")}\n`));
    expect(zones).toMatchObject([
      { name: "public", isDefault: true, open: false, ports: [{ protocol: "tcp", from: 8080, to: 8080 }], services: ["ssh"], interfaces: ["wlp2s0"] },
      { name: "trusted", isDefault: false, open: true, ports: [] },
    ]);
  });
  it.each([
    ['rule family="ipv4" port port="9000" protocol="tcp" accept', { open: false, ports: [{ protocol: "tcp", from: 9000, to: 9000 }] }],
    ['rule service name="http" accept', { services: ["ssh", "http"] }],
    ['rule family="ipv4" source address="10.0.0.0/8" port port="9000" protocol="tcp" accept', { open: false, ports: [] }],
    ['rule family="ipv4" accept', { open: true }],
    ['rule port port="9000" protocol="tcp" drop', { open: false, ports: [] }],
  ])("the rich rule %s", (rule, expected) => {
    expect(parseZones(bytes(`${zone("public (active)", "default", "", [rule])}\n`))?.[0]).toMatchObject(expected);
  });
  it.each([
    ["nothing", ""],
    ["another answer", "FirewallD is not running\n"],
    ["a list that ends in the middle of a line", zone("public (default)", "default", "8080/tcp").trimEnd()],
    ["a list that ends in the middle of a zone", "public (default)\n  target: default\n  interfaces: \n"],
  ])("%s is no list", (_, text) => {
    expect(parseZones(bytes(text))).toBeNull();
  });
  it.each([
    ["192.168.0.0/16", "192.168.10.12", true],
    ["0.0.0.0/0", "192.168.10.12", true],
    ["10.88.0.0/16", "192.168.10.12", false],
    ["192.168.10.12/32", "192.168.10.12", false],
    ["192.168.10.5", "192.168.10.12", false],
    ["ipset:office", "192.168.10.12", false],
    ["fd00::/8", "fd00::1", false],
  ])("the source %s has the network of %s: %s", (source, address, covers) => {
    expect(coversNetwork(source, address)).toBe(covers);
  });
  it("a zone's file", () => {
    const xml =
      '<?xml version="1.0"?>\n<!-- <zone target="ACCEPT"> -->\n<zone>\n <service name="ssh"/>\n <port protocol="tcp" port="1-9"/>\n <rule><port port="99" protocol="tcp"/><drop/></rule>\n</zone>\n';
    expect(parseZoneFile("own", xml)).toEqual({
      name: "own",
      isDefault: true,
      interfaces: [],
      sources: [],
      open: false,
      ports: [{ protocol: "tcp", from: 1, to: 9 }],
      services: ["ssh"],
    });
    expect(parseZoneFile("own", xml.slice(0, -9))).toBeNull();
    expect(parseZoneFile("own", '<zone target="ACCEPT"/>')).toBeNull();
  });
});

describe("nftables", () => {
  it.each([
    ["chain input { type filter hook input priority 0; policy drop; tcp dport { 22 } accept }", "block"],
    ["chain input { type filter hook input priority 0; }", "allow"],
    ["chain input { type filter hook input priority 0; policy accept; }", "allow"],
    ["flush ruleset", "allow"],
    ["chain input { type filter hook input priority 0; policy accept; tcp dport 22 drop }", null],
    ["chain input { type filter hook input priority 0; policy accept; jump own }", null],
    ['include "/etc/nftables.d/*.nft"', null],
    ["# chain input { type filter hook input priority 0; policy drop; }", "allow"],
    ["chain forward { type filter hook forward priority 0; policy drop; }", null],
  ])("%s: %s", (rules, inbound) => {
    expect(nftablesInbound(rules)).toBe(inbound);
  });
});

describe("the interface of an address that no interface shows", () => {
  const table =
    "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\nwlp2s0\t00000000\t010AA8C0\t0003\t0\t0\t600\t00000000\nvirbr0\t007AA8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\n";
  it.each([
    ["192.168.122.1", "virbr0"],
    ["192.168.123.1", undefined],
    ["fe80::1", undefined],
  ])("%s: %s", (address, name) => {
    expect(interfaceOfAddress(table, address)).toBe(name);
  });
});

it("a line of clamd that was cut names no newer definitions: it is not read, or says that there are none", () => {
  const whole = "ClamAV 1.4.3/27830/Sun Nov 22 08:26:41 2026\n";
  expect(parseClamavVersion(bytes(whole.trimEnd()))).toEqual({ ok: true, value: "2026-11-22T08:26:41.000Z" });
  for (let length = 0; length < whole.length - 1; length += 1) {
    const read = parseClamavVersion(bytes(whole.slice(0, length)));
    expect(read.ok ? read.value : null).toBeNull();
  }
  for (const odd of [whole + whole, `x\n${whole}`, `${whole}x\n`]) expect(parseClamavVersion(bytes(odd)).ok).toBe(false);
});

it("an answer of systemctl that was cut or doubled is not read; the line end behind the last word is no part of it", () => {
  const whole = "active\ninactive\ninactive\ninactive\ninactive\ninactive\ninactive\ninactive\ninactive\n";
  expect(parseIsActive(bytes(whole.trimEnd()))).toEqual(parseIsActive(bytes(whole)));
  for (let length = 0; length < whole.length - 1; length += 1) expect(parseIsActive(bytes(whole.slice(0, length))).ok).toBe(false);
  for (const odd of [whole + whole, `x\n${whole}`, `${whole}active\n`, whole.replace("active", "Active")])
    expect(parseIsActive(bytes(odd)).ok).toBe(false);
});
