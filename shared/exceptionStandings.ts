// No schema here: the page uses these values (decision 0052).

/**
 * Why an exception that is kept does not count, in the order in which it is asked: each later one is nearer to counting.
 * `not-needed`: the check passes, or makes no sense on this PC.
 */
export const exceptionDoubts = [
  "revoked",
  "over",
  "max-days",
  "not-begun",
  "other-policy",
  "not-allowed",
  "approval",
  "approver",
  "reason",
  "class",
  "other-activity",
  "other-network",
  "not-needed",
  "unseen",
  "other-subject",
] as const;
export type ExceptionDoubt = (typeof exceptionDoubts)[number];

/**
 * How an exception stands. `counts`: the judge counts it; `unchecked`: it may count at the next check; `unproved`: not as in the journal;
 * `records-broken`: a broken journal proves none; `signature`: what the helpdesk signed does not hold under this policy's keys.
 */
export const exceptionStandings = ["counts", "unchecked", ...exceptionDoubts, "not-in-policy", "unproved", "records-broken", "signature"] as const;
export type ExceptionStanding = (typeof exceptionStandings)[number];
export interface StandingEntry {
  readonly standing: ExceptionStanding;
  /** The end that is judged with (ISO 8601): held to the policy's maximum. */
  readonly until: string;
}

export const standingGroups = ["open", "idle", "ended"] as const;
/** In which list it stands. Idle ones are still there and may count again; an end that came since it was judged is one. `now`: milliseconds. */
export function standingGroup(entry: StandingEntry | undefined, now: number): (typeof standingGroups)[number] {
  if (entry === undefined) return "idle";
  const { standing, until } = entry;
  if (standing === "revoked" || standing === "over" || standing === "max-days" || Date.parse(until) <= now) return "ended";
  return standing === "counts" || standing === "unchecked" ? "open" : "idle";
}
