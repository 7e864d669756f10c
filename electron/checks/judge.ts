import { assertNever } from "../../shared/assertNever.ts";
import type { CheckId, Verdict } from "../../shared/checks/verdict.ts";
import type { Outcome } from "../../shared/decision.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import type { Activity, Policy, Rule } from "../../shared/policy/schema.ts";

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

/** The sooner of the end that was asked for and the policy's maximum: an edited file, or a stricter later policy, cannot be outlived. */
function exceptionEnd(exception: ExceptionRecord, rule: Rule, policy: Policy): Date {
  const maxDays = Math.min(policy.exceptions.maxDays, rule.exceptions.maxDays ?? policy.exceptions.maxDays);
  return new Date(Math.min(Date.parse(exception.endsAt), Date.parse(exception.createdAt) + maxDays * dayMs));
}

/** True while the exception is neither revoked nor over nor from the future, and made for this check, activity, network and subject. */
function covers(exception: ExceptionRecord, checkId: CheckId, verdict: Verdict, rule: Rule, activity: Activity, situation: Situation): boolean {
  const { policy, now, networkId } = situation;
  if (exception.checkId !== checkId || exception.revokedAt !== undefined) return false;
  if (exception.policy.id !== policy.id || !rule.exceptions.allowed) return false;
  // Held to the policy of this run, not to the one it was made under: a laxer file with the same id must not open anything here.
  const { needApproval, minReasonLength, approval } = policy.exceptions;
  if (!approval.by.includes(exception.approvedBy ?? "employee")) return false;
  if (needApproval && exception.approver === undefined && exception.ticket === undefined) return false;
  if ([...exception.reason.trim()].length < minReasonLength) return false;
  if (rule.exceptions.classes !== undefined && !rule.exceptions.classes.includes(activity.class)) return false;
  // One that begins after now comes from a changed clock or file; moving its beginning would also move its maximum.
  if (Date.parse(exception.createdAt) > now.getTime() || now >= exceptionEnd(exception, rule, policy)) return false;
  if (exception.activityId !== undefined && exception.activityId !== activity.id) return false;
  if (exception.networkId !== undefined && exception.networkId !== networkId) return false;
  if (verdict.status === "unknown") return policy.exceptions.mayCoverUnknown && exception.subject === undefined;
  return verdict.status === "fail" && (exception.subject === undefined || exception.subject === verdict.subject);
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
      const exception = situation.exceptions.find((candidate) => covers(candidate, checkId, verdict, rule, activity, situation));
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
