import { createInstance, type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { commonEn } from "../../shared/i18n/common.en.ts";
import { commonJa } from "../../shared/i18n/common.ja.ts";
import { screenEn } from "../../shared/i18n/screen.en.ts";
import { screenJa } from "../../shared/i18n/screen.ja.ts";
import { languageList, rememberLanguage } from "./language.ts";
import type { AppState, AppStore } from "./store.ts";

export const namespace = "texts";

/** Own texts of the page, ready at once. Keys hold dots and are flat; parameters are put in as they are and never read as templates. */
function createI18n(language: AppState["language"]): i18n {
  const instance = createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    resources: { ja: { [namespace]: { ...commonJa, ...screenJa } }, en: { [namespace]: { ...commonEn, ...screenEn } } },
    ns: [namespace],
    defaultNS: namespace,
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    initAsync: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
    react: { bindI18nStore: "added", useSuspense: false },
  });
  return instance;
}

/** Texts that follow the store: its language, and the texts of the checks as they arrive. */
export function i18nOf(store: AppStore): i18n {
  const instance = createI18n(store.getState().language);
  const follow = (state: AppState, before: AppState | null) => {
    for (const language of languageList) {
      const texts = state.texts[language];
      if (texts && texts !== before?.texts[language]) instance.addResourceBundle(language, namespace, texts, true, true);
    }
    if (state.language !== before?.language) {
      document.documentElement.lang = state.language;
      void instance.changeLanguage(state.language);
    }
    if (before !== null && state.language !== before.language) rememberLanguage(state.language);
  };
  follow(store.getState(), null);
  store.subscribe(follow);
  return instance;
}
