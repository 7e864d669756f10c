import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions, useApp } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { ProgressRing } from "../../ui/ProgressRing.tsx";
import { useNow } from "../../ui/useNow.ts";
import { nextStep } from "../check/nextStep.ts";
import { focusFinding } from "../check/openFinding.ts";
import { useShown } from "../check/useShown.ts";
import { ReportButton } from "../report/ReportButton.tsx";
import { Announcer } from "./Announcer.tsx";
import { Figures } from "./Figures.tsx";
import { HelpdeskCode } from "./HelpdeskCode.tsx";
import { Lamps } from "./Lamps.tsx";
import { wordsOf } from "./words.ts";
import "./StatusPanel.css";

/** The light, the word, the one sentence that says what to do next, and the figures of the run. */
export function StatusPanel({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, say } = useText();
  const { light, rows } = useShown(snapshot);
  const view = useApp((state) => state.view);
  const { check, cancel } = useActions();
  useNow(30_000); // the sentence may count down
  const { word, under } = wordsOf(light);
  const { sentence, checkId } = nextStep(light, rows.first);
  const decided = light.kind === "decided" ? light.decision.light : null;
  const checking = light.kind === "checking";
  return (
    <section className="status" aria-labelledby="status-word">
      <div className="status-inner">
        <div className="status-signal">
          <Lamps light={decided} />
          <div className="status-words">
            <h1 id="status-word" className={decided === null ? "status-word" : `status-word icon-${decided}`}>
              {t(word)}
            </h1>
            <p className="status-under">{t(under)}</p>
            {checking ? (
              <ProgressRing
                label={t("screen.progress.label")}
                words={t("screen.progress", { done: light.done, total: light.total })}
                done={light.done}
                total={light.total}
              />
            ) : null}
          </div>
        </div>
        <p className="status-sentence">
          {say(sentence)}
          {checkId === undefined || view !== "check" ? null : (
            <>
              {" "}
              <button type="button" className="link-button" onClick={() => focusFinding(checkId)}>
                {t("screen.next.show")}
              </button>
            </>
          )}
        </p>
        <div className="status-buttons">
          <Button primary off={checking || light.kind === "lost"} onPress={() => void check()}>
            {t("screen.run.all")}
          </Button>
          {checking ? <Button onPress={() => void cancel()}>{t("screen.run.cancel")}</Button> : null}
        </div>
        <div className="status-end">
          <HelpdeskCode code={snapshot.helpdeskCode} />
          <ReportButton off={checking || snapshot.run === null || light.kind === "lost"} />
        </div>
        <Figures snapshot={snapshot} light={light} />
        <Announcer light={light} sentence={say(sentence)} word={t(word)} />
      </div>
    </section>
  );
}
