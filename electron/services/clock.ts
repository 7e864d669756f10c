import type { IntegrityIssue } from "../../shared/decision.ts";

const toleranceMs = 5 * 60_000;

export interface Clock {
  /** Never earlier than the last time that was recorded. */
  now(): Date;
  readonly issue: IntegrityIssue | null;
}

/**
 * The time that deadlines are counted with: the PC's clock, moved forward when it is behind the last recorded time, so that setting it back
 * gains no day of grace and no longer exception. More than 5 minutes behind is said aloud (less is what time servers correct).
 * @param lastSeenAt ISO 8601, null before the first run
 */
export function clockSince(read: () => Date, lastSeenAt: string | null): Clock {
  const start = read();
  const behindMs = lastSeenAt === null ? 0 : Math.max(0, Date.parse(lastSeenAt) - start.getTime());
  return {
    now: () => new Date(read().getTime() + behindMs),
    issue:
      behindMs > toleranceMs
        ? { kind: "clock-went-back", detail: `the clock says ${start.toISOString()}, the last record is of ${lastSeenAt}` }
        : null,
  };
}
