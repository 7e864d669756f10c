import type { Settings } from "../../../shared/settings.ts";
import { languageList, languageNames } from "../../app/language.ts";
import { textSizeList, themeList } from "../../app/look.ts";
import { useActions, useApp } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Choices } from "../../ui/Choices.tsx";
import { Section } from "./Section.tsx";

/** Language, colours and text size. They change at once. */
export function LookSettings({ settings }: { readonly settings: Settings }) {
  const { t } = useText();
  const look = useApp((state) => state.look);
  const language = useApp((state) => state.language);
  const { choose } = useActions();
  const system = "system";
  return (
    <Section title={t("screen.settings.look")}>
      <div className="settings-choices">
        <Choices
          legend={t("screen.settings.language")}
          options={[
            { value: system, label: t("screen.settings.language.system") },
            ...languageList.map((id) => ({ value: id, label: languageNames[id] })),
          ]}
          value={settings.language === null ? system : language}
          onChoose={(value) => void choose({ language: languageList.find((id) => id === value) ?? null })}
        />
        <Choices
          legend={t("screen.settings.theme")}
          options={themeList.map((value) => ({ value, label: t(`screen.settings.theme.${value}`) }))}
          value={look.theme}
          onChoose={(theme) => void choose({ theme })}
        />
        <Choices
          legend={t("screen.settings.size")}
          options={textSizeList.map((size) => ({ value: String(size), label: t("screen.settings.size.percent", { size }) }))}
          value={String(look.textSize)}
          onChoose={(value) => {
            const textSize = textSizeList.find((size) => String(size) === value);
            if (textSize !== undefined) void choose({ textSize });
          }}
        />
      </div>
    </Section>
  );
}
