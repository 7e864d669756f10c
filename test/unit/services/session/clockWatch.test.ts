import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Judgment } from "../../../../electron/services/judgeRun.ts";
import { watchClocks } from "../../../../electron/services/session/clockWatch.ts";

const second = 1_000;
const minute = 60 * second;
const begin = Date.parse("2026-11-24T09:00:00.000Z");

/** A PC whose clock can be set, and on which time can pass unseen, as it does in sleep. */
function pc(decisionMinutes: number | null) {
  let setBy = 0;
  const wall = () => Date.now() + setBy;
  const until = (ms: number) => ({ decision: { validUntil: new Date(wall() + ms).toISOString() } }) as unknown as Judgment;
  let judgment = decisionMinutes === null ? null : until(decisionMinutes * minute);
  const ended: [string, number][] = [];
  const soon: number[] = [];
  const watch = watchClocks({
    wall,
    decided: () => ({ judgment, now: new Date(wall()) }),
    onSoon: () => soon.push((Date.now() - begin) / second),
    onEnd: (because) => {
      ended.push([because, (Date.now() - begin) / second]);
      judgment = null;
    },
  });
  return {
    watch,
    ended,
    soon,
    decide: (minutes: number) => {
      judgment = until(minutes * minute);
    },
    /** The clock is set, or goes on while the PC sleeps and no program runs. */
    jump: (ms: number) => {
      setBy += ms;
    },
  };
}

describe("the watch of the clocks", () => {
  beforeEach(() => void vi.useFakeTimers({ now: begin }));
  afterEach(() => void vi.useRealTimers());

  it("ends a decision when its time has passed, once, and not earlier", async () => {
    const { ended } = pc(15);
    await vi.advanceTimersByTimeAsync(15 * minute - 100);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(ended).toHaveLength(1);
    expect(ended[0]?.[0]).toBe("time");
    expect(ended[0]?.[1]).toBeLessThanOrEqual(15 * 60 + 0.2);
  });

  it("says once for each decision that its end is near, in time for a look, and not again within a minute", async () => {
    const { soon, ended, decide } = pc(15);
    await vi.advanceTimersByTimeAsync(15 * minute - 21 * second);
    expect(soon).toEqual([]);
    await vi.advanceTimersByTimeAsync(10 * second);
    expect(soon).toHaveLength(1);
    expect(15 * 60 - (soon[0] ?? 0)).toBeGreaterThanOrEqual(12);
    expect(ended).toEqual([]);
    // A decision that ends as soon as the one before: by an exception, which no look makes longer.
    decide(0.2);
    await vi.advanceTimersByTimeAsync(11 * second);
    expect(soon).toHaveLength(1);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(minute);
    decide(15);
    await vi.advanceTimersByTimeAsync(15 * minute - 5 * second);
    expect(soon).toHaveLength(2);
  });

  it("ends the next decision too, and a short one within five seconds", async () => {
    const { ended, decide } = pc(15);
    await vi.advanceTimersByTimeAsync(16 * minute);
    decide(15);
    await vi.advanceTimersByTimeAsync(16 * minute);
    decide(0.01);
    await vi.advanceTimersByTimeAsync(6 * second);
    expect(ended.map(([because]) => because)).toEqual(["time", "time", "time"]);
  });

  it("says nothing without a decision, whatever time passes", async () => {
    const { ended } = pc(null);
    await vi.advanceTimersByTimeAsync(24 * 60 * minute);
    expect(ended).toEqual([]);
  });

  it.each([
    ["40 seconds", 40 * second],
    ["eight hours", 8 * 60 * minute],
  ])("takes a clock that is %s further than it should be for sleep, although no event came", async (_, ms) => {
    const { ended, jump } = pc(15);
    await vi.advanceTimersByTimeAsync(minute);
    jump(ms);
    await vi.advanceTimersByTimeAsync(6 * second);
    expect(ended.map(([because]) => because)).toEqual(["resume"]);
  });

  it("ends what is decided when the clock was set back: its end would come too late", async () => {
    const { ended, jump } = pc(15);
    await vi.advanceTimersByTimeAsync(minute);
    jump(-2 * 60 * minute);
    await vi.advanceTimersByTimeAsync(6 * second);
    expect(ended.map(([because]) => because)).toEqual(["time"]);
  });

  it.each([2, -2, 20, -20])("lets a clock that a time server moves by %d seconds pass, and gains no time by it", async (seconds) => {
    const { ended, jump } = pc(15);
    await vi.advanceTimersByTimeAsync(minute);
    jump(seconds * second);
    await vi.advanceTimersByTimeAsync(minute);
    expect(ended).toEqual([]);
    await vi.advanceTimersByTimeAsync(13 * minute + second);
    expect(ended.map(([because]) => because)).toEqual(["time"]);
  });

  it("takes the OS's word and the clock's gap for one sleep, in either order", async () => {
    const first = pc(15);
    await vi.advanceTimersByTimeAsync(minute);
    first.jump(60 * minute);
    first.watch.resumed();
    await vi.advanceTimersByTimeAsync(minute);
    expect(first.ended.map(([because]) => because)).toEqual(["resume"]);

    const second = pc(15);
    await vi.advanceTimersByTimeAsync(minute);
    second.jump(60 * minute);
    await vi.advanceTimersByTimeAsync(6_000);
    second.watch.resumed();
    expect(second.ended.map(([because]) => because)).toEqual(["resume"]);
  });

  it("tells of each of two sleeps", async () => {
    const { ended, watch, jump, decide } = pc(15);
    jump(minute);
    watch.resumed();
    decide(15);
    await vi.advanceTimersByTimeAsync(3_000);
    jump(minute);
    watch.resumed();
    expect(ended.map(([because]) => because)).toEqual(["resume", "resume"]);
  });

  it("does nothing after its end", async () => {
    const { ended, watch } = pc(15);
    watch.end();
    await vi.advanceTimersByTimeAsync(60 * minute);
    expect(ended).toEqual([]);
  });
});
