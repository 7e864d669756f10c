import type { Language } from "../../../shared/message.ts";

const locale: { readonly [L in Language]: string } = { ja: "ja-JP", en: "en-GB" };

/** "11月24日(火)". A calendar day has no time zone: it is written in the one in which it was read. */
export function dayWords(day: string, language: Language): string {
  const at = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale[language], { timeZone: "UTC", month: "long", day: "numeric", weekday: "short" }).format(at);
}
