import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { HelpdeskCode } from "../status/HelpdeskCode.tsx";
import type { ReportWork } from "./useReport.ts";

/** The file that is ready, the button that saves it, how that ended, and the code that goes with it. */
export function SaveReport({ work }: { readonly work: ReportWork }) {
  const { t, say } = useText();
  const { made, making, saving, result } = work;
  const ready = made !== null && !making;
  return (
    <div className="report-save card">
      <dl className="report-file">
        <div>
          <dt>{t("screen.report.file")}</dt>
          <dd>{ready ? <bdi>{made.fileName}</bdi> : "—"}</dd>
        </div>
        <div>
          <dt>{t("screen.report.size")}</dt>
          <dd>{ready ? t("screen.report.size.kb", { kb: Math.max(1, Math.round(made.bytes / 1024)) }) : "—"}</dd>
        </div>
      </dl>
      <Button primary off={!ready || saving} onPress={() => void work.save()}>
        {t(saving ? "screen.report.saving" : "screen.report.save")}
      </Button>
      <p role="status" className="report-result">
        {result === null ? "" : say(result)}
      </p>
      <HelpdeskCode code={made === null ? null : made.helpdeskCode} />
    </div>
  );
}
