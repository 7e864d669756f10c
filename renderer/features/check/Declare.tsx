import type { CheckInfo, Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { answeredByLearning } from "./openQuestions.ts";

const answers = ["yes", "no"] as const;

/** The question that only a person can answer: two answers, each with the sentence that it stands for, and what was said last time. */
export function Declare({ info, snapshot }: { readonly info: CheckInfo; readonly snapshot: Snapshot }) {
  const { t, find, times, checkTitle } = useText();
  const { declare, show } = useActions();
  const title = checkTitle(info.id);
  const said = snapshot.declarations.find(({ checkId }) => checkId === info.id);
  if (answeredByLearning.includes(info.id)) {
    return (
      <p className="declare">
        <Button of={title} onPress={() => show("learn")}>
          {t("screen.learn.open")}
        </Button>
      </p>
    );
  }
  const verdict = snapshot.findings.find(({ checkId }) => checkId === info.id)?.verdict.message.key;
  const running = snapshot.phase.kind === "running";
  return (
    <fieldset className="declare">
      <legend>{find(`check.${info.id}.ask`) ?? t("screen.finding.declare.question", { title })}</legend>
      {answers.map((answer) => (
        <p key={answer} className="declare-answer">
          <Button of={title} off={running} pressed={verdict === `check.${info.id}.${answer}`} onPress={() => void declare(info.id, answer === "yes")}>
            {t(`screen.finding.declare.${answer}`)}
          </Button>
          <span>{find(`check.${info.id}.${answer}`)}</span>
        </p>
      ))}
      {said ? (
        <p className="finding-quiet">
          {t("screen.finding.declare.said", {
            answer: t(said.affirmed ? "screen.finding.declare.yes" : "screen.finding.declare.no"),
            time: times.short(said.at),
          })}
        </p>
      ) : null}
    </fieldset>
  );
}
