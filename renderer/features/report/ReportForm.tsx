import type { Snapshot } from "../../../shared/snapshot.ts";
import { languageList, languageNames } from "../../app/language.ts";
import { useApp } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Choices } from "../../ui/Choices.tsx";
import { PersonalSwitches } from "./PersonalSwitches.tsx";
import type { ReportWork } from "./useReport.ts";

/** What the report shall be: format, language, and what stays readable. */
export function ReportForm({ work, snapshot }: { readonly work: ReportWork; readonly snapshot: Snapshot }) {
  const { t } = useText();
  const pdf = useApp((state) => state.door.pdf);
  const { choice, choose, made } = work;
  const formats = (["html", "json", ...(pdf ? (["pdf"] as const) : [])] as const).map((value) => ({
    value,
    label: t(`screen.report.format.${value}`),
  }));
  const hint = choice.format === "pdf" ? t("screen.report.pdf.note") : pdf ? undefined : t("screen.report.pdf.none");
  return (
    <div className="report-form card">
      <Choices legend={t("screen.report.format")} hint={hint} options={formats} value={choice.format} onChoose={(format) => choose({ format })} />
      <Choices
        legend={t("screen.report.language")}
        options={languageList.map((value) => ({ value, label: languageNames[value] }))}
        value={choice.language}
        onChoose={(language) => choose({ language })}
      />
      <PersonalSwitches readable={choice.readable} personal={made?.personal ?? []} onChange={(readable) => choose({ readable })} />
      {snapshot.disputes.length === 0 ? null : <p className="field-hint">{t("screen.report.disputes", { count: snapshot.disputes.length })}</p>}
    </div>
  );
}
