import type { Language } from "../../shared/message.ts";

const storageKey = "preflight.language";

/** The languages by the name that their own readers know. The order is that of the list on the screen. */
export const languageNames: { readonly [L in Language]: string } = { ja: "日本語", en: "English" };
export const languageList = Object.keys(languageNames) as readonly Language[];

const isLanguage = (value: string | null): value is Language => value !== null && value in languageNames;

export const systemLanguage = (): Language => (navigator.language.startsWith("en") ? "en" : "ja");

/** The next start follows the system again. */
export function forgetLanguage(): void {
  try {
    localStorage.removeItem(storageKey);
  } catch {
    // Nothing was kept.
  }
}

/** What was chosen last time, else the language of the system, else Japanese. Storage may be refused, which is not an error. */
export function rememberedLanguage(): Language {
  try {
    const stored = localStorage.getItem(storageKey);
    if (isLanguage(stored)) return stored;
  } catch {
    return "ja";
  }
  return systemLanguage();
}

/** Keeps the choice for the next start, where the page may store anything. */
export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Storage is refused: the language then holds until the window closes.
  }
}
