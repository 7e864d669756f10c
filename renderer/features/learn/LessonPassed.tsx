import type { LessonId } from "../../../shared/learning.ts";
import type { Lesson } from "../../../shared/lessons/lesson.ts";
import { lessons } from "../../../shared/lessons/lessons.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";

interface LessonPassedProps {
  readonly lesson: Lesson;
  readonly next: LessonId | null;
  readonly onOpen: (id: LessonId | null) => void;
}

/** All right: each question once more with why its answer is right, and where to go on. */
export function LessonPassed({ lesson, next, onOpen }: LessonPassedProps) {
  const { t, both } = useText();
  return (
    <section aria-labelledby="passed-title" className="lesson">
      <ScreenTitle id="passed-title">{t("screen.learn.done", { title: both(lesson.title) })}</ScreenTitle>
      <ul className="lesson-answers">
        {lesson.questions.map(({ ask, options }) => {
          const right = options.find((option) => option.right);
          return (
            <li key={ask.ja} className="card">
              <Icon name="go" className="icon-go" />
              <div>
                <p className="lesson-asked">{both(ask)}</p>
                {right === undefined ? null : (
                  <p>
                    <strong>{both(right.text)}</strong>
                    <br />
                    {both(right.why)}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <div className="lesson-buttons">
        {next === null ? null : (
          <Button primary onPress={() => onOpen(next)}>
            {t("screen.learn.next", { title: both(lessons[next].title) })}
          </Button>
        )}
        <Button primary={next === null} onPress={() => onOpen(null)}>
          {t("screen.learn.back")}
        </Button>
      </div>
    </section>
  );
}
