import type { LessonId } from "../../../shared/learning.ts";
import { lessons } from "../../../shared/lessons/lessons.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";
import { LessonDrawing } from "./LessonDrawing.tsx";
import { LessonPassed } from "./LessonPassed.tsx";
import { Questions } from "./Questions.tsx";
import { useLesson } from "./useLesson.ts";

interface LessonViewProps {
  readonly id: LessonId;
  /** The next one that is due. */
  readonly next: LessonId | null;
  readonly onOpen: (id: LessonId | null) => void;
}

/** One lesson: a drawing, short sections, questions. Answers stay while one looks at another screen. */
export function LessonView({ id, next, onOpen }: LessonViewProps) {
  const { t, both } = useText();
  const lesson = lessons[id];
  const work = useLesson(lesson);
  const back = <Button onPress={() => onOpen(null)}>{t("screen.learn.back")}</Button>;
  if (work.result === "passed") return <LessonPassed lesson={lesson} next={next} onOpen={onOpen} />;
  return (
    <article className="lesson" aria-labelledby="lesson-title">
      {back}
      <ScreenTitle id="lesson-title">{both(lesson.title)}</ScreenTitle>
      <LessonDrawing id={id} words={both(lesson.picture)} />
      {lesson.sections.map(({ heading, text }) => (
        <section key={heading.ja} className="lesson-section">
          <h3>{both(heading)}</h3>
          <p>{both(text)}</p>
        </section>
      ))}
      <Questions lesson={lesson} work={work} />
    </article>
  );
}
