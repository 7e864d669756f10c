import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { noticeText } from "../../../../electron/services/session/noticeText.ts";
import { watchForNotices } from "../../../../electron/services/session/notifier.ts";
import { decideNotice, type Notice, noticeOf, type Standing, standingOf } from "../../../../electron/services/session/notify.ts";
import type { Light } from "../../../../shared/decision.ts";
import type { SessionEnd } from "../../../../shared/session.ts";
import type { Snapshot } from "../../../../shared/snapshot.ts";
import { exampleSnapshot, fakeService } from "../../../support/fakeService.ts";

const severity = { go: 0, caution: 1, stop: 2 };
const example = exampleSnapshot();
const [one] = example.policyTexts.activities;
if (!one) throw new Error("the example has an activity");
const activities = ["mail", "records", "papers", "plans"].map((id) => ({ ...one, id, title: { ja: `${id}の業務`, en: `${id} work` } }));
const policyTexts = { ...example.policyTexts, activities };

/** The state after a run: a light for each activity, in order. */
function decided(lights: readonly Light[], ended: { readonly because: SessionEnd; readonly at: string } | null = null): Snapshot {
  const clearances = lights.map((light, index) => ({
    activityId: activities[index]?.id ?? "",
    light,
    blockedBy: [],
    cautionedBy: [],
    exceptions: [],
    validUntil: "2026-11-24T10:00:00.000Z",
  }));
  const light = [...lights].sort((a, b) => severity[b] - severity[a])[0] ?? "stop";
  const coverage = { evaluated: 1, unknown: 0, skipped: 0, declared: 0 };
  const decision = { light, clearances, coverage, integrity: [], validUntil: "2026-11-24T10:00:00.000Z" };
  return exampleSnapshot({ phase: { kind: "finished" }, policyTexts, decision, session: { ended } });
}
const running = () => exampleSnapshot({ phase: { kind: "running", done: 0, total: 9 }, policyTexts });
const failed = () => exampleSnapshot({ phase: { kind: "failed", detail: "x" }, policyTexts });
const standing = (snapshot: Snapshot): Standing => {
  const known = standingOf(snapshot);
  if (known === null) throw new Error("nothing is known");
  return known;
};
const between = (before: Snapshot, after: Snapshot) => noticeOf(standing(before), standing(after), after);
const vpnLost = { because: "vpn", at: "2026-11-24T09:30:00.000Z" } as const;

describe("what people are told of", () => {
  it.each<[string, readonly Light[], readonly Light[]]>([
    ["green that stays green", ["go", "go"], ["go", "go"]],
    ["red that turned green", ["stop", "stop"], ["go", "go"]],
    ["amber that stays amber", ["caution", "go"], ["caution", "go"]],
    ["red that stays red", ["stop", "go"], ["stop", "go"]],
    ["red that got less", ["stop", "stop"], ["stop", "caution"]],
  ])("is not %s", (_, before, after) => {
    expect(between(decided(before), decided(after, vpnLost))).toBeNull();
  });

  it("is work that can no longer be started, although other work was shut before", () => {
    expect(between(decided(["stop", "go", "caution"]), decided(["stop", "stop", "caution"], vpnLost))).toEqual({
      kind: "stop",
      urgency: "critical",
      because: "vpn",
      activities: [activities[1]?.title],
      all: false,
    });
  });

  it("is work that needs care now, and no louder than that beside work that was shut before", () => {
    const notice = between(decided(["stop", "go"]), decided(["stop", "caution"], vpnLost));
    expect(notice).toMatchObject({ kind: "caution", urgency: "normal", activities: [activities[1]?.title] });
  });

  it("names the worst alone, and says when nothing may be started", () => {
    const notice = between(decided(["go", "go"]), decided(["stop", "caution"], null));
    expect(notice).toMatchObject({ kind: "stop", because: null, activities: [activities[0]?.title], all: false });
    expect(between(decided(["go", "caution"]), decided(["stop", "stop"]))?.all).toBe(true);
  });

  it("does not name a reason that was told before", () => {
    expect(between(decided(["go"], vpnLost), decided(["stop"], vpnLost))?.because).toBeNull();
  });

  it("is a check that failed, once something could be started before", () => {
    expect(between(decided(["go", "stop"]), failed())).toMatchObject({ kind: "failed", urgency: "normal" });
    expect(between(decided(["stop", "stop"]), failed())).toBeNull();
    expect(between(failed(), decided(["stop", "stop"]))).toBeNull();
  });

  it("is nothing while nothing is known", () => {
    expect(standingOf(running())).toBeNull();
    expect(standingOf(exampleSnapshot())).toBeNull();
  });

  it("waits for the rest of the minute", () => {
    const sources = { before: standing(decided(["go"])), standing: standing(decided(["stop"])), snapshot: decided(["stop"]) };
    expect(decideNotice({ ...sources, now: 70_000, lastAt: 20_000 })).toEqual({ kind: "later", ms: 10_000 });
    expect(decideNotice({ ...sources, now: 80_000, lastAt: 20_000 }).kind).toBe("show");
    expect(decideNotice({ ...sources, now: 5, lastAt: null }).kind).toBe("show");
  });
});

describe("in the course of time", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  function watched() {
    const service = fakeService();
    const shown: Notice[] = [];
    const end = watchForNotices(service, (notice) => shown.push(notice));
    return { become: service.become, shown, end, subscribers: service.subscribers };
  }

  it("what the first check finds is no news", () => {
    const { become, shown } = watched();
    become(running());
    become(decided(["stop"]));
    expect(shown).toEqual([]);
  });

  it("20 changes within a minute are told once, and what is left at its end once more", async () => {
    const { become, shown } = watched();
    become(decided(["go"]));
    for (let change = 0; change < 20; change += 1) {
      become(running());
      become(decided([change % 2 === 0 ? "stop" : "go"]));
      await vi.advanceTimersByTimeAsync(2_900);
    }
    expect(shown).toHaveLength(1);
    become(running());
    become(decided(["stop"]));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(shown).toHaveLength(2);
  });

  it("what was well again at the end of the minute is not told", async () => {
    const { become, shown } = watched();
    become(decided(["go"]));
    become(decided(["caution"]));
    become(decided(["stop"]));
    await vi.advanceTimersByTimeAsync(30_000);
    become(decided(["go"]));
    await vi.advanceTimersByTimeAsync(600_000);
    expect(shown.map(({ kind }) => kind)).toEqual(["caution"]);
  });

  it("a minute that ends while it is checked waits for the answer", async () => {
    const { become, shown } = watched();
    become(decided(["go"]));
    become(decided(["caution"]));
    become(decided(["stop"]));
    become(running());
    await vi.advanceTimersByTimeAsync(90_000);
    expect(shown).toHaveLength(1);
    become(decided(["stop"]));
    expect(shown.map(({ kind }) => kind)).toEqual(["caution", "stop"]);
  });

  it("nothing is told after the end", async () => {
    const { become, shown, end, subscribers } = watched();
    become(decided(["go"]));
    become(decided(["caution"]));
    become(decided(["stop"]));
    end();
    await vi.advanceTimersByTimeAsync(90_000);
    expect(shown).toHaveLength(1);
    expect(subscribers()).toBe(0);
  });
});

describe("the words", () => {
  const notice: Notice = { kind: "stop", urgency: "critical", because: "vpn", activities: activities.map(({ title }) => title), all: false };

  it("say what, why, which work and what to do", () => {
    expect(noticeText(notice, "ja", "windows")).toEqual({
      title: "始められなくなった業務があります",
      body: "VPN が切れたため、点検しなおしました。\n始められない業務: mailの業務、recordsの業務、papersの業務、ほか 1 件\nPreflight を開いて、することを確かめてください。",
    });
    expect(noticeText({ ...notice, activities: notice.activities.slice(0, 2), all: true }, "en", "windows")).toEqual({
      title: "You cannot start any work now",
      body: "The VPN was disconnected, so it was checked again.\nCannot be started: mail work, records work\nOpen Preflight to see what to do.",
    });
  });

  it("of a check that failed blame no network", () => {
    const { title, body } = noticeText({ ...notice, kind: "failed", activities: [] }, "ja", "linux");
    expect(title).toBe("点検できませんでした");
    expect(body).not.toContain("VPN");
  });

  it("are no markup on Linux, and steer nothing", () => {
    const title = { ja: '<a href="https://x">押す</a>&amp;\u202eabc\u0007{{count}}', en: "" };
    const { body } = noticeText({ ...notice, activities: [title] }, "ja", "linux");
    for (const mark of ["<", ">", "&", "\u202e", "\u0007"]) expect(body).not.toContain(mark);
    expect(body).toContain("＜a href");
    expect(body).toContain("{{count}}");
  });

  it("of long titles stay short", () => {
    const { body } = noticeText({ ...notice, activities: [{ ja: "長".repeat(500), en: "" }] }, "ja", "linux");
    expect(body.length).toBeLessThan(200);
  });
});
