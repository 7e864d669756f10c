import { setTimeout as after } from "node:timers/promises";

/**
 * What a task gives; an error where it takes longer than that. Not read from a clock: a busy machine holds up the timer of the limit as it holds up the task, and two
 * timers of one process end in their order.
 */
export async function inTime<T>(task: Promise<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  const late = after(ms, undefined, { signal: controller.signal }).then(() => {
    throw new Error(`not within ${ms} ms`);
  });
  try {
    return await Promise.race([task, late]);
  } finally {
    late.catch(() => undefined);
    controller.abort();
  }
}

/** The time of the processor, in ms, that some work of this process takes: what others do beside it does not count. */
export function processorMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
