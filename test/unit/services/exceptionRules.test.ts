import { describe, expect, test } from "vitest";
import { checks } from "../../../electron/checks/registry.ts";
import { refuseException } from "../../../electron/services/exceptionRules.ts";
import type { Finding } from "../../../shared/decision.ts";
import type { ExceptionRequest } from "../../../shared/exceptions.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { companyPolicy, daysBefore, now, withRules } from "../../support/builders.ts";

const request: ExceptionRequest = {
  checkId: "screen-lock",
  reason: "The new lock setting is rolled out tomorrow.",
  compensatingMeasure: "The PC is locked by hand.",
  approver: "A. Manager",
  endsAt: daysBefore(-1),
};
const failed: Finding = {
  checkId: "screen-lock",
  verdict: { status: "fail", message: { key: "x" }, remedy: "shorten", subject: "screen" },
  outcome: "block",
  since: now.toISOString(),
};
const unseen: Finding = { ...failed, verdict: { status: "unknown", message: { key: "x" }, reason: "denied" } };
const passed: Finding = { ...failed, verdict: { status: "pass", message: { key: "x" } } };

function refused(change: Partial<ExceptionRequest>, context: { readonly finding?: Finding; readonly policy?: Policy } = {}) {
  const { ok: _, ...refusal } = refuseException(
    { ...request, ...change },
    { checks, policy: context.policy ?? companyPolicy(), findings: [context.finding ?? failed], now, way: "employee" },
  ) ?? { ok: true };
  return refusal;
}
const exceptions = (change: Partial<Policy["exceptions"]>) => ({ ...companyPolicy(), exceptions: { ...companyPolicy().exceptions, ...change } });

describe("a request within the policy", () => {
  test.each([
    ["for all that the check finds", {}],
    ["for its subject", { subject: "screen" }],
    ["with a ticket in place of an approver", { approver: undefined, ticket: "T-1" }],
    ["until the last day allowed", { endsAt: daysBefore(-14) }],
    ["for one activity", { activityId: companyPolicy().activities[0]?.id }],
  ])("%s is granted", (_name, change) => {
    expect(refused(change as Partial<ExceptionRequest>)).toEqual({});
  });

  test("for what could not be checked is granted when the policy lets it", () => {
    expect(refused({}, { finding: unseen })).toEqual({});
  });
});

describe("what the policy forbids is refused by the name of its rule", () => {
  test.each<[string, Partial<ExceptionRequest>, object, { finding?: Finding; policy?: Policy }]>([
    ["a check that does not exist", { checkId: "no-such-check" }, { code: "unknown-check" }, {}],
    [
      "a check that the policy leaves out",
      {},
      { code: "check-not-in-policy" },
      { policy: withRules(companyPolicy(), { "screen-lock": { level: "off" } }) },
    ],
    ["an activity that does not exist", { activityId: "no-such-activity" }, { code: "unknown-activity" }, {}],
    [
      "a rule without exceptions",
      {},
      { code: "exceptions.allowed" },
      { policy: withRules(companyPolicy(), { "screen-lock": { exceptions: { allowed: false } } }) },
    ],
    [
      "work on a class of information that the rule opens for nobody",
      { activityId: companyPolicy().activities.find((activity) => activity.class === "confidential")?.id },
      { code: "exceptions.classes" },
      { policy: withRules(companyPolicy(), { "screen-lock": { exceptions: { allowed: true, classes: ["public", "internal"] } } }) },
    ],
    ["19 characters of reason", { reason: "あ".repeat(19) }, { code: "exceptions.minReasonLength", limit: 20 }, {}],
    ["20 emoji of two code units less one", { reason: "😀".repeat(19) }, { code: "exceptions.minReasonLength", limit: 20 }, {}],
    ["nobody who approved", { approver: undefined }, { code: "exceptions.needApproval" }, {}],
    ["an end in the past", { endsAt: now.toISOString() }, { code: "ends-in-the-past" }, {}],
    ["a day too long", { endsAt: daysBefore(-14.01) }, { code: "exceptions.maxDays", limit: 14 }, {}],
    [
      "longer than the rule's own maximum",
      { endsAt: daysBefore(-2) },
      { code: "exceptions.maxDays", limit: 1 },
      { policy: withRules(companyPolicy(), { "screen-lock": { exceptions: { allowed: true, maxDays: 1 } } }) },
    ],
    [
      "what could not be checked, where the policy says so",
      {},
      { code: "exceptions.mayCoverUnknown" },
      { finding: unseen, policy: exceptions({ mayCoverUnknown: false }) },
    ],
    ["a named subject when nothing could be seen", { subject: "screen" }, { code: "nothing-to-except" }, { finding: unseen }],
    ["another subject than the one found", { subject: "other" }, { code: "nothing-to-except" }, {}],
    ["a check that passes", {}, { code: "nothing-to-except" }, { finding: passed }],
  ])("%s", (_name, change, expected, context) => {
    expect(refused(change, context)).toEqual(expected);
  });
});
