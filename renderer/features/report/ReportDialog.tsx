import { useState } from "react";
import type { Language } from "../../../shared/message.ts";
import type { PersonalField } from "../../../shared/personalFields.ts";
import { languageList, languageNames } from "../../app/language.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useActions } from "../../app/storeContext.ts";
import { type Sentence, type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Choices } from "../../ui/Choices.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Switch } from "../../ui/Switch.tsx";
import { download } from "./download.ts";

const fieldWords: { readonly [F in PersonalField]: TextKey } = {
  ssid: "screen.report.field.ssid",
  user: "screen.report.field.user",
  host: "screen.report.field.host",
  serial: "screen.report.field.serial",
  addresses: "screen.report.field.addresses",
};
const fieldList = Object.keys(fieldWords) as readonly PersonalField[];

/** Writes the last run to a file. Every personal field starts hidden; what is switched on stays readable. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, say, language } = useText();
  const { ask } = useActions();
  const [format, setFormat] = useState<"html" | "json">("html");
  const [words, setWords] = useState<Language>(language);
  const [readable, setReadable] = useState<readonly PersonalField[]>([]);
  const [making, setMaking] = useState(false);
  const [result, setResult] = useState<Sentence | null>(null);
  const make = async () => {
    setMaking(true);
    setResult(null);
    const made = await ask("report.preview", { format, language: words, readable: [...readable] });
    const answer = made?.ok ? await ask("report.save", { id: made.id }) : made;
    setMaking(false);
    if (answer === null) return setResult({ key: "screen.report.failed" });
    if (!answer.ok) return setResult({ key: `screen.report.${answer.code}` });
    if (!("how" in answer)) return setResult(null);
    const file = outsideText(answer.fileName);
    if (answer.how === "download") download(answer.fileName, answer.content, format);
    setResult({ key: answer.how === "saved" ? "screen.report.saved" : "screen.report.downloaded", params: { file } });
  };
  return (
    <Dialog title={t("screen.report")} onClose={onClose}>
      <p className="field-hint">{t("screen.report.intro")}</p>
      <Choices
        legend={t("screen.report.format")}
        options={(["html", "json"] as const).map((value) => ({ value, label: t(`screen.report.format.${value}`) }))}
        value={format}
        onChoose={setFormat}
      />
      <Choices
        legend={t("screen.report.language")}
        options={languageList.map((value) => ({ value, label: languageNames[value] }))}
        value={words}
        onChoose={setWords}
      />
      <fieldset className="choices" aria-describedby="report-personal-hint">
        <legend className="field-label">{t("screen.report.personal")}</legend>
        <p id="report-personal-hint" className="field-hint">
          {t("screen.report.personal.hint")}
        </p>
        {fieldList.map((field) => (
          <Switch
            key={field}
            label={t(fieldWords[field])}
            on={readable.includes(field)}
            onChange={(on) => setReadable(fieldList.filter((other) => (other === field ? on : readable.includes(other))))}
          />
        ))}
      </fieldset>
      <p role="status" className="report-result">
        {result === null ? "" : say(result)}
      </p>
      <div className="dialog-buttons">
        <Button primary off={making} onPress={() => void make()}>
          {t(making ? "screen.report.making" : "screen.report.make")}
        </Button>
        <Button onPress={onClose}>{t("screen.report.close")}</Button>
      </div>
    </Dialog>
  );
}
