import { notifyEn } from "../../../shared/i18n/notify.en.ts";
import { type NotifyTexts, notifyJa } from "../../../shared/i18n/notify.ja.ts";
import type { Language } from "../../../shared/message.ts";
import type { Platform } from "../../../shared/platform.ts";
import { plainText } from "../plainText.ts";
import { createTranslator } from "../text.ts";
import type { Notice } from "./notify.ts";

/** More would not be read, and not be shown. */
const mostTitles = 3;
const longestTitle = 60;

/**
 * Notification services of Linux may read markup in a body, or may not (https://specifications.freedesktop.org/notification-spec/latest/markup.html),
 * so that neither plain nor escaped characters are safe: the wide forms read the same and are only text.
 */
function withoutMarkup(text: string): string {
  return text.replace(/[<>&]/g, (mark) => (mark === "<" ? "＜" : mark === ">" ? "＞" : "＆"));
}

export interface NoticeText {
  readonly title: string;
  readonly body: string;
}

/** The words of a notification: what it is, why it was looked at again, which work it concerns, what to do. Plain text. */
export function noticeText(notice: Notice, language: Language, platform: Platform): NoticeText {
  const translate = createTranslator(language, [language === "ja" ? notifyJa : notifyEn]);
  const say = (key: keyof NotifyTexts, params: Readonly<Record<string, string | number>> = {}) => translate({ key, params });
  const { kind, because, activities, all } = notice;
  const titles = activities.slice(0, mostTitles).map((title) => plainText(title[language], longestTitle));
  const more = activities.length - titles.length;
  const listed = titles.join(say("notify.and"));
  const concerned = kind === "failed" || titles.length === 0 ? [] : [more > 0 ? say("notify.more", { titles: listed, count: more }) : listed];
  const lines = [
    ...(because === null || kind === "failed" ? [] : [say(`notify.because.${because}`)]),
    ...concerned.map((text) => say(kind === "stop" ? "notify.activities.stop" : "notify.activities.caution", { titles: text })),
    say(kind === "failed" ? "notify.do.failed" : "notify.do"),
  ];
  const title = say(kind === "stop" ? `notify.title.stop.${all ? "all" : "some"}` : `notify.title.${kind}`);
  const body = lines.join("\n");
  return { title, body: platform === "linux" ? withoutMarkup(body) : body };
}
