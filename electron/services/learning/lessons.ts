import type { CallOutput } from "../../../shared/ipc/contract.ts";
import type { LessonId } from "../../../shared/learning.ts";
import type { Core } from "../core.ts";

export interface Lessons {
  /** `answers`: the chosen option of each question. */
  answerLesson(lessonId: LessonId, answers: readonly number[]): Promise<CallOutput<"lessons.answer">>;
}

export function lessonsOf(_core: Core): Lessons {
  return { answerLesson: async () => ({ ok: false, code: "state-unwritable" }) };
}
