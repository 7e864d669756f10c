import type { Clearance } from "../../../shared/decision.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { openQuestions } from "./openQuestions.ts";

interface ActivityQuestionsProps {
  readonly clearance: Clearance;
  readonly snapshot: Snapshot;
  /** The activity in words. */
  readonly of: string;
}

/** What one activity still wants to know of a person, once nothing else keeps it shut: each with its answer at hand. */
export function ActivityQuestions({ clearance, snapshot, of }: ActivityQuestionsProps) {
  const { t, find, checkTitle } = useText();
  const { declare, show } = useActions();
  const questions = openQuestions(clearance, snapshot);
  if (questions.length === 0) return null;
  return (
    <div className="activity-questions">
      <p className="activity-reason">{t("screen.activity.questions", { count: questions.length })}</p>
      <ul>
        {questions.map(({ id, by }) => {
          const title = checkTitle(id);
          return (
            <li key={id}>
              <span>{by === "answer" ? (find(`check.${id}.ask`) ?? title) : title}</span>
              {by === "answer" ? (
                <span className="activity-answers">
                  <Button of={`${title} ${of}`} onPress={() => void declare(id, true)}>
                    {t("screen.finding.declare.yes")}
                  </Button>
                  <Button of={`${title} ${of}`} onPress={() => void declare(id, false)}>
                    {t("screen.finding.declare.no")}
                  </Button>
                </span>
              ) : (
                <Button of={`${title} ${of}`} onPress={() => show("learn")}>
                  {t("screen.learn.open")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
