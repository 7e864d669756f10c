import type { Declaration } from "../../../shared/declarations.ts";
import type { LessonState } from "../../../shared/learning.ts";
import type { Policy } from "../../../shared/policy/schema.ts";

/** Which lessons count now. Pure. */
export function lessonStates(_policy: Policy, _declarations: readonly Declaration[], _now: Date): readonly LessonState[] {
  return [];
}
