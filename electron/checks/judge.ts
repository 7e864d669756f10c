import { assertNever } from "../../shared/assertNever.ts";
import type { CheckId, Verdict } from "../../shared/checks/verdict.ts";
import type { Outcome } from "../../shared/decision.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import type { Activity, Policy, Rule } from "../../shared/policy/schema.ts";
import { doubtOf, exceptionEnd } from "./exceptionDoubt.ts";

const dayMs = 86_400_000;

type Level = "required" | "recommended" | "off";

/** How strict the rule is for this activity. */
export function levelFor(rule: Rule, activity: Activity, policy: Policy): Level {
  if (rule.level !== "required" || rule.requiredFor === undefined) return rule.level;
  const conditions = Array.isArray(rule.requiredFor) ? rule.requiredFor : [rule.requiredFor];
  const applies = conditions.some(
    ({ classes, methods, dataOnDevice }) =>
      (classes === undefined || classes.includes(activity.class)) &&
      (methods === undefined || methods.includes(activity.method)) &&
      (dataOnDevice === undefined || policy.methods[activity.method].dataOnDevice === dataOnDevice),
  );
  return applies ? "required" : rule.otherwise;
}

export interface Situation {
  readonly policy: Policy;
  readonly exceptions: readonly ExceptionRecord[];
  /** When the check was first seen not to pass; this run's time for a new failure. */
  readonly since: Date;
  readonly networkId: string | null;
  readonly now: Date;
}

export interface Judgement {
  readonly outcome: Outcome;
  readonly exceptionId?: string;
  /** With outcome "excepted": when the exception ends, held to the policy's maximum. */
  readonly exceptedUntil?: Date;
  readonly resolveBefore?: Date;
}

/**
 * What a verdict means for one activity under the policy. The verdict itself is never changed.
 * An exception without a subject covers "could not check" as well as "not met" (decision 0003), so that replacing a fact by unknown can
 * never help, and nobody is locked out for good by something that their PC cannot show.
 */
export function judge(checkId: CheckId, verdict: Verdict, rule: Rule, activity: Activity, situation: Situation): Judgement {
  const level = levelFor(rule, activity, situation.policy);
  if (level === "off") return { outcome: "skipped" };
  switch (verdict.status) {
    case "pass":
      return { outcome: "ok" };
    case "not-applicable":
      return { outcome: "skipped" };
    case "fail":
    case "unknown": {
      const { policy, now, networkId } = situation;
      const place = { rule, activity, policy, now, seen: { verdict, networkId } };
      const exception = situation.exceptions.find((candidate) => candidate.checkId === checkId && doubtOf(candidate, place) === null);
      if (exception) {
        return { outcome: "excepted", exceptionId: exception.id, exceptedUntil: exceptionEnd(exception, rule, situation.policy) };
      }
      if (level === "recommended" || (verdict.status === "fail" && verdict.minor)) return { outcome: "warn" };
      const resolveBefore = new Date(situation.since.getTime() + rule.graceDays * dayMs);
      if (verdict.status === "fail" && situation.now < resolveBefore) return { outcome: "grace", resolveBefore };
      return { outcome: "block" };
    }
    default:
      return assertNever(verdict);
  }
}
