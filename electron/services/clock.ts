import { clockCorrectionMs } from "../../shared/clockCorrection.ts";
import type { IntegrityIssue } from "../../shared/decision.ts";

/** After so long nobody is told any more that the clock was set. */
const toldForMs = 7 * 86_400_000;

/** A moment as the records keep it. */
export interface Moment {
  /** The records' time: it never goes back. */
  readonly at: Date;
  /** By so many milliseconds it was ahead of the PC's clock, because that was set back since. */
  readonly aheadMs: number;
}

/** The PC's clock went back by more than time servers correct. Both on the PC's clock, ISO 8601. */
export interface Jump {
  readonly from: string;
  readonly to: string;
}

export interface Clock {
  /** The records' time: deadlines are kept in it. */
  now(): Date;
  /** What the PC's clock says: what people see, and what ages are counted with. */
  host(): Date;
  moment(): Moment;
  readonly aheadMs: number;
  /** The last jump while people are told of it. */
  readonly jump: Jump | null;
  /** The last jump when people need not be told of it any more. */
  readonly settled: Jump | null;
  readonly issue: IntegrityIssue | null;
}

/** What is known of the time before this moment. */
export interface Past {
  readonly last: Moment;
  /** Of the records themselves. */
  readonly jump: Jump | null;
}

const hostTime = ({ at, aheadMs }: Moment) => at.getTime() - aheadMs;
const iso = (time: number) => new Date(time).toISOString();

/** The last place in the records, oldest first, at which the PC's clock went back. */
export function lastJump(moments: readonly Moment[]): Jump | null {
  for (let index = moments.length - 1; index > 0; index--) {
    const [before, after] = [moments[index - 1], moments[index]];
    if (before && after && hostTime(before) - hostTime(after) > clockCorrectionMs) return { from: iso(hostTime(before)), to: iso(hostTime(after)) };
  }
  return null;
}

/** The clock has come to where it was before it went back, or it was long ago. */
function isOver({ from, to }: Jump, host: number): boolean {
  return host >= Date.parse(from) || host >= Date.parse(to) + toldForMs;
}

function aheadAt(host: number, last: Moment): number {
  if (host >= last.at.getTime()) return 0;
  return host >= hostTime(last) ? last.aheadMs : last.at.getTime() - host;
}

/**
 * Two times. Deadlines are kept in the records' time: it goes on with the PC's clock but never back, so a clock that was set back gains no day of
 * grace and no longer exception. It does not wait for the PC's clock to catch up either: what began meanwhile would last until then. Where the PC's
 * clock comes to be later than every record, the two are one again. Ages of what the OS and others have dated are counted with the PC's own clock,
 * and so is what people see. More than 5 minutes back is said aloud (less is what time servers correct).
 * @param past null before the first record
 */
export function clockSince(read: () => Date, past: Past | null): Clock {
  const start = read().getTime();
  const last = past?.last ?? null;
  const aheadMs = last === null ? 0 : aheadAt(start, last);
  const fresh = last !== null && hostTime(last) - start > clockCorrectionMs ? { from: iso(hostTime(last)), to: iso(start) } : null;
  const recorded = past?.jump ?? null;
  const over = recorded !== null && isOver(recorded, start);
  const jump = fresh ?? (over ? null : recorded);
  const now = () => new Date(read().getTime() + aheadMs);
  return {
    now,
    host: read,
    moment: () => ({ at: now(), aheadMs }),
    aheadMs,
    jump,
    settled: fresh === null && over ? recorded : null,
    issue: jump === null ? null : { kind: "clock-went-back", detail: `the clock says ${jump.to}, the last record is of ${jump.from}` },
  };
}
