import { languageList, languageNames } from "../../app/language.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Choices } from "../../ui/Choices.tsx";

/** Both languages by their own names: who cannot read the page finds theirs. */
export function LanguageStep() {
  const { t, language } = useText();
  const { choose } = useActions();
  return (
    <Choices
      legend={t("screen.welcome.language.ask")}
      hint={t("screen.welcome.language.hint")}
      options={languageList.map((id) => ({ value: id, label: languageNames[id] }))}
      value={language}
      onChoose={(chosen) => void choose({ language: chosen })}
    />
  );
}
