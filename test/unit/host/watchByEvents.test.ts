import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NetworkEvent } from "../../../electron/host/networkEvents.ts";
import { watchByEvents } from "../../../electron/host/watchByEvents.ts";

/** A PC whose monitor prints what the test says, and whose network looks as the test says. */
function machine(options: { readonly monitor: boolean } = { monitor: true }) {
  let picture = "home";
  let tell: (line: string) => void = () => undefined;
  let stop: () => void = () => undefined;
  const endMonitor = vi.fn();
  const take = vi.fn(async () => picture);
  const parts = {
    monitor: options.monitor
      ? (onLine: (line: string) => void, onEnd: () => void) => {
          tell = onLine;
          stop = onEnd;
          return endMonitor;
        }
      : null,
    readEvent: (line: string) => line as NetworkEvent,
    picture: take,
  };
  return { parts, take, endMonitor, print: (line: NetworkEvent) => tell(line), move: (to: string) => (picture = to), endByItself: () => stop() };
}

describe("a watch by events", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it("tells a certain change at once", () => {
    const onChange = vi.fn();
    const pc = machine();
    watchByEvents(pc.parts, onChange);
    pc.print("change");
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it("looks after an event whether it matters, within 50 ms", async () => {
    const onChange = vi.fn();
    const pc = machine();
    watchByEvents(pc.parts, onChange);
    await vi.advanceTimersByTimeAsync(1_000);
    pc.print("look");
    await vi.advanceTimersByTimeAsync(50);
    expect(onChange).not.toHaveBeenCalled();
    pc.move("café");
    pc.print("look");
    await vi.advanceTimersByTimeAsync(50);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it("neither tells nor looks for what moves no traffic", async () => {
    const onChange = vi.fn();
    const pc = machine();
    watchByEvents(pc.parts, onChange);
    await vi.advanceTimersByTimeAsync(100);
    pc.take.mockClear();
    for (let line = 0; line < 1000; line += 1) pc.print("nothing");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onChange).not.toHaveBeenCalled();
    expect(pc.take).not.toHaveBeenCalled();
  });

  it("does not look at every line of a burst", async () => {
    const pc = machine();
    watchByEvents(pc.parts, vi.fn());
    for (let at = 0; at < 1_000; at += 1) {
      pc.print("look");
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(pc.take.mock.calls.length).toBeLessThanOrEqual(45);
  });

  it("finds name servers that follow an event without one of their own, within 250 ms", async () => {
    const onChange = vi.fn();
    const pc = machine();
    watchByEvents(pc.parts, onChange);
    await vi.advanceTimersByTimeAsync(10_000);
    pc.print("look");
    await vi.advanceTimersByTimeAsync(2_000);
    pc.move("home with other name servers");
    await vi.advanceTimersByTimeAsync(260);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it("sees with a deaf monitor after five seconds", async () => {
    const onChange = vi.fn();
    const pc = machine();
    watchByEvents(pc.parts, onChange);
    await vi.advanceTimersByTimeAsync(7_000);
    pc.move("café");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["without a monitor", false],
    ["when the monitor has ended", true],
  ])("sees %s after 250 ms", async (_, monitor) => {
    const onChange = vi.fn();
    const pc = machine({ monitor });
    watchByEvents(pc.parts, onChange);
    if (monitor) pc.endByItself();
    await vi.advanceTimersByTimeAsync(10_000);
    pc.move("café");
    await vi.advanceTimersByTimeAsync(260);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it("does not take a picture that failed for a change", async () => {
    const onChange = vi.fn();
    const pc = machine({ monitor: false });
    watchByEvents(pc.parts, onChange);
    await vi.advanceTimersByTimeAsync(1_000);
    pc.take.mockRejectedValueOnce(new Error("EMFILE"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onChange).not.toHaveBeenCalled();
    pc.move("café");
    await vi.advanceTimersByTimeAsync(260);
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it("says nothing of a picture that is ready only after the end", async () => {
    const onChange = vi.fn();
    const pc = machine({ monitor: false });
    const end = watchByEvents(pc.parts, onChange);
    await vi.advanceTimersByTimeAsync(100);
    pc.take.mockImplementationOnce(() => new Promise((resolve) => setTimeout(() => resolve("café"), 100)));
    await vi.advanceTimersByTimeAsync(200);
    end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(onChange).not.toHaveBeenCalled();
  });

  it("ends its monitor and is silent from then on", async () => {
    const onChange = vi.fn();
    const pc = machine();
    const end = watchByEvents(pc.parts, onChange);
    await vi.advanceTimersByTimeAsync(1_000);
    pc.print("look");
    end();
    pc.move("café");
    pc.print("change");
    pc.endByItself();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(pc.endMonitor).toHaveBeenCalledTimes(1);
    expect(onChange).not.toHaveBeenCalled();
  });
});
