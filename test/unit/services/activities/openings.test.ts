import { describe, expect, it } from "vitest";
import { checks } from "../../../../electron/checks/registry.ts";
import { mayOpen } from "../../../../electron/host/allowedTargets.ts";
import { tools } from "../../../../electron/host/commands/tools.ts";
import { desktops } from "../../../../electron/probes/linux/desktop.ts";
import { findPlaces, openingOf, openingsOf } from "../../../../electron/services/activities/openings.ts";
import { placeOf, placesOfRemedies } from "../../../../electron/services/activities/placeOfRemedy.ts";
import { kindOf, placeIds, targetsOf } from "../../../../electron/services/activities/places.ts";
import { bundledPolicy } from "../../../../electron/services/policy/bundledPolicy.ts";
import type { LoadedPolicy } from "../../../../electron/services/policySource.ts";
import type { Finding } from "../../../../shared/decision.ts";
import { type Platform, platforms } from "../../../../shared/platform.ts";
import { now } from "../../../support/builders.ts";
import { fakeOpener } from "../../../support/fakeOpener.ts";

const finding = (checkId: string, remedy?: string): Finding => ({
  checkId,
  outcome: "block",
  since: now.toISOString(),
  verdict: { status: "fail", message: { key: `check.${checkId}.x` }, remedy: remedy ?? "" },
});
const { policy, digest } = bundledPolicy(checks);
const loadedAs = (origin: "managed" | "opened" | "bundled", network: Partial<LoadedPolicy["policy"]["network"]> = {}): LoadedPolicy => ({
  policy: { ...policy, network: { ...policy.network, ...network } },
  summary: { id: "acme", revision: 1, digest, origin, title: policy.title },
  refusal: null,
  notices: [],
});
const placesOn = (platform: Platform, desktop = "GNOME", opener = fakeOpener()) =>
  findPlaces({ platform, environment: (name) => (name === "XDG_CURRENT_DESKTOP" ? desktop : undefined) }, opener);

describe("the table of places", () => {
  it("names every check and every remedy, and nothing else", () => {
    const wanted = Object.fromEntries(checks.map(({ id, texts }) => [id, Object.keys(texts.ja.remedies).sort()]));
    expect(Object.fromEntries(Object.entries(placesOfRemedies).map(([id, places]) => [id, Object.keys(places).sort()]))).toEqual(wanted);
  });

  it("leads to pages of the OS's settings, its own test page, or a tool of the catalogue for that OS; to nothing else", () => {
    const scheme = {
      windows: /^(ms-settings:[a-z-]+|windowsdefender:)$/,
      macos: /^x-apple\.systempreferences:com\.apple\.[A-Za-z.-]+(\?[A-Za-z_]+)?$/,
    };
    for (const place of placeIds) {
      for (const platform of platforms) {
        for (const desktop of desktops) {
          for (const target of targetsOf(place, platform, desktop)) {
            if (target.kind === "tool") expect(tools[target.tool].platform).toBe(platform);
            else if (target.kind === "program") throw new Error("a program of nobody's");
            else {
              expect(mayOpen(target.address), target.address).toBe(true);
              if (place === "portal")
                expect(target.address).toMatch(/^http:\/\/(www\.msftconnecttest\.com|captive\.apple\.com|nmcheck\.gnome\.org)\//);
              else expect(target.address).toMatch(platform === "linux" ? /never/ : scheme[platform]);
            }
          }
        }
      }
    }
  });

  it.each(placeIds)("%s: has an entry on the systems whose steps name a page", (place) => {
    const places = platforms.map((platform) => targetsOf(place, platform, "gnome").length > 0);
    const without: Partial<Record<typeof place, readonly boolean[]>> = {
      "auto-login": [false, true, true],
      antivirus: [true, false, false],
      firewall: [true, true, false],
      encryption: [true, true, false],
      protection: [false, true, false],
      backup: [true, true, false],
      "startup-apps": [true, true, false],
    };
    expect(places).toEqual(without[place] ?? [true, true, true]);
  });

  it("takes the first tool that is installed, and promises nothing where none is", async () => {
    const only = (tool: string) => fakeOpener({ hasTool: async (id) => id === tool });
    expect((await placesOn("linux", "KDE", only("kde-network"))).get("wifi")).toEqual({ kind: "tool", tool: "kde-network" });
    expect((await placesOn("linux", "Budgie:GNOME", only("gnome-software-updates"))).get("updates")).toEqual({
      kind: "tool",
      tool: "gnome-software-updates",
    });
    expect((await placesOn("linux", "KDE", only("kde-network"))).has("lock")).toBe(false);
    expect([...(await placesOn("linux", "", fakeOpener())).keys()]).toEqual([]);
    expect((await findPlaces({ platform: "windows", environment: () => undefined }, null)).size).toBe(0);
  });
});

describe("what can be opened for a finding", () => {
  const kinds = async (platform: Platform, loaded: LoadedPolicy, ...findings: readonly Finding[]) =>
    openingsOf(findings, { places: await placesOn(platform), loaded, platform }).map(({ checkId, kind }) => [checkId, kind]);

  it("is named by kind, and only for what is not met or could not be seen", async () => {
    const passed: Finding = { ...finding("firewall"), verdict: { status: "pass", message: { key: "check.firewall.on" } }, outcome: "ok" };
    expect(
      await kinds(
        "windows",
        loadedAs("bundled"),
        finding("os-patches", "update"),
        finding("screen-lock", "shorten"),
        finding("network-trust", "sign-in"),
        finding("restart-pending", "restart"),
        finding("constructor", "toString"),
        finding("firewall", "__proto__"),
        passed,
      ),
    ).toEqual([
      ["os-patches", "updates"],
      ["screen-lock", "settings"],
      ["network-trust", "portal"],
    ]);
    expect(
      placeOf("wifi-security", { status: "unknown", message: { key: "x" }, reason: "needs-permission", remedy: "allow-location" } as never),
    ).toBe("location");
  });

  it("the company's VPN client counts only in a managed policy; else the OS's own VPN settings, called settings", async () => {
    const vpnClient = { windows: { program: "C:\\Program Files\\Acme\\vpn.exe", arguments: ["/show"] } };
    const on = async (loaded: LoadedPolicy, platform: Platform = "windows") =>
      openingOf(finding("vpn", "connect"), { places: await placesOn(platform), loaded, platform });
    expect(await on(loadedAs("managed", { vpnClient }))).toEqual({
      kind: "vpn",
      target: { kind: "program", program: "C:\\Program Files\\Acme\\vpn.exe", arguments: ["/show"] },
    });
    const settings = { kind: "settings", target: { kind: "address", address: "ms-settings:network-vpn" } };
    expect(await on(loadedAs("opened", { vpnClient }))).toEqual(settings);
    expect(await on({ ...loadedAs("managed", { vpnClient }), refusal: { code: "unsigned", file: "x", detail: "x" } })).toEqual(settings);
    expect(await on(loadedAs("managed"))).toEqual(settings);
    expect(await on(loadedAs("managed", { vpnClient }), "linux")).toEqual({ kind: "settings", target: { kind: "tool", tool: "gnome-network" } });
  });

  it("the test page of a managed policy stands before the OS's own", async () => {
    const portalCheck = [{ url: "http://check.acme.example/online", status: 200, body: "" }];
    const on = async (loaded: LoadedPolicy) =>
      openingOf(finding("network-trust", "sign-in"), { places: await placesOn("macos"), loaded, platform: "macos" });
    expect((await on(loadedAs("managed", { portalCheck })))?.target).toEqual({ kind: "address", address: "http://check.acme.example/online" });
    expect((await on(loadedAs("opened", { portalCheck })))?.target).toEqual({
      kind: "address",
      address: "http://captive.apple.com/hotspot-detect.html",
    });
  });

  it("every kind of the contract comes from a place", () => {
    expect([...new Set(placeIds.map(kindOf))].sort()).toEqual(["portal", "settings", "updates", "vpn"]);
  });
});
