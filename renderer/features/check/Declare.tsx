import type { CheckInfo, Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";

/** The question that only a person can answer, the two answers, and what was said last time. */
export function Declare({ info, snapshot }: { readonly info: CheckInfo; readonly snapshot: Snapshot }) {
  const { t, times, checkTitle } = useText();
  const { declare } = useActions();
  const title = checkTitle(info.id);
  const said = snapshot.declarations.find(({ checkId }) => checkId === info.id);
  const answer = said ? t(said.affirmed ? "screen.finding.declare.yes" : "screen.finding.declare.no") : "";
  return (
    <fieldset className="declare">
      <legend>{t("screen.finding.declare.question", { title })}</legend>
      <div className="finding-buttons">
        <Button of={title} pressed={said?.affirmed === true} onPress={() => void declare(info.id, true)}>
          {t("screen.finding.declare.yes")}
        </Button>
        <Button of={title} pressed={said?.affirmed === false} onPress={() => void declare(info.id, false)}>
          {t("screen.finding.declare.no")}
        </Button>
      </div>
      {said ? <p className="finding-quiet">{t("screen.finding.declare.said", { answer, time: times.short(said.at) })}</p> : null}
    </fieldset>
  );
}
