import { describe, expect, it } from "vitest";
import { compareVersions } from "../../../electron/checks/versions.ts";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import { daysBefore, fact, knownFact, now, verdictOf } from "../../support/builders.ts";

const short = (verdict: ReturnType<typeof verdictOf>, id: string) =>
  `${verdict.status}${verdict.status === "fail" && verdict.minor ? " (minor)" : ""}: ${verdict.message.key.replace(`check.${id}.`, "")}`;

describe("versions", () => {
  it.each([
    ["130", "130.0.0", 0],
    ["129.9.9", "130", -1],
    ["130.0.1", "130", 1],
    ["9.0", "10.0", -1],
    ["130.0.6723.117", "130.0.6723.92", 1],
  ])("%s and %s", (a, b, sign) => {
    expect(Math.sign(compareVersions(a, b) ?? Number.NaN)).toBe(sign);
  });
  it.each(["", "140.5.0 (x64 ja)", "1..2", "v1", "1.2-3", "9999999999"])("%s is not one", (text) => {
    expect(compareVersions(text, "1")).toBeNull();
    expect(compareVersions("1", text)).toBeNull();
  });
});

describe("browsers", () => {
  type Browser = FactValue<"browsers">["browsers"][number];
  const on = (browsers: Browser[], minimum: Record<string, string> = {}) =>
    verdictOf("browser-versions", { facts: knownFact("browsers", { browsers }), settings: { minimum } });
  const edge: Browser = { name: "edge", version: "142.0.3595.94", waiting: null };
  const firefox: Browser = { name: "firefox", version: "140.5.0", waiting: null };
  it("without a minimum says what is installed", () => {
    expect(on([edge, firefox])).toMatchObject({
      status: "pass",
      message: { key: "check.browser-versions.listed", params: { browsers: "Edge 142.0.3595.94, Firefox 140.5.0" } },
    });
  });
  it("at the minimum passes, one below fails and is named alone", () => {
    expect(short(on([edge], { edge: "142.0.3595.94" }), "browser-versions")).toBe("pass: current");
    expect(on([edge, firefox], { edge: "142.0.3595.95", firefox: "140" })).toMatchObject({
      status: "fail",
      subject: "edge",
      message: { key: "check.browser-versions.old", params: { browsers: "Edge 142.0.3595.94" } },
    });
  });
  it("one that waits for its restart is amber, and old goes before", () => {
    const waiting = { ...edge, waiting: "143.0" };
    expect(on([waiting])).toMatchObject({ status: "fail", minor: true, remedy: "reopen", subject: "edge" });
    expect(short(on([waiting], { edge: "143" }), "browser-versions")).toBe("fail: old");
  });
  it("a version that cannot be read is could not check where it matters", () => {
    const odd = { ...firefox, version: "140.5.0 (x64 ja)" };
    expect(short(on([odd], { firefox: "140" }), "browser-versions")).toBe("unknown: unread");
    expect(short(on([odd], { edge: "140" }), "browser-versions")).toBe("pass: current");
  });
  it("without any browser does not apply", () => {
    expect(short(on([]), "browser-versions")).toBe("not-applicable: none");
  });
});

describe("backup", () => {
  const on = (...sources: FactValue<"backup">["sources"]) =>
    verdictOf("backup", { facts: knownFact("backup", { sources }), settings: { maxDays: 7 } });
  const timeMachine = (lastAt: string | null, enabled = true) => ({ name: "Time Machine", enabled, lastAt });
  it.each([
    ["seven days old", [timeMachine(daysBefore(7))], "pass: recent"],
    ["a little older", [timeMachine(daysBefore(7.01))], "fail: old"],
    ["never", [timeMachine(null)], "fail: never"],
    ["switched off, though new", [timeMachine(daysBefore(1), false)], "fail: off"],
    ["none", [], "fail: none"],
    ["from the future", [timeMachine(daysBefore(-2))], "unknown: future"],
    ["one old, one new", [timeMachine(daysBefore(30)), { name: "File History", enabled: true, lastAt: daysBefore(1) }], "pass: recent"],
    ["one never, one old", [timeMachine(null), { name: "File History", enabled: true, lastAt: daysBefore(9) }], "fail: old"],
  ] as const)("%s", (_name, sources, expected) => {
    expect(short(on(...sources), "backup")).toBe(expected);
  });
  it("says how old", () => {
    expect(on(timeMachine(daysBefore(30.5)))).toMatchObject({ message: { params: { days: 30, limit: 7, name: "Time Machine" } } });
  });
});

describe("apps that are not approved", () => {
  const on = (matched: string[], apps: string[]) =>
    verdictOf("unapproved-apps", { facts: knownFact("running-apps", { examined: 50, matched }), settings: { apps } });
  it("passes when none of the list runs, fails with the names of those that do", () => {
    expect(short(on([], ["Dropbox"]), "unapproved-apps")).toBe("pass: none");
    expect(on(["Zed", "Dropbox", "Zed"], ["Dropbox", "Zed"])).toMatchObject({ status: "fail", subject: "Dropbox, Zed" });
  });
  it("does not apply without a list, whether the programs could be seen or not", () => {
    expect(short(on([], []), "unapproved-apps")).toBe("not-applicable: noList");
    const facts = { "running-apps": fact("running-apps", unknown("denied", "")) };
    expect(short(verdictOf("unapproved-apps", { facts, settings: { apps: [] } }), "unapproved-apps")).toBe("not-applicable: noList");
    expect(verdictOf("unapproved-apps", { facts, settings: { apps: ["Dropbox"] } })).toMatchObject({ status: "unknown", reason: "denied" });
  });
});

describe("clock", () => {
  const on = (changed: Partial<FactValue<"clock">>, timeZones: string[] = []) =>
    short(
      verdictOf("clock", {
        facts: knownFact("clock", { timeZone: "Asia/Tokyo", synchronised: true, notBefore: null, ...changed }),
        settings: { timeZones },
      }),
      "clock",
    );
  it.each([
    [{}, "pass: right"],
    [{ synchronised: false }, "fail (minor): manual"],
    [{ synchronised: null }, "unknown: unseen"],
    [{ synchronised: null, notBefore: daysBefore(1) }, "pass: plausible"],
    // Nothing on the PC is of these years and nothing keeps the clock right: 2098 is as good as 2026.
    [{ synchronised: null, notBefore: daysBefore(3 * 365 - 1) }, "pass: plausible"],
    [{ synchronised: null, notBefore: daysBefore(3 * 365 + 1) }, "unknown: unseen"],
    [{ synchronised: true, notBefore: daysBefore(72 * 365) }, "pass: right"],
    [{ notBefore: now.toISOString() }, "pass: right"],
    [{ notBefore: daysBefore(-0.001) }, "fail: behind"],
  ] as const)("%j: %s", (changed, expected) => {
    expect(on(changed)).toBe(expected);
  });
  it("is held to the company's time zones when it names some", () => {
    expect(on({}, ["Asia/Tokyo"])).toBe("pass: right");
    expect(on({ timeZone: "Europe/Paris" }, ["Asia/Tokyo"])).toBe("fail: zone");
    expect(on({ timeZone: "Europe/Paris" })).toBe("pass: right");
  });
});
