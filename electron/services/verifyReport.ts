import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import { type Report, reportSchema } from "../../shared/report/schema.ts";
import type { Check } from "../checks/check.ts";
import { errorDetail } from "./errorDetail.ts";
import type { JournalReading } from "./journal.ts";
import { decideAgain, formerCodeOf, reportDigest } from "./report/buildReport.ts";
import { quietJson } from "./report/html.ts";
import { dataOfPage, type ReportPage, reportHtml } from "./report/reportHtml.ts";

export const reportParts = ["schema", "digest", "decision", "page", "journal"] as const;
export type ReportPart = (typeof reportParts)[number];

export interface PartResult {
  readonly part: ReportPart;
  readonly result: "ok" | "failed" | "not-checked";
  /** Technical words for the helpdesk. */
  readonly detail: string;
}

export interface ReportVerification {
  /** No part failed, and schema, digest and decision are ok. */
  readonly ok: boolean;
  /** In the order of `reportParts`, each exactly once. */
  readonly parts: readonly PartResult[];
  /** As stated by the report; null when it could not be read. */
  readonly helpdeskCode: string | null;
}

const maxBytes = 16 * 1024 * 1024;

type Read = { readonly report: Report; readonly json: string; readonly page: ReportPage | null; readonly text: string };

function read(bytes: Uint8Array): Read | string {
  if (bytes.byteLength > maxBytes) return `larger than ${maxBytes} bytes`;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "not UTF-8 text";
  }
  const page = text.startsWith("<") ? dataOfPage(text) : null;
  if (text.startsWith("<") && page === null) return "an HTML page without the data of one report";
  const json = page?.json ?? text.replace(/\n$/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return "not JSON";
  }
  const parsed = reportSchema.safeParse(value);
  if (parsed.success) return { report: parsed.data, json, page, text };
  const [issue] = parsed.error.issues;
  return `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "invalid"}`;
}

function digestPart({ report, json, page }: Read): PartResult {
  const part = "digest";
  // Every byte counts: white space or a key that stands twice would otherwise pass unseen.
  const written = page === null ? canonicalJson(report) : quietJson(canonicalJson(report));
  if (written !== json) return { part, result: "failed", detail: "the data are not in canonical form: changed after export" };
  const digest = reportDigest(report);
  return digest === report.digest
    ? { part, result: "ok", detail: digest }
    : { part, result: "failed", detail: `the content has ${digest}, the report names ${report.digest}` };
}

function decisionPart({ report }: Read, checks: readonly Check[]): PartResult {
  const part = "decision";
  if (report.redaction.decisionRestsOnHidden) {
    return { part, result: "not-checked", detail: "the decision rests on a hidden field; ask for a report with it readable" };
  }
  try {
    const again = decideAgain(report, checks);
    const keys = Object.keys(again) as readonly (keyof typeof again)[];
    const former = { ...again, helpdeskCode: formerCodeOf(report, checks) };
    const differs = (key: (typeof keys)[number]) => [again, former].every((one) => canonicalJson(one[key]) !== canonicalJson(report[key]));
    const differing = keys.filter(differs);
    return differing.length === 0
      ? { part, result: "ok", detail: `computed again from the report's own facts: ${again.decision.light}` }
      : {
          part,
          result: "failed",
          detail: `computed again with another result in: ${differing.join(", ")} (report made by version ${report.app.version})`,
        };
  } catch (error) {
    return { part, result: "failed", detail: `cannot be computed again: ${errorDetail(error)}` };
  }
}

function pagePart({ report, page, text }: Read, checks: readonly Check[]): PartResult {
  const part = "page";
  if (page === null) return { part, result: "not-checked", detail: "not a page" };
  if (reportHtml(report, page.language, checks) === text) return { part, result: "ok", detail: "the page shows what its data say" };
  return { part, result: "failed", detail: `the page around the data is not the one that these data give (made by version ${report.app.version})` };
}

function journalPart({ report }: Read, journal: JournalReading | undefined): PartResult {
  const part = "journal";
  const { head, ok } = report.journal;
  if (head === null) return { part, result: "not-checked", detail: "the report names no journal" };
  if (!ok) return { part, result: "failed", detail: "the journal was not whole when the report was made" };
  if (journal === undefined || journal.entries.length === 0) return { part, result: "not-checked", detail: "no journal at hand" };
  const sameJournal = journal.entries.some(
    ({ seq, digest, data }) => (seq === 1 && digest === report.journal.first) || data["runId"] === report.run.id,
  );
  // Another PC's journal says nothing about this report: only the one that it was made on can.
  if (!sameJournal)
    return {
      part,
      result: "not-checked",
      detail: "the journal of this PC knows nothing of this run: made on another PC, or the journal was replaced",
    };
  const entry = journal.entries.find(({ seq, trusted }) => trusted && seq === head.seq);
  if (entry?.digest === head.digest) return { part, result: "ok", detail: `entry ${head.seq} is in the journal of this PC` };
  return { part, result: "failed", detail: `entry ${head.seq} with this digest is not in the journal of this PC` };
}

/** Verifies a report, JSON or HTML. The journal counts only when the report was made on this PC. Never throws, whatever the bytes. */
export function verifyReport(
  bytes: Uint8Array,
  checks: readonly Check[],
  options: { readonly journal?: JournalReading | undefined } = {},
): ReportVerification {
  const seen = read(bytes);
  if (typeof seen === "string") {
    const rest = reportParts.slice(1).map((part): PartResult => ({ part, result: "not-checked", detail: "not readable" }));
    return { ok: false, parts: [{ part: "schema", result: "failed", detail: seen }, ...rest], helpdeskCode: null };
  }
  const schema: PartResult = { part: "schema", result: "ok", detail: seen.report.schema };
  const parts = [schema, digestPart(seen), decisionPart(seen, checks), pagePart(seen, checks), journalPart(seen, options.journal)];
  const needed = ["schema", "digest", "decision"];
  const ok = parts.every(({ part, result }) => result === "ok" || (result === "not-checked" && !needed.includes(part)));
  return { ok, parts, helpdeskCode: seen.report.helpdeskCode };
}
