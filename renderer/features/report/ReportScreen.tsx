import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";
import { ReportForm } from "./ReportForm.tsx";
import { ReportPreview } from "./ReportPreview.tsx";
import { SaveReport } from "./SaveReport.tsx";
import { useReport } from "./useReport.ts";
import "./Report.css";

/** Which report there is: of this decision, with these words about it. Null: none. */
function identityOf({ helpdeskCode, disputes }: Snapshot): string | null {
  return helpdeskCode === null ? null : `${helpdeskCode} ${disputes.map(({ checkId, at }) => `${checkId} ${at}`).join()}`;
}

/** There is nothing to report yet, or no longer, because a run is under way. */
function NoRun({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const { check } = useActions();
  if (snapshot.phase.kind === "running") return <p className="report-none card">{t("screen.report.running")}</p>;
  return (
    <div className="report-none card">
      <p>{t("screen.report.no-run")}</p>
      <Button primary onPress={() => void check()}>
        {t("screen.run.all")}
      </Button>
    </div>
  );
}

/** 報告書: what leaves, as it leaves, and what of it stays readable. */
export function ReportScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t, language } = useText();
  const identity = identityOf(snapshot);
  const work = useReport(identity, { format: "html", language, readable: [] });
  return (
    <section aria-labelledby="report-title">
      <ScreenTitle id="report-title">{t("screen.nav.report")}</ScreenTitle>
      <p className="report-intro">{t("screen.report.intro")}</p>
      {identity === null ? (
        <NoRun snapshot={snapshot} />
      ) : (
        <div className="report-columns">
          <div className="report-side">
            <ReportForm work={work} snapshot={snapshot} />
            <SaveReport work={work} />
          </div>
          <ReportPreview work={work} />
        </div>
      )}
    </section>
  );
}
