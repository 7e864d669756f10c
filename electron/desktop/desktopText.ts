import { desktopEn } from "../../shared/i18n/desktop.en.ts";
import { type DesktopTexts, desktopJa } from "../../shared/i18n/desktop.ja.ts";
import type { Language } from "../../shared/message.ts";

export type DesktopText = (key: keyof DesktopTexts, params?: Readonly<Record<string, string | number>>) => string;

/** The first language of the person's own list that we speak; Japanese, the language of most, when there is none. */
export function desktopLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    if (/^ja\b/i.test(tag)) return "ja";
    if (/^en\b/i.test(tag)) return "en";
  }
  return "ja";
}

/** The shell's words; the language is asked for at each text, because the person may choose another one at any time. */
export function desktopText(language: () => Language): DesktopText {
  const texts: { readonly [L in Language]: DesktopTexts } = { ja: desktopJa, en: desktopEn };
  return (key, params = {}) => texts[language()][key].replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole));
}
