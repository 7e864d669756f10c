import { useState } from "react";
import { outsideText } from "../../app/outsideText.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { MadeReport, ReportWork } from "./useReport.ts";

/** Drawn at once of a file that is one long line; the rest follows on demand. */
const pieceLength = 100_000;

function JsonText({ text }: { readonly text: string }) {
  const { t } = useText();
  const [pieces, setPieces] = useState(1);
  const shown = text.slice(0, pieces * pieceLength);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="report-json" tabIndex={0} aria-label={t("screen.report.preview.frame")}>
        <pre>{outsideText(shown)}</pre>
      </section>
      {shown.length === text.length ? null : (
        <p className="report-more">
          {t("screen.report.preview.part", { shown: shown.length, all: text.length })}{" "}
          <Button onPress={() => setPieces(pieces + 1)}>{t("screen.report.preview.more")}</Button>
        </p>
      )}
    </>
  );
}

/** The file itself: the page in a frame that can run nothing, or the text. */
function Shown({ made }: { readonly made: MadeReport }) {
  const { t } = useText();
  if (made.text !== null) return <JsonText key={made.id} text={made.text} />;
  if (made.address === null) return null;
  return <iframe key={made.id} className="report-frame" sandbox="" title={t("screen.report.preview.frame")} src={made.address} />;
}

/** Exactly what will be saved. While another report is being made the one before is dimmed, so that nothing jumps. */
export function ReportPreview({ work }: { readonly work: ReportWork }) {
  const { t, say } = useText();
  const { made, making, problem, choice } = work;
  return (
    <section className="report-preview" aria-labelledby="report-preview-title" aria-busy={making}>
      <h3 id="report-preview-title" className="section-title">
        {t("screen.report.preview")}
      </h3>
      {choice.format === "pdf" && made !== null ? <p className="field-hint">{t("screen.report.preview.pdf")}</p> : null}
      <p role="status" className="report-state">
        {making ? t("screen.report.making") : made === null ? "" : t("screen.report.ready")}
      </p>
      {problem === null || making ? null : (
        <div role="alert">
          <Notice tone="caution">
            <p>{say(problem)}</p>
            <Button onPress={work.makeAgain}>{t("screen.report.again")}</Button>
          </Notice>
        </div>
      )}
      {made === null ? null : (
        <div className={making ? "report-paper report-paper-old" : "report-paper"}>
          <Shown made={made} />
        </div>
      )}
    </section>
  );
}
