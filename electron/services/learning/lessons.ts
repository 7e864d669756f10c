import type { CallOutput } from "../../../shared/ipc/contract.ts";
import type { LessonId } from "../../../shared/learning.ts";
import { wrongAnswers } from "../../../shared/lessons/lesson.ts";
import { lessons } from "../../../shared/lessons/lessons.ts";
import type { Core } from "../core.ts";
import { byLessons, keepAnswer, underPolicy } from "../declare.ts";

export interface Lessons {
  /** `answers`: the chosen option of each question. A lesson counts when all are right; others are not written down anywhere. */
  answerLesson(lessonId: LessonId, answers: readonly number[]): Promise<CallOutput<"lessons.answer">>;
}

export function lessonsOf(core: Core): Lessons {
  return {
    async answerLesson(lessonId, answers) {
      const wrong = wrongAnswers(lessons[lessonId], answers);
      if (wrong === null) return { ok: false, code: "wrong-count" };
      if (wrong.length > 0) return { ok: true, passed: false, wrong: [...wrong] };
      try {
        await keepAnswer(core, { checkId: byLessons, subject: lessonId, affirmed: true, ...underPolicy(core.model().loaded.policy) });
      } catch {
        return { ok: false, code: "state-unwritable" };
      }
      await core.judgeAgain();
      return { ok: true, passed: true, wrong: [] };
    },
  };
}
