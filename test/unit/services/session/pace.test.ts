import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { paced } from "../../../../electron/services/session/pace.ts";

const slowWork = (ms: number) =>
  vi.fn((_signs: ReadonlySet<string>) => new Promise<"done" | "busy">((resolve) => setTimeout(() => resolve("done"), ms)));

describe("work after signs that come in bursts", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("is not done without a sign", async () => {
    const work = slowWork(100);
    paced(work);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(work).not.toHaveBeenCalled();
  });

  it("begins within 150 ms, however long the burst lasts", async () => {
    const work = slowWork(100);
    const pace = paced(work);
    pace.sign("network");
    for (let at = 0; at < 150; at += 10) {
      await vi.advanceTimersByTimeAsync(10);
      pace.sign("network");
    }
    expect(work).toHaveBeenCalledTimes(1);
  });

  it("is done once for one burst that is over at once, for all that was signed", async () => {
    const work = slowWork(100);
    const pace = paced(work);
    for (let sign = 0; sign < 50; sign += 1) pace.sign(sign % 2 ? "network" : "policy");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(1);
    expect([...(work.mock.calls[0]?.[0] ?? [])].sort()).toEqual(["network", "policy"]);
  });

  it("is done again for a sign that came while it was done", async () => {
    const work = slowWork(1_000);
    const pace = paced(work);
    pace.sign("network");
    await vi.advanceTimersByTimeAsync(500);
    pace.sign("network");
    await vi.advanceTimersByTimeAsync(300);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it("keeps what it was asked for while it was refused as busy, and begins when it no longer is", async () => {
    const begin = performance.now();
    const done: [number, readonly string[]][] = [];
    const pace = paced<string>(async (signs) => {
      const at = performance.now() - begin;
      if (at < 3_000) return "busy";
      done.push([at, [...signs].sort()]);
      return "done";
    });
    pace.sign("network");
    await vi.advanceTimersByTimeAsync(1_000);
    pace.sign("unlock");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done.map(([, signs]) => signs)).toEqual([["network", "unlock"]]);
    expect(done[0]?.[0]).toBeLessThanOrEqual(3_200);
  });

  it("is not flooded by what flaps, and does not fall asleep over it", async () => {
    const work = slowWork(100);
    const pace = paced(work);
    for (let at = 0; at < 60_000; at += 50) {
      pace.sign("network");
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(work.mock.calls.length).toBeGreaterThanOrEqual(12);
    expect(work.mock.calls.length).toBeLessThanOrEqual(21);
    const during = work.mock.calls.length;
    await vi.advanceTimersByTimeAsync(40_000);
    // The last sign of the flapping is worked on too, and after a calm time the next one is fast again.
    expect(work.mock.calls.length).toBeLessThanOrEqual(during + 1);
    const before = work.mock.calls.length;
    pace.sign("network");
    await vi.advanceTimersByTimeAsync(150);
    expect(work.mock.calls.length).toBe(before + 1);
  });

  it("is fast again and again for signs that are some seconds apart", async () => {
    const work = slowWork(100);
    const pace = paced(work);
    for (let change = 1; change <= 20; change += 1) {
      pace.sign("network");
      await vi.advanceTimersByTimeAsync(150);
      expect(work).toHaveBeenCalledTimes(change);
      await vi.advanceTimersByTimeAsync(5_000);
    }
  });

  it("is settled when nothing is left to do, also after the end", async () => {
    const pace = paced(slowWork(100));
    await pace.settled();
    const told = vi.fn();
    pace.sign("network");
    void pace.settled().then(told);
    await vi.advanceTimersByTimeAsync(120);
    expect(told).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(100);
    expect(told).toHaveBeenCalledTimes(1);
    pace.sign("network");
    void pace.settled().then(told);
    pace.stop();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveBeenCalledTimes(2);
  });

  it("is never begun after the end", async () => {
    const work = slowWork(100);
    const pace = paced(work);
    pace.sign("network");
    pace.stop();
    pace.sign("network");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(work).not.toHaveBeenCalled();
  });
});
