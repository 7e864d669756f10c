import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { latestOnly } from "../../../electron/desktop/latestOnly.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("values that come quickly", () => {
  const stage = () => {
    const sent: number[] = [];
    return { sent, ...latestOnly<number>((value) => sent.push(value), 50) };
  };

  it("are handed on at once when it was quiet before", () => {
    const { sent, push } = stage();
    push(1);
    vi.advanceTimersByTime(51);
    push(2);
    expect(sent).toEqual([1, 2]);
  });

  it("are handed on every 50 ms while they keep coming, the latest of them", () => {
    const { sent, push } = stage();
    for (let value = 1; value <= 12; value += 1) {
      push(value);
      vi.advanceTimersByTime(10);
    }
    expect(sent).toEqual([1, 5, 10]);
    vi.advanceTimersByTime(50);
    expect(sent).toEqual([1, 5, 10, 12]);
  });

  it("never lose the last one, and send nothing twice", () => {
    const { sent, push } = stage();
    push(1);
    push(2);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([1, 2]);
  });

  it("are no longer handed on when it has ended", () => {
    const { sent, push, end } = stage();
    push(1);
    push(2);
    end();
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([1]);
  });
});
