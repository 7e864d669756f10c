import type { Language } from "../../../shared/message.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import type { Report } from "../../../shared/report/schema.ts";
import type { Check } from "../../checks/check.ts";
import { escapeHtml, html, quietJson, raw, unescapeHtml } from "./html.ts";
import { pageContext } from "./pageContext.ts";
import { pagePolicy, pageStyle } from "./pageStyle.ts";
import { pageTemplate } from "./pageTemplate.ts";
import { detailsSection } from "./sectionOfDetails.ts";
import { summarySection } from "./sectionOfSummary.ts";
import { activitiesSection, disputesSection, exceptionsSection, integritySection, lightSection, todoSection } from "./sectionsOfDecision.ts";
import { findingsSection, notCheckedSection, otherFactsSection } from "./sectionsOfEvidence.ts";

const dataStart = '<pre id="preflight-report">';
const dataEnd = "</pre>";

/**
 * The report as one self-contained page: no script, no font, no image, nothing fetched. The canonical JSON stands at its end as escaped text.
 * Pure: the same report in the same language gives the same bytes, so that the page itself can be checked as well.
 */
export function reportHtml(report: Report, language: Language, checks: readonly Check[]): string {
  const context = pageContext(report, language, checks);
  const { say, message, time } = context;
  const name = `${message({ key: "product.name" })} ${say("report.title")}`;
  const head = html`<header><div><h1>${name}</h1><p class="soft">${time(report.now)} (${report.os.timeZone})</p></div><div class="code"><span class="soft">${say("report.code")}</span><strong>${report.helpdeskCode}</strong><span class="soft">${say("report.code.note")}</span></div></header>`;
  const sections = [
    ...[lightSection, summarySection, integritySection, todoSection, activitiesSection, exceptionsSection, disputesSection],
    ...[findingsSection, notCheckedSection, otherFactsSection, detailsSection],
  ].map((section) => section(context));
  const data = raw(`${dataStart}${escapeHtml(quietJson(canonicalJson(report)))}${dataEnd}`);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(pagePolicy)}">
<meta name="preflight-template" content="${pageTemplate(report, language, checks)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name} ${report.helpdeskCode}</title>
<style>${raw(pageStyle)}</style>
</head>
<body>
<main>
${head}
${sections}
<details class="data"><summary>${say("report.section.data")}</summary>${data}</details>
</main>
</body>
</html>
`.markup;
}

export interface ReportPage {
  readonly language: Language;
  /** The canonical JSON as it stands in the page. */
  readonly json: string;
  /** `pageTemplate` of whoever wrote it; null: it says nothing (written by an older version). */
  readonly template: string | null;
}

/** Takes the data out of a page; null when it is not a page of ours with exactly one set of data. */
export function dataOfPage(text: string): ReportPage | null {
  const language = /^<!doctype html>\n<html lang="(ja|en)">/.exec(text)?.[1];
  const start = text.indexOf(dataStart);
  if ((language !== "ja" && language !== "en") || start < 0 || text.includes(dataStart, start + 1)) return null;
  const end = text.indexOf(dataEnd, start);
  if (end < 0) return null;
  const head = text.slice(0, text.indexOf("</head>"));
  const template = /^<meta name="preflight-template" content="(sha256-[0-9a-f]{64})">$/m.exec(head)?.[1] ?? null;
  return { language, json: unescapeHtml(text.slice(start + dataStart.length, end)), template };
}
