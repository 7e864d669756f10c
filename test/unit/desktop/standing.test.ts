import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { standingOf } from "../../../electron/desktop/standing.ts";
import { watchStanding } from "../../../electron/desktop/standingWatch.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { exampleSnapshot, fakeService } from "../../support/fakeService.ts";

const decided = (light: "go" | "caution" | "stop", validUntil = "2026-11-24T00:15:00.000Z"): Snapshot =>
  exampleSnapshot({
    phase: { kind: "finished" },
    decision: { light, clearances: [], coverage: { evaluated: 1, unknown: 0, skipped: 0, declared: 0 }, integrity: [], validUntil },
  });

describe("how things stand", () => {
  it.each(["go", "caution", "stop"] as const)("is the light of a current decision: %s", (light) => {
    expect(standingOf(decided(light), false)).toBe(light);
  });

  // A wrong green is the worst that there is: whatever is not a current decision has no light.
  it.each([
    ["its time is over", decided("go"), true, "expired"],
    ["a run is under way", { ...decided("go"), phase: { kind: "running", done: 1, total: 3 } }, false, "checking"],
    ["the run failed", { ...decided("go"), phase: { kind: "failed", detail: "" } }, false, "failed"],
    ["the run was stopped", { ...decided("go"), phase: { kind: "cancelled" } }, false, "cancelled"],
    ["nothing was decided", { ...decided("go"), decision: null }, false, "idle"],
  ] as const)("is never green when %s", (_why, snapshot, over, expected) => {
    expect(standingOf(snapshot, over)).toBe(expected);
  });
});

describe("watching it", () => {
  let wall = Date.parse("2026-11-24T00:00:00.000Z");
  let steady = 0;
  const clocks = { wall: () => wall, steady: () => steady };
  const pass = (ms: number, clock: { readonly wall?: number } = {}) => {
    wall += clock.wall ?? ms;
    steady += ms;
    vi.advanceTimersByTime(ms);
  };
  beforeEach(() => {
    vi.useFakeTimers();
    wall = Date.parse("2026-11-24T00:00:00.000Z");
    steady = 0;
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const watched = () => {
    const service = fakeService();
    const heard: string[] = [];
    const end = watchStanding(service, clocks, (standing) => heard.push(standing));
    return { service, heard, end };
  };

  it("tells at once, at every change, and when the light's time is over", () => {
    const { service, heard } = watched();
    service.become(decided("go"));
    expect(heard).toEqual(["idle", "go"]);
    pass(15 * 60_000 - 1000);
    expect(heard).toEqual(["idle", "go"]);
    pass(2_000);
    expect(heard).toEqual(["idle", "go", "expired"]);
    // The same decision told again does not light up again.
    service.become(decided("go"));
    expect(heard.at(-1)).toBe("expired");
  });

  it("is not prolonged by a clock that is set back", () => {
    const { service, heard } = watched();
    service.become(decided("go"));
    pass(10 * 60_000, { wall: -60 * 60_000 });
    pass(6 * 60_000);
    expect(heard.at(-1)).toBe("expired");
  });

  it("ends with its subscription and its timer", () => {
    const { service, heard, end } = watched();
    service.become(decided("go"));
    end();
    expect(service.subscribers()).toBe(0);
    pass(20 * 60_000);
    expect(heard).toEqual(["idle", "go"]);
  });
});
