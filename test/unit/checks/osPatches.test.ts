import { describe, expect, it } from "vitest";
import { unknown } from "../../../shared/observation.ts";
import { daysBefore, fact, knownFact, verdictOf } from "../../support/builders.ts";

const on = (total: number, security: number, age: number, maxListAgeDays = 14) =>
  verdictOf("os-patches", {
    facts: knownFact("pending-updates", { manager: "apt", total, security, names: [], listsAt: daysBefore(age), lastInstalledAt: null }),
    settings: { maxListAgeDays },
  });
const key = (message: string) => ({ key: `check.os-patches.${message}` });

it("nothing waiting, with new lists, passes and says of when", () => {
  expect(on(0, 0, 1)).toEqual({ status: "pass", message: { ...key("current"), params: { date: "2026-11-21" } } });
});
it("security updates waiting fail, however old the lists are", () => {
  expect(on(3, 1, 1)).toMatchObject({ status: "fail", message: { ...key("security"), params: { security: 1 } } });
  expect(on(3, 1, 1)).not.toHaveProperty("minor");
  expect(on(3, 1, 400)).toMatchObject({ status: "fail", message: key("security") });
});
it("other updates only warn", () => {
  expect(on(3, 0, 1)).toMatchObject({ status: "fail", minor: true, message: { ...key("others"), params: { total: 3 } } });
});
it("lists are new up to the limit and prove nothing after it", () => {
  expect(on(0, 0, 14).status).toBe("pass");
  expect(on(0, 0, 14.001)).toMatchObject({ status: "unknown", reason: "stale", remedy: "refresh", message: key("stale") });
  expect(on(5, 0, 15).status).toBe("unknown");
});
it("lists from the future prove nothing, but a clock that is hours apart is no matter", () => {
  expect(on(0, 0, -2).status).toBe("unknown");
  expect(on(0, 0, -0.5).status).toBe("pass");
});

it("nothing waiting is not believed when nothing has arrived for long", () => {
  const idle = (days: number | null, total = 0, security = 0) =>
    verdictOf("os-patches", {
      facts: knownFact("pending-updates", {
        manager: "apt",
        total,
        security,
        names: [],
        listsAt: daysBefore(1),
        lastInstalledAt: days === null ? null : daysBefore(days),
      }),
      settings: { maxInstallAgeDays: 90 },
    });
  expect(idle(90).status).toBe("pass");
  expect(idle(90.5)).toMatchObject({ status: "fail", minor: true, remedy: "refresh", message: { ...key("longAgo"), params: { days: 90 } } });
  expect(idle(null).status).toBe("pass");
  expect(idle(-5).status).toBe("pass");
  expect(idle(400, 2)).toMatchObject({ message: key("others") });
  expect(idle(400, 2, 1)).toMatchObject({ message: key("security") });
});

it("lists that their maker no longer vouches for prove nothing, whatever their age", () => {
  const until = (days: number | null) =>
    verdictOf("os-patches", {
      facts: knownFact("pending-updates", {
        manager: "apt",
        total: 0,
        security: 0,
        names: [],
        listsAt: daysBefore(8),
        listsUntil: days === null ? null : daysBefore(days),
        lastInstalledAt: null,
      }),
    });
  expect(until(null).status).toBe("pass");
  expect(until(-1).status).toBe("pass");
  expect(until(0.1)).toMatchObject({ status: "unknown", reason: "stale", remedy: "refresh", message: key("stale") });
});

it("a row that could not be read may be a security update", () => {
  const unread = (security: number) =>
    verdictOf("os-patches", {
      facts: knownFact("pending-updates", {
        manager: "apt",
        total: 2,
        security,
        unread: 1,
        names: [],
        listsAt: daysBefore(1),
        lastInstalledAt: null,
      }),
    });
  expect(unread(0)).toMatchObject({ status: "unknown", reason: "unparsed", remedy: "update", message: { ...key("unread"), params: { unread: 1 } } });
  expect(unread(1)).toMatchObject({ status: "fail", message: key("security") });
});

it("what could not be seen for want of lists has a way out", () => {
  const unseen = (reason: "stale" | "not-supported" | "timeout") =>
    verdictOf("os-patches", { facts: { "pending-updates": fact("pending-updates", unknown(reason, "lists")) } });
  expect(unseen("stale")).toMatchObject({ status: "unknown", reason: "stale", remedy: "refresh", message: key("outOfReach") });
  expect(unseen("not-supported")).toMatchObject({ status: "unknown", remedy: "refresh" });
  expect(unseen("timeout")).toEqual({ status: "unknown", message: { key: "unknown.timeout" }, reason: "timeout" });
});

describe("nothing waiting is not believed when what is installed is old in itself", () => {
  const built = (newestAt: string | null, supersededAt: string | null, more: { security?: number; total?: number; lists?: number } = {}) =>
    verdictOf("os-patches", {
      facts: knownFact("pending-updates", {
        manager: "Windows Update",
        total: more.total ?? 0,
        security: more.security ?? 0,
        names: [],
        listsAt: daysBefore(more.lists ?? 1),
        // Definitions of Defender renew it daily.
        lastInstalledAt: daysBefore(0),
        system: { newestAt, supersededAt },
      }),
      settings: { maxBuildAgeDays: 60, failBuildAgeDays: 180 },
    });
  it("a month and a half is an update or two, then it warns, then it fails", () => {
    expect(built(daysBefore(41), null).status).toBe("pass");
    expect(built(daysBefore(60), null).status).toBe("pass");
    expect(built(daysBefore(60.5), null)).toMatchObject({ status: "fail", minor: true, message: { ...key("agingBuild"), params: { days: 60 } } });
    expect(built(daysBefore(180.5), null)).toMatchObject({
      status: "fail",
      remedy: "get-through",
      message: { ...key("oldBuild"), params: { days: 180 } },
    });
    expect(built(daysBefore(180.5), null)).not.toHaveProperty("minor");
  });
  it("an old build fails however old the lists are, and known security updates go before it", () => {
    expect(built(daysBefore(800), null, { lists: 300 })).toMatchObject({ status: "fail", message: key("oldBuild") });
    expect(built(daysBefore(800), null, { total: 1, security: 1 })).toMatchObject({ message: key("security") });
  });
  it("files of today do not make a build new that was followed long ago", () => {
    expect(built(daysBefore(2), daysBefore(540.5))).toMatchObject({ status: "fail", message: { ...key("oldBuild"), params: { days: 540 } } });
    expect(built(daysBefore(2), daysBefore(540)).status).toBe("pass");
  });
  it("no proof of its age, or one from the future, is could not check, unless updates are known to wait", () => {
    expect(built(null, null)).toMatchObject({ status: "unknown", reason: "failed", message: key("buildUnseen") });
    expect(built(daysBefore(-3), null)).toMatchObject({ status: "unknown", message: key("buildUnseen") });
    expect(built(null, null, { total: 2 })).toMatchObject({ status: "unknown", message: key("buildUnseen") });
    expect(built(null, null, { total: 2, security: 1 })).toMatchObject({ message: key("security") });
  });
});
