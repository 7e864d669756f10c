import type { LessonId } from "../learning.ts";
import type { Bilingual } from "../message.ts";

export interface Option {
  readonly text: Bilingual;
  readonly right: boolean;
  /** Why this is right, or kindly why not. */
  readonly why: Bilingual;
}

export interface Question {
  readonly ask: Bilingual;
  readonly options: readonly [Option, Option, Option];
}

/** Two minutes of reading, one drawing, and questions of which each has exactly one right answer. */
export interface Lesson {
  readonly id: LessonId;
  readonly title: Bilingual;
  /** What the drawing shows, for those who do not see it. */
  readonly picture: Bilingual;
  readonly sections: readonly { readonly heading: Bilingual; readonly text: Bilingual }[];
  readonly questions: readonly [Question, Question, ...Question[]];
}

/** Which questions were answered wrong, by their place; null: another number of answers than of questions. */
export function wrongAnswers({ questions }: Lesson, answers: readonly number[]): readonly number[] | null {
  if (answers.length !== questions.length) return null;
  return questions.flatMap(({ options }, index) => (options[answers[index] ?? -1]?.right === true ? [] : [index]));
}
