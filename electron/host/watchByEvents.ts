import type { EventReader } from "./networkEvents.ts";

export interface WatchParts {
  /** Starts the OS's own monitor; null where there is none. Calls `onEnd` once when it ends by itself or cannot run. Returns what ends it. */
  readonly monitor: ((onLine: (line: string) => void, onEnd: () => void) => () => void) | null;
  readonly readEvent: EventReader;
  /** What the network looks like, as one comparable text. */
  readonly picture: () => Promise<string>;
}

/** Without a monitor, in milliseconds. */
const pollMs = 250;
/** Beside a monitor: for what it does not tell, and should it be deaf. */
const safetyMs = 5_000;
/** After an event, name servers and addresses follow within seconds, not all of them with an event of their own. */
const restlessMs = 3_000;
/** One event comes seldom alone. */
const gatherMs = 30;

/**
 * Tells when the network has changed: by the events of the OS, and by comparing pictures of it, often where there are no events and seldom where
 * there are. Starts at once. Returns the function that ends it.
 */
export function watchByEvents({ monitor, readEvent, picture }: WatchParts, onChange: () => void): () => void {
  let ended = false;
  let last: string | null = null;
  let looking = false;
  let again = false;
  let deaf = monitor === null;
  let restlessUntil = 0;
  let timer: NodeJS.Timeout | undefined;
  let soon: NodeJS.Timeout | undefined;

  const look = async () => {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    try {
      // A picture that could not be taken says nothing; the next one will.
      const current = await picture().catch(() => last);
      const changed = last !== null && current !== last;
      last = current;
      if (changed && !ended) onChange();
    } finally {
      looking = false;
    }
    if (again && !ended) {
      again = false;
      lookSoon();
    }
  };
  const lookSoon = () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      void look();
    }, gatherMs);
  };
  const lookLater = () => {
    clearTimeout(timer);
    if (ended) return;
    const often = deaf || performance.now() < restlessUntil;
    timer = setTimeout(() => void look().then(lookLater), often ? pollMs : safetyMs);
  };
  const onLine = (line: string) => {
    const event = readEvent(line);
    if (event === "nothing" || ended) return;
    const calm = performance.now() >= restlessUntil;
    restlessUntil = performance.now() + restlessMs;
    if (calm) lookLater();
    if (event === "change") onChange();
    lookSoon();
  };
  const endMonitor = monitor?.(onLine, () => {
    deaf = true;
    lookLater();
  });
  void look();
  lookLater();
  return () => {
    ended = true;
    clearTimeout(timer);
    clearTimeout(soon);
    endMonitor?.();
  };
}
