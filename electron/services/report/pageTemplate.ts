import type { Language } from "../../../shared/message.ts";
import type { Report } from "../../../shared/report/schema.ts";
import type { Check } from "../../checks/check.ts";
import { checkTexts } from "../../checks/texts.ts";
import { digestOf } from "../digest.ts";
import { pageWords } from "./pageContext.ts";
import { pageStyle } from "./pageStyle.ts";
import { timeIn } from "./pageTime.ts";

/**
 * Names what a page is made with beside its data: words, style and the table of time zones. Stands in the page, so that one that was written with others is
 * told from one that was changed.
 */
export function pageTemplate({ now, os }: Pick<Report, "now" | "os">, language: Language, checks: readonly Check[]): string {
  return digestOf({ style: pageStyle, words: pageWords[language], checks: checkTexts(checks, language), time: timeIn(os.timeZone)(now) });
}
