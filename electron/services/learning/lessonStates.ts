import type { Declaration } from "../../../shared/declarations.ts";
import type { LessonState } from "../../../shared/learning.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { riskIds } from "../../../shared/risks.ts";
import { lessonsCurrent, lessonsSettings } from "../../checks/rules/lessonsCurrent.ts";

const dayMs = 86_400_000;

/** Which lessons count now, by the same days as the check. None is due where the policy does not ask for them. Pure. */
export function lessonStates(policy: Policy, declarations: readonly Declaration[], now: Date): readonly LessonState[] {
  const rule = policy.rules[lessonsCurrent.id];
  const { validDays } = lessonsSettings.parse(rule?.settings ?? {});
  const asked = rule !== undefined && rule.level !== "off";
  return riskIds.map((id) => {
    const passed = declarations
      .filter(({ checkId, subject, affirmed }) => checkId === lessonsCurrent.id && subject === id && affirmed)
      .map(({ at }) => Date.parse(at))
      .filter((at) => at <= now.getTime());
    if (passed.length === 0) return { id, passedAt: null, validUntil: null, due: asked };
    const last = Math.max(...passed);
    const end = last + validDays * dayMs;
    return { id, passedAt: new Date(last).toISOString(), validUntil: new Date(end).toISOString(), due: asked && end <= now.getTime() };
  });
}
