/**
 * Lets at most `limit` pieces of work run at once; the others wait for their turn in the order in which they came. Whoever gives up while waiting
 * is let through at once, to see its signal for itself.
 */
export function atOnce(limit: number): <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = (signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const go = () => {
        signal.removeEventListener("abort", giveUp);
        running++;
        resolve();
      };
      const giveUp = () => {
        waiting.splice(waiting.indexOf(go), 1);
        go();
      };
      if (running < limit || signal.aborted) return go();
      waiting.push(go);
      signal.addEventListener("abort", giveUp, { once: true });
    });
  return async (work, signal) => {
    await turn(signal);
    try {
      return await work();
    } finally {
      running--;
      if (running < limit) waiting.shift()?.();
    }
  };
}
