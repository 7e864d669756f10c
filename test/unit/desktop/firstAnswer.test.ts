import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createFirstAnswer } from "../../../electron/desktop/firstAnswer.ts";
import type { Standing } from "../../../electron/desktop/standing.ts";

describe("the first answer after log-in", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    [["idle", "checking", "go"], "go"],
    [["idle", "checking", "stop", "go"], "other"],
    [["checking", "caution"], "other"],
    [["checking", "failed"], "other"],
    [["checking", "cancelled"], "other"],
  ] as const)("after %j is %s", async (standings, answer) => {
    const first = createFirstAnswer();
    for (const standing of standings satisfies readonly Standing[]) first.hear(standing);
    expect(await first.answer).toBe(answer);
  });

  it("is not green when none has come for a minute", async () => {
    const first = createFirstAnswer(60_000);
    first.hear("checking");
    vi.advanceTimersByTime(60_000);
    expect(await first.answer).toBe("other");
  });
});
