/** A change comes as a burst: begin when it has been quiet for this long, */
const quietMs = 60;
/** but this long after its first sign at the latest. */
const patienceMs = 150;
/** While somebody else's run is under way. */
const busyMs = 100;
/** So many runs may follow each other at once; */
const mostAtOnce = 8;
/** then one in this time: a loose cable or a Wi-Fi at its edge gives 12 runs a minute. */
const refillMs = 5_000;

export interface Pace<T> {
  /** Something happened: the work is to be done for it, soon. */
  sign(what: T): void;
  /** Resolves when nothing is left to do. */
  settled(): Promise<void>;
  /** Nothing more is begun. */
  stop(): void;
}

/**
 * Does the work once for a burst of signs, with all that was signed, and not too often for what flaps. A sign during the work, or while it was
 * refused as busy, is kept. `work` never rejects.
 */
export function paced<T>(work: (signs: ReadonlySet<T>) => Promise<"done" | "busy">): Pace<T> {
  let pending = new Set<T>();
  let waiting: (() => void)[] = [];
  let stopped = false;
  let working = false;
  let firstSign: number | null = null;
  let left = mostAtOnce;
  let counted = performance.now();
  let timer: NodeJS.Timeout | undefined;

  const settle = () => {
    const all = waiting;
    waiting = [];
    for (const tell of all) tell();
  };
  const workIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void begin(), ms);
  };
  const plan = () => {
    if (firstSign === null || working || stopped) return;
    const now = performance.now();
    left = Math.min(mostAtOnce, left + (now - counted) / refillMs);
    counted = now;
    workIn(Math.max(0, Math.min(quietMs, firstSign + patienceMs - now), (1 - left) * refillMs));
  };
  const begin = async () => {
    const signs = pending;
    pending = new Set();
    firstSign = null;
    working = true;
    const answer = await work(signs);
    working = false;
    if (stopped) return;
    if (answer === "busy") {
      for (const sign of signs) pending.add(sign);
      return workIn(busyMs);
    }
    left -= 1;
    if (firstSign === null) settle();
    else plan();
  };
  return {
    sign(what) {
      if (stopped) return;
      pending.add(what);
      firstSign ??= performance.now();
      plan();
    },
    settled: () => (stopped || (pending.size === 0 && !working) ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
    stop() {
      stopped = true;
      clearTimeout(timer);
      settle();
    },
  };
}
