import { type TextKey, useText } from "../../app/useText.ts";
import { Section } from "./Section.tsx";

const never: readonly TextKey[] = [
  "screen.settings.never.keys",
  "screen.settings.never.files",
  "screen.settings.never.web",
  "screen.settings.never.place",
  "screen.settings.never.passwords",
  "screen.settings.never.sent",
];

/** What the app never collects, and what it does keep. */
export function NeverCollected() {
  const { t } = useText();
  return (
    <Section title={t("screen.settings.never")}>
      <ul className="settings-never">
        {never.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <p className="settings-hint">{t("screen.settings.never.kept")}</p>
    </Section>
  );
}
