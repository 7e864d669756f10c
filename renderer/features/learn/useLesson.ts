import { useState } from "react";
import { type Lesson, wrongAnswers } from "../../../shared/lessons/lesson.ts";
import { useActions, useApp } from "../../app/storeContext.ts";

export type LessonResult = "open" | "sending" | "incomplete" | "wrong" | "passed" | "unsaved" | "failed";

export interface LessonWork {
  /** The chosen option of each question; null: none yet. */
  readonly chosen: readonly (number | null)[];
  readonly result: LessonResult;
  /** Questions that were answered wrong at the last try; choosing anew takes one off. */
  readonly wrong: readonly number[];
  choose(question: number, option: number): void;
  submit(): void;
}

/** The answers to one lesson, kept in the page until it is passed; whether it is passed is decided on the main side. */
export function useLesson(lesson: Lesson): LessonWork {
  const { ask, draftLesson } = useActions();
  const draft = useApp((state) => state.lessonDrafts[lesson.id]);
  const chosen = lesson.questions.map((_, index) => draft?.[index] ?? null);
  const [result, setResult] = useState<LessonResult>("open");
  const [wrong, setWrong] = useState<readonly number[]>([]);
  const send = async (answers: readonly number[]) => {
    setResult("sending");
    const answer = await ask("lessons.answer", { lessonId: lesson.id, answers: [...answers] });
    if (answer === null) return setResult("failed");
    if (!answer.ok) return setResult(answer.code === "state-unwritable" ? "unsaved" : "failed");
    setWrong(answer.passed ? [] : answer.wrong);
    if (answer.passed) draftLesson(lesson.id, null);
    setResult(answer.passed ? "passed" : "wrong");
  };
  return {
    chosen,
    result,
    wrong,
    choose(question, option) {
      draftLesson(
        lesson.id,
        chosen.map((before, index) => (index === question ? option : before)),
      );
      setWrong(wrong.filter((index) => index !== question));
      if (result !== "sending") setResult("open");
    },
    submit() {
      if (result === "sending") return;
      const answers = chosen.filter((option) => option !== null);
      if (answers.length < chosen.length) return setResult("incomplete");
      // Said at once; only right answers need the main side.
      const mistakes = wrongAnswers(lesson, answers) ?? [];
      setWrong(mistakes);
      if (mistakes.length > 0) return setResult("wrong");
      void send(answers);
    },
  };
}
