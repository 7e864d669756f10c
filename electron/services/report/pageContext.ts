import type { Facts } from "../../../shared/facts/catalogue.ts";
import { commonEn } from "../../../shared/i18n/common.en.ts";
import { commonJa } from "../../../shared/i18n/common.ja.ts";
import { reportEn } from "../../../shared/i18n/report.en.ts";
import { type ReportTexts, reportJa } from "../../../shared/i18n/report.ja.ts";
import type { Bilingual, Language, MessageRef } from "../../../shared/message.ts";
import type { Report } from "../../../shared/report/schema.ts";
import type { Check } from "../../checks/check.ts";
import { checkTexts } from "../../checks/texts.ts";
import { createTranslator } from "../text.ts";
import { inputOf } from "./buildReport.ts";
import { timeIn } from "./pageTime.ts";

/** The texts of the page beside those of the checks. */
export const pageWords = { ja: [commonJa, reportJa], en: [commonEn, reportEn] } as const;

/** What every section of the page needs. */
export interface PageContext {
  readonly report: Report;
  readonly facts: Facts;
  readonly checks: readonly Check[];
  /** A sentence of the report page. */
  say(key: keyof ReportTexts, params?: NonNullable<MessageRef["params"]>): string;
  /** Any other message. */
  message(ref: MessageRef): string;
  /** A text of the policy. */
  own(text: Bilingual): string;
  /** To the second: evidence. */
  time(iso: string): string;
  /** To the minute: what people act on. */
  moment(iso: string): string;
  title(checkId: string): string;
}

export function pageContext(report: Report, language: Language, checks: readonly Check[]): PageContext {
  const message = createTranslator(language, [...pageWords[language], checkTexts(checks, language)]);
  const time = timeIn(report.os.timeZone);
  return {
    report,
    facts: inputOf(report).facts,
    checks,
    message,
    say: (key, params) => message(params === undefined ? { key } : { key, params }),
    own: (text) => text[language],
    time,
    moment: (iso) => time(iso).slice(0, -3),
    title: (checkId) => message({ key: `check.${checkId}.title` }),
  };
}
