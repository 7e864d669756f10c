import { useEffect, useRef } from "react";
import type { Lesson } from "../../../shared/lessons/lesson.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import type { LessonResult, LessonWork } from "./useLesson.ts";

const places = ["0", "1", "2"] as const;
type Place = (typeof places)[number] | "";

const words: { readonly [R in LessonResult]: TextKey | null } = {
  open: null,
  sending: "screen.learn.sending",
  incomplete: "screen.learn.incomplete",
  wrong: "screen.learn.wrong",
  passed: null,
  unsaved: "screen.learn.unsaved",
  failed: "screen.learn.failed",
};

/** The questions of a lesson. A wrong answer says kindly why, and the others stay as they are. */
export function Questions({ lesson, work }: { readonly lesson: Lesson; readonly work: LessonWork }) {
  const { t, both } = useText();
  const { chosen, result, wrong, choose, submit } = work;
  const said = words[result];
  const message = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (result === "wrong" || result === "incomplete" || result === "unsaved" || result === "failed") message.current?.focus();
  }, [result]);
  const errorOf = (index: number) => {
    const option = chosen[index] ?? null;
    if (option === null) return result === "incomplete" ? t("screen.learn.choose") : undefined;
    const why = lesson.questions[index]?.options[option]?.why;
    return wrong.includes(index) && why !== undefined ? both(why) : undefined;
  };
  return (
    <section aria-labelledby="questions-title">
      <h3 id="questions-title">{t("screen.learn.questions")}</h3>
      {lesson.questions.map(({ ask, options }, index) => (
        <Choices<Place>
          key={ask.ja}
          legend={`${t("screen.learn.question", { number: index + 1 })} ${both(ask)}`}
          error={errorOf(index)}
          options={options.map((option, at) => ({ value: places[at] ?? "", label: both(option.text) }))}
          value={places[chosen[index] ?? -1] ?? ""}
          onChoose={(value) => choose(index, Number(value))}
        />
      ))}
      <p ref={message} tabIndex={-1} role="status" className="lesson-said">
        {said === null ? "" : t(said)}
      </p>
      <Button primary off={result === "sending"} onPress={submit}>
        {t("screen.learn.submit")}
      </Button>
    </section>
  );
}
