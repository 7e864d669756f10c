import type { Judgment } from "../judgeRun.ts";

/** It looks at the clocks at least this often, in milliseconds. */
const lookMs = 5_000;
const shortestMs = 50;
/** A look takes 8 seconds at most; begun so long before the end it is there in time on a busy PC, too. */
const soonMs = 20_000;
const soonEveryMs = 60_000;
/** Later than planned by more than this, the PC slept, or this process stood still; nobody saw what happened meanwhile. */
const gapMs = 30_000;
/** The OS and the clocks may both tell of one sleep, one after the other. */
const sameSleepMs = 10_000;

export interface ClockWatchParts {
  /** Milliseconds since 1970, as the OS says. */
  readonly wall: () => number;
  /** What is decided now, and the time that its end is counted with. */
  readonly decided: () => { readonly judgment: Judgment | null; readonly now: Date };
  readonly onEnd: (because: "time" | "resume") => void;
  /** What is decided ends soon: once for each decision, and not for one that came of it within a minute. */
  readonly onSoon: () => void;
}

export interface ClockWatch {
  /** The OS said that the PC was woken up. */
  resumed(): void;
  end(): void;
}

/**
 * Ends clearances when their time has passed, and when a clock shows that it cannot tell any more: it stood still (the PC slept), or was set.
 * Two clocks, because the one can be set and the other stands still during sleep on some systems.
 */
export function watchClocks({ wall, decided, onEnd, onSoon }: ClockWatchParts): ClockWatch {
  let before = { wall: wall(), steady: performance.now() };
  let planned = lookMs;
  let resumedAt = Number.NEGATIVE_INFINITY;
  let seen: { readonly judgment: Judgment; readonly steadyEnd: number } | null = null;
  let soonFor: Judgment | null = null;
  let soonAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  const resumed = () => {
    const now = wall();
    const again = now >= resumedAt && now - resumedAt < sameSleepMs;
    before = { wall: now, steady: performance.now() };
    if (again) return;
    resumedAt = now;
    onEnd("resume");
  };
  /** Milliseconds until the decision in force ends; null: there is none. */
  const left = (steady: number): number | null => {
    const { judgment, now } = decided();
    if (judgment === null) {
      seen = null;
      return null;
    }
    const byWall = Date.parse(judgment.decision.validUntil) - now.getTime();
    if (seen?.judgment !== judgment) seen = { judgment, steadyEnd: steady + byWall };
    return Math.min(byWall, seen.steadyEnd - steady);
  };
  /** Milliseconds until somebody should be told that the end is near; null: nobody, or they have been told. */
  const untilSoon = (steady: number): number | null => {
    const end = left(steady);
    return end === null || decided().judgment === soonFor || steady - soonAt < soonEveryMs ? null : end - soonMs;
  };
  const soon = (steady: number) => {
    soonFor = decided().judgment;
    soonAt = steady;
    onSoon();
  };
  const look = () => {
    const now = { wall: wall(), steady: performance.now() };
    const passed = { wall: now.wall - before.wall, steady: now.steady - before.steady };
    before = now;
    if (Math.max(passed.wall, passed.steady) - planned > gapMs) resumed();
    // Set back: the end of a decision lies further away than it should.
    else if (passed.steady - passed.wall > gapMs) onEnd("time");
    else if ((left(now.steady) ?? 1) <= 0) onEnd("time");
    else if ((untilSoon(now.steady) ?? 1) <= 0) soon(now.steady);
    next();
  };
  const next = () => {
    const steady = performance.now();
    planned = Math.max(shortestMs, Math.min(lookMs, left(steady) ?? lookMs, untilSoon(steady) ?? lookMs));
    timer = setTimeout(look, planned);
    timer.unref();
  };
  next();
  return { resumed, end: () => clearTimeout(timer) };
}
