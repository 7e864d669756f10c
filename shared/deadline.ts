/** Two clocks, so that neither a clock set back nor a PC that slept makes a light live longer than the decision says. */
export interface Clocks {
  /** Milliseconds since 1970; may be set, goes on during sleep. */
  wall(): number;
  /** Milliseconds since some start; cannot be set, may stand still during sleep. */
  steady(): number;
}

export const pageClocks: Clocks = { wall: () => Date.now(), steady: () => performance.now() };

export interface Deadline {
  readonly wall: number;
  readonly steady: number;
}

/** `validUntil`: ISO 8601. What cannot be read as a time is over at once. */
export function deadlineOf(validUntil: string, clocks: Clocks): Deadline {
  const wall = Date.parse(validUntil);
  const span = Number.isNaN(wall) ? 0 : Math.max(0, wall - clocks.wall());
  return { wall: Number.isNaN(wall) ? 0 : wall, steady: clocks.steady() + span };
}

export function isOver(deadline: Deadline, clocks: Clocks): boolean {
  return clocks.wall() >= deadline.wall || clocks.steady() >= deadline.steady;
}
