import { describe, expect, it } from "vitest";
import { parseApkList } from "../../../electron/probes/linux/apkParser.ts";
import { imageDay } from "../../../electron/probes/linux/bootcPending.ts";
import { parseDnfUpdates } from "../../../electron/probes/linux/dnfParser.ts";
import { managerOf } from "../../../electron/probes/linux/managers.ts";
import { nixDay } from "../../../electron/probes/linux/nixPending.ts";
import { parseOstreeStatus } from "../../../electron/probes/linux/ostreeParser.ts";
import { enabledRepos, oldestOf, repoAges } from "../../../electron/probes/linux/repoFiles.ts";
import { parseXbpsUpdate } from "../../../electron/probes/linux/xbpsParser.ts";
import { parseZypper } from "../../../electron/probes/linux/zypperParser.ts";
import { type Fixture, readFixture } from "../../support/fixtures.ts";
import { replayHost } from "../../support/replayHost.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const none = bytes("");
const hostOf = (parts: Partial<Record<"files" | "folders" | "missing", unknown>>) =>
  replayHost([readFixture({ os: "Linux", source: "synthetic", note: "parts of one", ...parts }, "test", ".") as Fixture]);

describe("dnf", () => {
  const names = (text: string, stderr = "") => {
    const found = parseDnfUpdates(bytes(text), bytes(stderr));
    return found.ok ? found.value : found.detail;
  };
  it.each([
    ["", []],
    ["\n", []],
    ["a.noarch 1-1 updates\n", ["a.noarch"]],
    ["a.noarch 1-1 updates\n\nObsoleting Packages\nb.x86_64 2-1 updates\n    c.x86_64 1-1 @System\n", ["a.noarch", "b.x86_64"]],
    ["a.noarch\n   1-1   updates\nb.x86_64  2-1\n     updates\n", ["a.noarch", "b.x86_64"]],
    ["No security updates needed, but 2 updates available\n", []],
  ])("%j", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });
  it.each([["a.noarch 1-1\n"], ["a.noarch\n\nb.noarch 1-1 updates\n"], ["something else\n"]])("%j is not whole", (text) => {
    expect(typeof names(text)).toBe("string");
  });
  it("a source that is left out makes it an answer about a part", () => {
    expect(names("", 'Cache-only enabled but no cache for repository "updates"\n')).toBe(
      'dnf: Cache-only enabled but no cache for repository "updates"',
    );
    expect(names("", "Not root, Subscription Management repositories not updated\n")).toEqual([]);
  });
});

describe("sources of the rpm kind", () => {
  const repomd = (revision: string, advisories: boolean) =>
    `<repomd><revision>${revision}</revision>${advisories ? '<data type="updateinfo"/>' : ""}</repomd>`;
  const at = (day: string) => `2026-11-${day}T00:00:00.000Z`;
  // date -u -d 2026-11-10 +%s
  const tenth = "1794268800";
  const host = hostOf({
    files: {
      "/c/updates/repodata/repomd.xml": { text: repomd(tenth, true), modifiedAt: at("22") },
      "/c/epel/repodata/repomd.xml": { text: repomd(tenth, true), modifiedAt: at("21") },
      "/c/counted/repodata/repomd.xml": { text: repomd("17", true), modifiedAt: at("20") },
      "/c/base/repodata/repomd.xml": { text: repomd("1700000000", false), modifiedAt: at("01") },
      "/c/new/repodata/repomd.xml": { text: repomd(tenth, true), modifiedAt: at("05") },
    },
    missing: ["/c/none/**"],
  });
  const ages = (...folders: readonly string[]) =>
    repoAges(
      host,
      folders.map((name) => ({ id: name === "new" ? "epel" : name, path: `/c/${name}` })),
      { own: /^(updates|counted)$/, always: /^base$/ },
    );
  it("the distribution's own say when they were made, others when they were compared last", async () => {
    expect(await ages("updates")).toEqual([{ id: "updates", at: at("10") }]);
    expect(await ages("epel")).toEqual([{ id: "epel", at: at("21") }]);
    expect(await ages("counted")).toEqual([{ id: "counted", at: at("20") }]);
  });
  it("the newest folder of a source counts, then the oldest source", async () => {
    expect(await ages("new", "epel")).toEqual([{ id: "epel", at: at("21") }]);
    expect(oldestOf(await ages("updates", "epel", "none"))).toBe(at("10"));
    expect(oldestOf([])).toBeNull();
  });
  it("without advisories a source says nothing, unless it is all there is", async () => {
    expect(oldestOf(await ages("base"))).toBe(at("01"));
    expect(oldestOf(await ages("none"))).toBeNull();
  });
  it("are switched on unless they say no", async () => {
    const files = hostOf({
      files: { "/r/a.repo": "[a]\nenabled=1\n[b]\nenabled = 0\n[c]\nname=x\n", "/r/b.conf": "[d]\n" },
      folders: { "/r": ["a.repo", "b.conf"] },
    });
    expect(await enabledRepos(files, "/r/")).toEqual(new Set(["a", "c"]));
    expect(await enabledRepos(hostOf({ missing: ["/r"] }), "/r/")).toBeNull();
  });
});

describe("rpm-ostree", () => {
  const deployment = { booted: true, checksum: "a", version: "44.1", timestamp: 1_794_268_800 };
  const read = (status: unknown) => {
    const found = parseOstreeStatus(bytes(JSON.stringify(status)));
    return found.ok ? found.value : found.detail;
  };
  it("an image without advisories is an update all the same", () => {
    expect(read({ deployments: [deployment], "cached-update": { checksum: "b" } })).toEqual({
      madeAt: "2026-11-10T00:00:00.000Z",
      restart: null,
      update: { name: "b", security: null },
    });
  });
  it("one that is there already is none", () => {
    expect(read({ deployments: [{ ...deployment, "base-checksum": "b" }], "cached-update": { checksum: "b" } })).toMatchObject({ update: null });
  });
  it.each([{}, { deployments: [] }, { deployments: [{ ...deployment, booted: false }] }, { deployments: [{ checksum: "a" }] }])(
    "%j is no answer",
    (status) => {
      expect(read(status)).toMatch(/^rpm-ostree: /);
    },
  );
});

it.each([
  ["26.05.20261118.1a2b3c4", "2026-11-18T00:00:00.000Z"],
  ["26.11pre20261118.1a2b3c4", "2026-11-18T00:00:00.000Z"],
  ["26.05.19800101.dirty", null],
  ["26.05.20261318.1a2b3c4", null],
  ["26.05", null],
  ["", null],
])("the day of NixOS %j", (build, day) => {
  expect(nixDay(build)).toBe(day);
});

it.each([
  ["44.20261122.0", "2026-11-22T00:00:00.000Z"],
  ["latest-44.20261122", "2026-11-22T00:00:00.000Z"],
  ["20261122", "2026-11-22T00:00:00.000Z"],
  ["9.6", null],
  ["44.20261322.0", null],
  ["", null],
])("the day of the image %j", (version, day) => {
  expect(imageDay(version)).toBe(day);
});

it("an empty answer of apk and xbps is nothing that waits, a complaint is no answer", () => {
  expect([parseApkList(none, none), parseXbpsUpdate(none, none)]).toEqual([
    { ok: true, value: [] },
    { ok: true, value: [] },
  ]);
  const complaint = bytes("WARNING: opening from cache https://dl-cdn.alpinelinux.org/alpine/v3.22/main: No such file or directory\n");
  expect([parseApkList(none, complaint).ok, parseXbpsUpdate(none, complaint).ok]).toEqual([false, false]);
});

it("an empty answer of zypper is none: it always prints a stream", () => {
  expect(parseZypper(none).ok).toBe(false);
});

describe("the package manager", () => {
  const every = [
    "/usr/bin/apt",
    "/usr/bin/pacman",
    "/usr/bin/dnf5",
    "/usr/bin/dnf",
    "/usr/bin/zypper",
    "/usr/bin/rpm-ostree",
    "/sbin/apk",
    "/usr/bin/apk",
    "/usr/bin/xbps-install",
  ];
  const found = (there: readonly string[], release = "ID=x") =>
    managerOf(
      hostOf({
        files: { "/etc/os-release": release, ...Object.fromEntries(there.map((path) => [path, "ELF"])) },
        missing: [...every, "/run/ostree-booted", "/usr/bin/bootc", "/usr/lib/os-release"].filter((path) => !there.includes(path)),
      }),
    );
  it("is dnf5 where both are, and the image where the system is one", async () => {
    expect(await found(["/usr/bin/dnf", "/usr/bin/dnf5"])).toBe("dnf5");
    expect(await found(["/usr/bin/dnf5", "/usr/bin/rpm-ostree", "/run/ostree-booted"])).toBe("rpm-ostree");
    expect(await found(["/usr/bin/dnf5", "/usr/bin/rpm-ostree"])).toBe("dnf5");
    expect(await found(["/usr/bin/dnf5", "/usr/bin/bootc", "/run/ostree-booted"])).toBe("bootc");
    expect(await found(["/usr/bin/apk"])).toBe("apk");
    expect(await found([], "ID=nixos")).toBe("nix");
    expect(await found([])).toBeNull();
  });
});
