import { useId } from "react";
import type { PersonalField } from "../../../shared/personalFields.ts";
import { type Text, type TextKey, useText } from "../../app/useText.ts";
import { Switch } from "../../ui/Switch.tsx";
import type { MadeReport } from "./useReport.ts";

const fieldWords: { readonly [F in PersonalField]: { readonly label: TextKey; readonly what: TextKey } } = {
  ssid: { label: "screen.report.field.ssid", what: "screen.report.what.ssid" },
  user: { label: "screen.report.field.user", what: "screen.report.what.user" },
  host: { label: "screen.report.field.host", what: "screen.report.what.host" },
  serial: { label: "screen.report.field.serial", what: "screen.report.what.serial" },
  addresses: { label: "screen.report.field.addresses", what: "screen.report.what.addresses" },
};
const fieldList = Object.keys(fieldWords) as readonly PersonalField[];

interface PersonalSwitchesProps {
  readonly readable: readonly PersonalField[];
  readonly personal: MadeReport["personal"];
  readonly onChange: (readable: PersonalField[]) => void;
}

function exampleOf(field: PersonalField, on: boolean, personal: MadeReport["personal"], { t }: Text): string {
  const own = personal.find((one) => one.field === field);
  if (own === undefined) return t("screen.report.example.none");
  return t(on ? "screen.report.example.readable" : "screen.report.example.hidden", { value: own.value, pseudonym: own.pseudonym });
}

/** One switch for each kind of personal value, with what it is on this PC and what stands for it in the report. All are hidden at first. */
export function PersonalSwitches({ readable, personal, onChange }: PersonalSwitchesProps) {
  const text = useText();
  const { t } = text;
  const id = useId();
  return (
    <fieldset className="choices" aria-describedby={`${id}-hint`}>
      <legend className="field-label">{t("screen.report.personal")}</legend>
      <p id={`${id}-hint`} className="field-hint">
        {t("screen.report.personal.hint")}
      </p>
      {fieldList.map((field) => {
        const on = readable.includes(field);
        return (
          <div key={field} className="report-field">
            <Switch
              label={t(fieldWords[field].label)}
              describedBy={`${id}-${field}`}
              on={on}
              onChange={(next) => onChange(fieldList.filter((other) => (other === field ? next : readable.includes(other))))}
            />
            <p id={`${id}-${field}`} className="report-example">
              {t(fieldWords[field].what)} <bdi>{exampleOf(field, on, personal, text)}</bdi>
            </p>
          </div>
        );
      })}
    </fieldset>
  );
}
