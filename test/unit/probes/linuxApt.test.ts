import { describe, expect, it } from "vitest";
import { parseAptConf } from "../../../electron/probes/linux/aptConf.ts";
import { parseAptConfig } from "../../../electron/probes/linux/aptConfigParser.ts";
import { parseAptList } from "../../../electron/probes/linux/aptListParser.ts";
import { isSecurityList, parseRelease, suiteOfList } from "../../../electron/probes/linux/aptReleaseParser.ts";
import { aptSuites, isSecuritySuite } from "../../../electron/probes/linux/aptSourcesParser.ts";
import { parseUbuntuPro } from "../../../electron/probes/linux/ubuntuPro.ts";
import { takesFrom } from "../../../electron/probes/linux/unattendedOrigins.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const nothing = bytes("");

// The shapes are those of apt.conf(5).
describe("files of apt.conf", () => {
  const read = (...texts: readonly string[]) => {
    const conf = parseAptConf(texts);
    return conf === null ? null : { ...Object.fromEntries(conf.values), ...Object.fromEntries(conf.lists) };
  };
  it.each([
    ['APT::Periodic::Enable "0";', { "apt::periodic::enable": "0" }],
    ['  apt::PERIODIC::Unattended-Upgrade   "1" ;', { "apt::periodic::unattended-upgrade": "1" }],
    ['// APT::Periodic::Enable "0";\n# APT::Periodic::Enable "0";\nDPkg::Options { "--force-confold"; };', { "dpkg::options": ["--force-confold"] }],
    ['APT::Periodic::Enable "0"; APT::A "1";', { "apt::periodic::enable": "0", "apt::a": "1" }],
    ["APT { Periodic { Enable 0; }; };", { "apt::periodic::enable": "0" }],
    ['A { "x"; "y"; };\nA:: "z";', { a: ["x", "y", "z"] }],
    ['/* A "1"; */ B "a // b"; // C "1";', { b: "a // b" }],
    ['A "1" { B "2"; };', { a: "1", "a::b": "2" }],
    ['#include "/etc/other";', null],
    ['Dir::Etc::Parts "/elsewhere";', null],
    ["/*\n", null],
    ['A "1"', null],
    ['A { B "1";', null],
    ["};", null],
    ['A "1" "2" "3";', null],
    ['A "1\n', null],
  ])("%j", (text, found) => {
    expect(read(text)).toEqual(found);
  });
  it("take back what earlier files said", () => {
    expect(read('A::B "1";\nA::C { "x"; };', "#clear A::B;\n#clear A::C;")).toEqual({});
    expect(read('A::B "1";', "#clear A;", 'A::D "2";')).toEqual({ "a::d": "2" });
  });
});

describe("a dump of apt-config", () => {
  const whole = 'APT "";\nAPT::Architecture "amd64";\nAPT::Periodic::Unattended-Upgrade "1";\nDPkg::Post-Invoke:: "a; \nb";\nCommandLine "";\n';
  it("is read with its lists, also where a value has several lines", () => {
    const found = parseAptConfig(bytes(whole));
    expect(found.ok && [found.value.values.size, found.value.lists.get("dpkg::post-invoke")]).toEqual([4, ["a; \nb"]]);
  });
  it.each([
    ["one byte short", whole.slice(0, -1)],
    ["cut in a line", whole.slice(0, -9)],
    ["junk before", `junk\n${whole}`],
    ["junk behind", `${whole}junk`],
    ["twice", whole + whole],
    ["nothing", ""],
  ])("%s is none", (_, text) => {
    expect(parseAptConfig(bytes(text)).ok).toBe(false);
  });
});

describe("apt list --upgradable", () => {
  const row = "libfoo1/stable-security 1.2-3 amd64 [upgradable from: 1.2-2]";
  const counts = (text: string, stderr = "") => {
    const found = parseAptList(bytes(text), bytes(stderr));
    return found.ok
      ? [found.value.upgrades.length, found.value.upgrades.filter(({ security }) => security).length, found.value.unread]
      : found.detail;
  };
  it.each([
    ["Listing...\n", [0, 0, 0]],
    [`Listing...\n${row}\n`, [1, 1, 0]],
    [`Listing... Done\n${row}`, [1, 1, 0]],
    [`Listing...\r\n${row}\r\n`, [1, 1, 0]],
    ["Listing...\nrocm-gdb/Ubuntu 16.04 9.2-38 amd64 [upgradable from: 9.2-20]\n", [1, 0, 0]],
    [`Listing...\nodd [upgradable from: 1]\n${row}\n`, [1, 1, 1]],
    [`Listing...\nW: a warning\n${row}\nN: There is 1 additional version.\n`, [1, 1, 0]],
  ])("%j", (text, expected) => {
    expect(counts(text)).toEqual(expected);
  });
  it.each([
    ["Listing...", "the output ends in the middle of a line"],
    [row, "the line Listing... is missing"],
    [`Listing...\n${row.slice(0, -4)}`, "the output ends in the middle of a line"],
    [`Listing...\n${row}\nListing...\n${row}\n`, "a line that is not known: Listing..."],
    ["Listing...\nsome words\n", "a line that is not known: some words"],
    ["Listing...\nE: Could not open lock file\n", "E: Could not open lock file"],
  ])("%j is none", (text, detail) => {
    expect(counts(text)).toBe(`apt: ${detail}`);
  });
  it("an error on the other stream, too", () => {
    expect(counts("Listing...\n", "E: The list of sources could not be read.\n")).toBe("apt: E: The list of sources could not be read.");
  });
});

describe("release files", () => {
  it("say whose they are and when they were made", () => {
    expect(
      parseRelease(
        "-----BEGIN PGP SIGNED MESSAGE-----\n\nOrigin: Debian\nSuite: oldstable-security\nDate: Sun, 22 Nov 2026 20:05:00 UTC\nMD5Sum:\nLabel: no\n",
      ),
    ).toEqual({
      origin: "Debian",
      label: null,
      suite: "oldstable-security",
      codename: null,
      date: "2026-11-22T20:05:00.000Z",
      validUntil: null,
    });
  });
  it.each([
    ["m_debian-security_dists_bookworm-security_InRelease", "", true],
    ["m_ubuntu_dists_noble-security_InRelease", "Suite: noble-security\nCodename: noble", true],
    ["m_dists_buster_updates_Release", "", true],
    ["m_dists_buster_updates_Release", "Suite: oldoldstable\nLabel: Debian-Security", true],
    ["m_debian_dists_bookworm_InRelease", "", false],
    ["m_ubuntu_dists_noble-updates_InRelease", "", false],
    // A mirror under a name of its own: what the archive says counts.
    ["m_bookworm-security_dists_stable_InRelease", "Suite: stable\nLabel: Debian", false],
  ])("%s with %j is one of a security archive: %s", (name, text, expected) => {
    expect(isSecurityList(name, parseRelease(text))).toBe(expected);
  });
  it("names the suite by its file", () => {
    expect(suiteOfList("x_dists_buster_updates_InRelease")).toBe("buster/updates");
    expect(suiteOfList("lock")).toBeNull();
  });
});

describe("sources of apt", () => {
  it.each([
    ["a.list", "deb http://m/debian bookworm main\n# deb http://m/s bookworm-security main", ["bookworm"]],
    ["a.list", "deb [arch=amd64 signed-by=/k.gpg] http://m/s bookworm-security main\ndeb-src http://m/d x main", ["bookworm-security"]],
    [
      "a.sources",
      "Types: deb deb-src\nURIs: http://m\nSuites: noble noble-updates\n noble-security\nComponents: main\n",
      ["noble", "noble-updates", "noble-security"],
    ],
    ["a.sources", "Types: deb\nSuites: a\nEnabled: no\n\nTypes: deb-src\nSuites: b\n\n# x\nTypes: deb\n# y\nSuites: c\n", ["c"]],
    ["a.sources", "", []],
  ])("%s %j", (path, text, suites) => {
    expect(aptSuites(path, text)).toEqual(suites);
  });
  it("tells a security suite by its name", () => {
    expect(["bookworm-security", "buster/updates", "noble-updates", "stable"].map(isSecuritySuite)).toEqual([true, true, false, false]);
  });
});

// Variables of unattended-upgrades, not of JavaScript.
const id = ["$", "{distro_id}"].join("");
const codename = ["$", "{distro_codename}"].join("");

describe("origins of unattended-upgrades", () => {
  const debian = {
    name: "security.debian.org_debian-security_dists_bookworm-security_InRelease",
    origin: "Debian",
    label: "Debian-Security",
    suite: "oldstable-security",
    codename: "bookworm-security",
    date: null,
    validUntil: null,
  };
  const ubuntu = { ...debian, origin: "Ubuntu", label: "Ubuntu", suite: "noble-security", codename: "noble" };
  const takes = (list: "origins-pattern" | "allowed-origins", ...patterns: readonly string[]) =>
    [debian, ubuntu].map((source) =>
      takesFrom({ values: new Map(), lists: new Map([[`unattended-upgrade::${list}`, patterns]]) }, [source], {
        id: source.origin,
        codename: source === debian ? "bookworm" : "noble",
        release: "1",
      }),
    );
  it.each([
    [`origin=Debian,codename=${codename}-security,label=Debian-Security`, [true, false]],
    ["o=*,a=*-security", [true, true]],
    ["origin=Debian,codename=bookworm,label=Debian", [false, false]],
    ["site=security.debian.org", [true, true]],
    ["c=main,o=Ubuntu", [false, true]],
    ["c=contrib", [false, false]],
    ["sort=x", [false, false]],
    ["n=bookworm?security", [true, false]],
  ])("%s", (pattern, expected) => {
    expect(takes("origins-pattern", pattern)).toEqual(expected);
  });
  it.each([
    [`${id}:${codename}-security`, [false, true]],
    [`${id} stable`, [false, false]],
    ["Debian oldstable-security", [true, false]],
    ["Debian:*", [true, false]],
  ])("older list: %s", (pattern, expected) => {
    expect(takes("allowed-origins", pattern)).toEqual(expected);
  });
  it("nothing set is told from nothing that fits", () => {
    expect(takes("origins-pattern")).toEqual([undefined, undefined]);
    expect(takes("origins-pattern", "")).toEqual([undefined, undefined]);
  });
});

describe("Ubuntu Pro", () => {
  const infra = (status: string) => ({ services: [{ name: "esm-infra", status }] });
  it.each([
    [
      { attached: true, expires: null, ...infra("enabled") },
      { enrolled: true, until: null },
    ],
    [
      { attached: true, expires: "2027-05-01T00:00:00+00:00", ...infra("enabled") },
      { enrolled: true, until: "2027-05-01T00:00:00.000Z" },
    ],
    [
      { attached: true, ...infra("disabled") },
      { enrolled: false, until: null },
    ],
    [
      { attached: false, ...infra("enabled") },
      { enrolled: false, until: null },
    ],
    [{ attached: true, expires: "soon", ...infra("enabled") }, null],
    [{}, null],
  ])("%j", (status, expected) => {
    expect(parseUbuntuPro(JSON.stringify(status))).toEqual(expected);
  });
  it("no JSON is nothing seen", () => {
    expect(parseUbuntuPro("{")).toBeNull();
  });
});

it("an output of nothing is no answer", () => {
  expect(parseAptList(nothing, nothing).ok).toBe(false);
});
