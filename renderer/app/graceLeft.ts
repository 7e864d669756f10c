const dayMs = 24 * 3_600_000;

/** How much of a grace period is left, as the key of its words. `time`: the end is near enough for its time of day. */
export interface GraceLeft {
  readonly key: `session.left.${"days" | "day" | "tomorrow" | "today" | "over"}`;
  readonly count: number;
  readonly time: boolean;
}

/** "today until 17:00", "tomorrow until 9:00", else whole days, rounded down, so that nobody counts on time that is not there. Days are those of this PC. */
export function graceLeft(endsAt: string, now: number): GraceLeft {
  const end = Date.parse(endsAt);
  const left = end - now;
  if (Number.isNaN(left) || left <= 0) return { key: "session.left.over", count: 0, time: false };
  const dayOf = (ms: number) => new Date(ms).toDateString();
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  if (dayOf(end) === dayOf(now)) return { key: "session.left.today", count: 0, time: true };
  if (dayOf(end) === tomorrow.toDateString()) return { key: "session.left.tomorrow", count: 0, time: true };
  const count = Math.floor(left / dayMs);
  return { key: count === 1 ? "session.left.day" : "session.left.days", count, time: false };
}
