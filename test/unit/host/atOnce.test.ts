import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { atOnce } from "../../../electron/host/atOnce.ts";

const never = () => new AbortController().signal;

it("runs no more than the limit at once, and all of them in their order", async () => {
  const inTurn = atOnce(3);
  let running = 0;
  let most = 0;
  const done: number[] = [];
  const work = (number: number) => async () => {
    most = Math.max(most, ++running);
    await sleep(2);
    running--;
    done.push(number);
    return number;
  };
  const all = Array.from({ length: 20 }, (_, number) => number);
  expect(await Promise.all(all.map((number) => inTurn(work(number), never())))).toEqual(all);
  expect(most).toBe(3);
  expect(done).toEqual(all);
});

it("goes on after work that failed", async () => {
  const inTurn = atOnce(1);
  const failing = inTurn(() => Promise.reject(new Error("no")), never());
  const next = inTurn(async () => "yes", never());
  await expect(failing).rejects.toThrow("no");
  expect(await next).toBe("yes");
});

it("lets whoever gives up through at once, and nobody else with him", async () => {
  const inTurn = atOnce(1);
  let release: () => void = () => undefined;
  const first = inTurn(() => new Promise<void>((resolve) => (release = resolve)), never());
  const controller = new AbortController();
  const started: string[] = [];
  const second = inTurn(async () => started.push("second"), controller.signal);
  const third = inTurn(async () => started.push("third"), never());
  await sleep(1);
  expect(started).toEqual([]);
  controller.abort();
  await second;
  expect(started).toEqual(["second"]);
  release();
  await Promise.all([first, third]);
  expect(started).toEqual(["second", "third"]);
});
