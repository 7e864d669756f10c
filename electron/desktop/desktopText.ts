import { desktopEn } from "../../shared/i18n/desktop.en.ts";
import { type DesktopTexts, desktopJa } from "../../shared/i18n/desktop.ja.ts";
import type { Language } from "../../shared/message.ts";

export type DesktopText = (key: keyof DesktopTexts) => string;

/** The first language of the person's own list that we speak; Japanese, the language of most, when there is none. */
export function desktopLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^ja\b/i.test(tag)) return "ja";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "ja";
}

export function desktopText(language: Language): DesktopText {
  const texts = language === "ja" ? desktopJa : desktopEn;
  return (key) => texts[key];
}
