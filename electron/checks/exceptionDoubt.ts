import { assertNever } from "../../shared/assertNever.ts";
import type { Verdict } from "../../shared/checks/verdict.ts";
import type { ExceptionDoubt } from "../../shared/exceptionStandings.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import type { Activity, Policy, Rule } from "../../shared/policy/schema.ts";

const dayMs = 86_400_000;

/** The sooner of the end that was asked for and the policy's maximum: an edited file, or a stricter later policy, cannot be outlived. */
export function exceptionEnd(exception: ExceptionRecord, rule: Rule | undefined, policy: Policy): Date {
  const maxDays = Math.min(policy.exceptions.maxDays, rule?.exceptions.maxDays ?? policy.exceptions.maxDays);
  return new Date(Math.min(Date.parse(exception.endsAt), Date.parse(exception.createdAt) + maxDays * dayMs));
}

/** Why the exception is no permission of this policy at this time, wherever the PC is and whatever it shows; null: it is one. */
function doubtOfPermission(exception: ExceptionRecord, rule: Rule, policy: Policy, now: Date): ExceptionDoubt | null {
  if (exception.revokedAt !== undefined) return "revoked";
  if (Date.parse(exception.endsAt) <= now.getTime()) return "over";
  if (now >= exceptionEnd(exception, rule, policy)) return "max-days";
  // One that begins after now comes from a changed clock or file; moving its beginning would also move its maximum.
  if (Date.parse(exception.createdAt) > now.getTime()) return "not-begun";
  if (exception.policy.id !== policy.id) return "other-policy";
  if (!rule.exceptions.allowed) return "not-allowed";
  // Held to the policy of this run, not to the one it was made under: a laxer file with the same id must not open anything here.
  const { needApproval, minReasonLength, approval } = policy.exceptions;
  if (!approval.by.includes(exception.approvedBy ?? "employee")) return "approval";
  if (needApproval && exception.approver === undefined && exception.ticket === undefined) return "approver";
  return [...exception.reason.trim()].length < minReasonLength ? "reason" : null;
}

/** Where the exception is asked to count. */
export interface ExceptionPlace {
  readonly rule: Rule;
  readonly activity: Activity;
  readonly policy: Policy;
  readonly now: Date;
  /** Absent: not looked at yet, so that nothing can be said of network and verdict. */
  readonly seen?: { readonly verdict: Verdict; readonly networkId: string | null } | undefined;
}

/**
 * Why an exception of this check does not count here: the judge counts it where this is null, and every list says what this says.
 * An exception without a subject covers "could not check" as well as "not met" (decision 0003).
 */
export function doubtOf(exception: ExceptionRecord, { rule, activity, policy, now, seen }: ExceptionPlace): ExceptionDoubt | null {
  const doubt = doubtOfPermission(exception, rule, policy, now);
  if (doubt !== null) return doubt;
  if (rule.exceptions.classes !== undefined && !rule.exceptions.classes.includes(activity.class)) return "class";
  if (exception.activityId !== undefined && exception.activityId !== activity.id) return "other-activity";
  if (seen === undefined) return null;
  if (exception.networkId !== undefined && exception.networkId !== seen.networkId) return "other-network";
  const { verdict } = seen;
  switch (verdict.status) {
    case "pass":
    case "not-applicable":
      return "not-needed";
    case "unknown":
      return policy.exceptions.mayCoverUnknown && exception.subject === undefined ? null : "unseen";
    case "fail":
      return exception.subject === undefined || exception.subject === verdict.subject ? null : "other-subject";
    default:
      return assertNever(verdict);
  }
}
