const minuteMs = 60_000;
/** Seats at this PC; more than that is no list of a login manager that we know. */
const mostSeats = 64;

export interface LockTimesParts {
  /** Milliseconds since 1970. */
  readonly wall: () => number;
  /** A screen locked for at least so many minutes ends the clearances; 0: any lock does. */
  readonly minutes: () => number;
  readonly onEnd: () => void;
}

export interface LockTimes {
  /** `seat`: whose screen, where the OS tells of several. */
  locked(seat?: string): void;
  unlocked(seat?: string): void;
}

/**
 * Counts how long the screen was locked. Where the OS tells of the screens of several people, each counts: whose screen is ours is not always known,
 * and looking once too often costs a second, once too few a wrong light.
 */
export function lockTimes({ wall, minutes, onEnd }: LockTimesParts): LockTimes {
  const since = new Map<string, { readonly wall: number; readonly steady: number }>();
  return {
    locked(seat = "") {
      if (!since.has(seat) && since.size < mostSeats) since.set(seat, { wall: wall(), steady: performance.now() });
    },
    unlocked(seat = "") {
      const from = since.get(seat);
      since.delete(seat);
      if (from === undefined) return;
      const byWall = wall() - from.wall;
      // The steady clock may stand still while the PC sleeps; the other may have been set, and then nobody knows how long it was.
      const ms = byWall < 0 ? Number.POSITIVE_INFINITY : Math.max(byWall, performance.now() - from.steady);
      if (ms >= minutes() * minuteMs) onEnd();
    },
  };
}
