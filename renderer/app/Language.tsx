import { languageList, languageNames } from "./language.ts";
import { useActions } from "./storeContext.ts";
import { useText } from "./useText.ts";
import "./Header.css";

/** The language of the page, to be changed at any time. */
export function Language() {
  const { t, language } = useText();
  const { choose } = useActions();
  return (
    <label className="header-language">
      <span className="visually-hidden">{t("screen.language")}</span>
      <select
        value={language}
        onChange={(event) => {
          const chosen = languageList.find((candidate) => candidate === event.target.value);
          if (chosen) void choose({ language: chosen });
        }}
      >
        {languageList.map((id) => (
          <option key={id} value={id} lang={id}>
            {languageNames[id]}
          </option>
        ))}
      </select>
    </label>
  );
}
