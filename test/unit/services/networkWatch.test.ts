import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Check } from "../../../electron/checks/check.ts";
import { checks } from "../../../electron/checks/registry.ts";
import { networkFactIds } from "../../../electron/probes/probe.ts";
import { checksOn } from "../../../electron/services/liveChecks.ts";
import { watchNetwork } from "../../../electron/services/networkWatch.ts";

function machine() {
  const told: (() => void)[] = [];
  const ended = vi.fn();
  const host = {
    watchNetwork: (onChange: () => void) => {
      told.push(onChange);
      return ended;
    },
  };
  const change = () => {
    for (const tell of told) tell();
  };
  return { host, ended, change };
}
const slowRun = (ms: number) => vi.fn(() => new Promise<{ ok: true }>((resolve) => setTimeout(() => resolve({ ok: true }), ms)));

describe("the watch of the network", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("stays quiet without a change", async () => {
    const run = slowRun(100);
    watchNetwork(machine().host, { run }, checks);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).not.toHaveBeenCalled();
  });

  it("begins within 150 ms, however long the burst lasts", async () => {
    const run = slowRun(100);
    const pc = machine();
    watchNetwork(pc.host, { run }, checks);
    pc.change();
    for (let at = 0; at < 150; at += 10) {
      await vi.advanceTimersByTimeAsync(10);
      pc.change();
    }
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("runs once for one burst that is over at once", async () => {
    const run = slowRun(100);
    const pc = machine();
    watchNetwork(pc.host, { run }, checks);
    for (let sign = 0; sign < 50; sign += 1) pc.change();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("looks only at what rests on the network", async () => {
    const run = slowRun(100);
    const pc = machine();
    const made = [
      { id: "on-route", needs: ["route"], looksAt: [] },
      { id: "on-vpn", needs: ["firewall"], looksAt: ["vpn"] },
      { id: "on-disk", needs: ["disk-encryption"], looksAt: ["firewall"] },
    ] as unknown as readonly Check[];
    watchNetwork(pc.host, { run }, made);
    pc.change();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(run).toHaveBeenCalledExactlyOnceWith({ checks: ["on-route", "on-vpn"] });
  });

  it("does not ask again for what is slow and has nothing to do with it", () => {
    const asked = checksOn(checks, networkFactIds).map(({ id }) => id);
    expect(asked).toEqual(expect.arrayContaining(["vpn", "wifi-security"]));
    expect(asked).not.toContain("os-patches");
    expect(asked).not.toContain("disk-encryption");
  });

  it("keeps a change that came during its own run", async () => {
    const run = slowRun(1_000);
    const pc = machine();
    watchNetwork(pc.host, { run }, checks);
    pc.change();
    await vi.advanceTimersByTimeAsync(500);
    pc.change();
    await vi.advanceTimersByTimeAsync(300);
    expect(run).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it("keeps a change that came during somebody else's run, and begins at its end", async () => {
    let busyUntil = 3_000;
    const started: number[] = [];
    const begin = performance.now();
    const run = vi.fn(async () => {
      if (performance.now() - begin < busyUntil) return { ok: false as const, code: "busy" as const };
      started.push(performance.now() - begin);
      busyUntil = 0;
      return { ok: true as const };
    });
    const pc = machine();
    watchNetwork(pc.host, { run }, checks);
    pc.change();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(started).toHaveLength(1);
    expect(started[0]).toBeLessThanOrEqual(3_200);
  });

  it("is not flooded by a network that flaps, and does not fall asleep over it", async () => {
    const run = slowRun(100);
    const pc = machine();
    watchNetwork(pc.host, { run }, checks);
    for (let at = 0; at < 60_000; at += 50) {
      pc.change();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(run.mock.calls.length).toBeGreaterThanOrEqual(12);
    expect(run.mock.calls.length).toBeLessThanOrEqual(21);
    const during = run.mock.calls.length;
    await vi.advanceTimersByTimeAsync(40_000);
    // The last change of the flapping is looked at too, and after a calm time the next one is fast again.
    expect(run.mock.calls.length).toBeLessThanOrEqual(during + 1);
    const before = run.mock.calls.length;
    pc.change();
    await vi.advanceTimersByTimeAsync(150);
    expect(run.mock.calls.length).toBe(before + 1);
  });

  it("is fast again and again for changes that are some seconds apart", async () => {
    const run = slowRun(100);
    const pc = machine();
    watchNetwork(pc.host, { run }, checks);
    for (let change = 1; change <= 20; change += 1) {
      pc.change();
      await vi.advanceTimersByTimeAsync(150);
      expect(run).toHaveBeenCalledTimes(change);
      await vi.advanceTimersByTimeAsync(5_000);
    }
  });

  it("does nothing after its end, whatever was pending", async () => {
    const run = slowRun(100);
    const pc = machine();
    const end = watchNetwork(pc.host, { run }, checks);
    pc.change();
    end();
    pc.change();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(run).not.toHaveBeenCalled();
    expect(pc.ended).toHaveBeenCalledTimes(1);
  });
});
