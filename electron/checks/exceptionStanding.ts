import type { Finding } from "../../shared/decision.ts";
import { type ExceptionStanding, exceptionDoubts } from "../../shared/exceptionStandings.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import { doubtOf } from "./exceptionDoubt.ts";
import { levelFor } from "./judge.ts";

/** What was judged last; null: nothing yet. */
export type LastJudged = { readonly findings: readonly Finding[]; readonly networkId: string | null } | null;

/**
 * How an exception stands that the judge gets: "counts" exactly when it alone makes some activity's outcome "excepted". Where it counts for no activity,
 * the reason is that of the activity for which it comes nearest to counting. Pure.
 */
export function standingOf(exception: ExceptionRecord, policy: Policy, now: Date, judged: LastJudged): ExceptionStanding {
  const rule = Object.hasOwn(policy.rules, exception.checkId) ? policy.rules[exception.checkId] : undefined;
  if (rule === undefined) return "not-in-policy";
  const verdict = judged?.findings.find(({ checkId }) => checkId === exception.checkId)?.verdict;
  const seen = judged && verdict ? { verdict, networkId: judged.networkId } : undefined;
  const concerned = policy.activities.filter((activity) => levelFor(rule, activity, policy) !== "off");
  const doubts = concerned.map((activity) => doubtOf(exception, { rule, activity, policy, now, seen }));
  if (doubts.includes(null)) return seen === undefined ? "unchecked" : "counts";
  return [...exceptionDoubts].reverse().find((doubt) => doubts.includes(doubt)) ?? "not-in-policy";
}
