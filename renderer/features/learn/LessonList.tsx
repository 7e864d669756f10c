import type { LessonId, LessonState } from "../../../shared/learning.ts";
import { lessons } from "../../../shared/lessons/lessons.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";

interface LessonListProps {
  readonly lessons: readonly LessonState[];
  readonly onOpen: (id: LessonId) => void;
}

function stateWords({ passedAt, validUntil, due }: LessonState, { t, times }: ReturnType<typeof useText>): string {
  if (passedAt === null || validUntil === null) return t(due ? "screen.learn.due" : "screen.learn.never");
  if (due) return t("screen.learn.over", { time: times.full(validUntil) });
  return t("screen.learn.passed", { time: times.full(passedAt), until: times.full(validUntil) });
}

/** Every lesson with where one stands; due ones first. */
export function LessonList({ lessons: states, onOpen }: LessonListProps) {
  const text = useText();
  const { t, both } = text;
  const due = states.filter((state) => state.due);
  const ordered = [...due, ...states.filter((state) => !state.due)];
  return (
    <>
      <p className="learn-lead">{t(due.length > 0 ? "screen.learn.lead.due" : "screen.learn.lead", { count: due.length })}</p>
      <ul className="lessons">
        {ordered.map((state) => {
          const title = both(lessons[state.id].title);
          return (
            <li key={state.id} className="lesson-row card">
              <Icon name={state.due ? "caution" : state.passedAt === null ? "skip" : "go"} className={state.due ? "icon-caution" : "icon-go"} />
              <div className="lesson-words">
                <h3>{title}</h3>
                <p>{stateWords(state, text)}</p>
              </div>
              <Button of={title} primary={state.id === due[0]?.id} onPress={() => onOpen(state.id)}>
                {t(state.due ? "screen.learn.start" : "screen.learn.again")}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}
