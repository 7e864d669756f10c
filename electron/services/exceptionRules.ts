import type { HelpdeskWay } from "../../shared/approvalWays.ts";
import type { Finding } from "../../shared/decision.ts";
import type { ExceptionRefusal, ExceptionRequest } from "../../shared/exceptions.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Check } from "../checks/check.ts";

const dayMs = 86_400_000;

export interface Refusal {
  readonly ok: false;
  readonly code: ExceptionRefusal;
  readonly limit?: number;
}

export interface ExceptionContext {
  readonly checks: readonly Check[];
  readonly policy: Policy;
  /** Of the last run. */
  readonly findings: readonly Finding[];
  readonly now: Date;
  /** Who accepts it; the helpdesk's word stands for an approver. */
  readonly way: "employee" | "helpdesk";
}

/** Whether the policy knows a way over the helpdesk. */
export function helpdeskWays({ exceptions }: Policy): readonly HelpdeskWay[] {
  return exceptions.approval.by.flatMap((way) => (way === "employee" ? [] : [way]));
}

/** Why the policy refuses this request, by the name of its rule; null when nothing stands against it. Pure. */
export function refuseException(request: ExceptionRequest, { checks, policy, findings, now, way }: ExceptionContext): Refusal | null {
  const refused = (code: ExceptionRefusal, limit?: number): Refusal => (limit === undefined ? { ok: false, code } : { ok: false, code, limit });
  if (!checks.some(({ id }) => id === request.checkId)) return refused("unknown-check");
  const rule = Object.hasOwn(policy.rules, request.checkId) ? policy.rules[request.checkId] : undefined;
  if (rule === undefined || rule.level === "off") return refused("check-not-in-policy");
  const activity = policy.activities.find(({ id }) => id === request.activityId);
  if (request.activityId !== undefined && activity === undefined) return refused("unknown-activity");
  if (!rule.exceptions.allowed) return refused("exceptions.allowed");
  if (activity !== undefined && rule.exceptions.classes?.includes(activity.class) === false) return refused("exceptions.classes");
  const isOpenWay = way === "employee" ? policy.exceptions.approval.by.includes("employee") : helpdeskWays(policy).length > 0;
  if (!isOpenWay) return refused("exceptions.approval");
  const { minReasonLength, needApproval, mayCoverUnknown } = policy.exceptions;
  // Characters as people count them, not UTF-16 code units.
  if ([...request.reason.trim()].length < minReasonLength) return refused("exceptions.minReasonLength", minReasonLength);
  if (way === "employee" && needApproval && request.approver === undefined && request.ticket === undefined) return refused("exceptions.needApproval");
  const maxDays = Math.min(policy.exceptions.maxDays, rule.exceptions.maxDays ?? policy.exceptions.maxDays);
  const end = Date.parse(request.endsAt);
  if (end <= now.getTime()) return refused("ends-in-the-past");
  if (end > now.getTime() + maxDays * dayMs) return refused("exceptions.maxDays", maxDays);
  const verdict = findings.find(({ checkId }) => checkId === request.checkId)?.verdict;
  if (verdict?.status === "unknown") {
    if (!mayCoverUnknown) return refused("exceptions.mayCoverUnknown");
    // One for a named thing never covers "could not see" (decision 0003).
    return request.subject === undefined ? null : refused("nothing-to-except");
  }
  if (verdict?.status !== "fail") return refused("nothing-to-except");
  return request.subject === undefined || request.subject === verdict.subject ? null : refused("nothing-to-except");
}
