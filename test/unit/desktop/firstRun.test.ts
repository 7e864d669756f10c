import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { startFirstRun } from "../../../electron/desktop/firstRun.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function stage() {
  const page = new EventEmitter();
  const run = vi.fn();
  startFirstRun(page as never, run, 1_500);
  return { page, run };
}

it("starts the first run when the page stands, once", () => {
  const { page, run } = stage();
  expect(run).not.toHaveBeenCalled();
  page.emit("dom-ready");
  page.emit("dom-ready");
  vi.advanceTimersByTime(10_000);
  expect(run).toHaveBeenCalledTimes(1);
});

it("starts it without a page too, after a while", () => {
  const { page, run } = stage();
  vi.advanceTimersByTime(1_500);
  expect(run).toHaveBeenCalledTimes(1);
  page.emit("dom-ready");
  expect(run).toHaveBeenCalledTimes(1);
});
