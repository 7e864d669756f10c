import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lockTimes } from "../../../../electron/services/session/lockTimes.ts";

const minute = 60_000;
function screen(minutes: number) {
  let setBy = 0;
  const ended = vi.fn();
  const locks = lockTimes({ wall: () => Date.now() + setBy, minutes: () => minutes, onEnd: ended });
  return {
    locks,
    ended,
    jump: (ms: number) => {
      setBy += ms;
    },
  };
}

describe("how long the screen was locked", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    [15, 14, 0],
    [15, 15, 1],
    [15, 600, 1],
    [0, 0, 1],
  ])("with %d minutes allowed, %d minutes locked end the clearances %d times", async (allowed, locked, times) => {
    const { locks, ended } = screen(allowed);
    locks.locked();
    await vi.advanceTimersByTimeAsync(locked * minute);
    expect(ended).not.toHaveBeenCalled();
    locks.unlocked();
    expect(ended).toHaveBeenCalledTimes(times);
  });

  it("counts from the first word of a lock, and tells of one unlock once", async () => {
    const { locks, ended } = screen(15);
    locks.locked("/a");
    await vi.advanceTimersByTimeAsync(10 * minute);
    locks.locked("/a");
    await vi.advanceTimersByTimeAsync(6 * minute);
    locks.unlocked("/a");
    locks.unlocked("/a");
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it("counts hours asleep, in which the steady clock stood still", () => {
    const { locks, ended, jump } = screen(15);
    locks.locked();
    jump(8 * 60 * minute);
    locks.unlocked();
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it("does not trust a clock that was set back meanwhile", async () => {
    const { locks, ended, jump } = screen(15);
    locks.locked();
    await vi.advanceTimersByTimeAsync(minute);
    jump(-60 * minute);
    locks.unlocked();
    expect(ended).toHaveBeenCalledTimes(1);
  });

  it("counts each screen by itself", async () => {
    const { locks, ended } = screen(15);
    locks.locked("/mine");
    await vi.advanceTimersByTimeAsync(10 * minute);
    locks.locked("/other");
    await vi.advanceTimersByTimeAsync(6 * minute);
    locks.unlocked("/other");
    expect(ended).not.toHaveBeenCalled();
    locks.unlocked("/mine");
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
