import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import type { Report } from "../../shared/report/schema.ts";
import type { Check } from "../checks/check.ts";
import type { JournalReading } from "./journal.ts";
import { decideAgain, formerCodeOf, reportDigest } from "./report/buildReport.ts";
import type { CarrierChange } from "./report/carrier.ts";
import type { FileKind } from "./report/fileKind.ts";
import { quietJson } from "./report/html.ts";
import { journalPart } from "./report/journalPart.ts";
import { pageTemplate } from "./report/pageTemplate.ts";
import { type PartResult, part, type ReportPart, reportParts } from "./report/partResult.ts";
import { type ReportReading, readReport } from "./report/readReport.ts";
import { contextProblems } from "./report/reportContext.ts";
import { reportHtml } from "./report/reportHtml.ts";

/**
 * unchanged: all of it was proved. partly: nothing speaks against it, and something could not be checked (another version, hidden values). changed: it is not
 * what was exported. nothing-to-verify: the file is no report.
 */
export const reportVerdicts = ["unchanged", "partly", "changed", "nothing-to-verify"] as const;
export type ReportVerdict = (typeof reportVerdicts)[number];

export interface ReportVerification {
  readonly verdict: ReportVerdict;
  /** `verdict` is unchanged. */
  readonly ok: boolean;
  /** In the order of `reportParts`, each exactly once. */
  readonly parts: readonly PartResult[];
  /** As stated by the report; null when it could not be read. */
  readonly helpdeskCode: string | null;
  /** The version that made it, when that is another one than this. */
  readonly madeBy: string | null;
  /** What was undone of what the file's way here did to it. */
  readonly undone: readonly CarrierChange[];
  /** Of a file that is no report: what it is. */
  readonly file: FileKind | null;
}

export interface VerifyOptions {
  /** Of this app. Absent: the report is held to be from the same. */
  readonly version?: string | undefined;
  readonly journal?: JournalReading | undefined;
}

function digestPart({ head, json, page }: ReportReading): PartResult {
  // Every byte counts: white space or a key that stands twice would otherwise pass unseen.
  // Which characters stand as escapes in a page is the business of the version that wrote it.
  const same = page === null ? canonicalJson(head) === json : quietJson(canonicalJson(head)) === quietJson(json);
  if (!same) return part("digest", "failed", "the data are not in canonical form: changed after export");
  const digest = reportDigest(head);
  return digest === head.digest
    ? part("digest", "ok", digest)
    : part("digest", "failed", `the content has ${digest}, the report names ${head.digest}`);
}

function decisionPart(report: Report, checks: readonly Check[], other: string | null): PartResult {
  if (report.redaction.decisionRestsOnHidden) {
    return part("decision", "not-checked", "the decision rests on a hidden field; ask for a report with it readable");
  }
  let differing: readonly string[];
  try {
    const again = decideAgain(report, checks);
    const keys = Object.keys(again) as readonly (keyof typeof again)[];
    const former = { ...again, helpdeskCode: formerCodeOf(report, checks) };
    const differs = (key: (typeof keys)[number]) => [again, former].every((one) => canonicalJson(one[key]) !== canonicalJson(report[key]));
    differing = keys.filter(differs);
    if (differing.length === 0) return part("decision", "ok", `computed again from the report's own facts: ${again.decision.light}`);
  } catch {
    // The engine's words would say nothing to the helpdesk.
    differing = ["all of it"];
  }
  const found = `computed again with another result in: ${differing.join(", ")}`;
  return other === null ? part("decision", "failed", found) : part("decision", "not-checked", `${other}; ${found}`);
}

function contextPart(report: Report): PartResult {
  const problems = contextProblems(report);
  return problems.length === 0 ? part("context", "ok", "") : part("context", "failed", problems.join("; "));
}

function pagePart({ page, text }: ReportReading, report: Report, checks: readonly Check[], other: string | null): PartResult {
  if (page === null) return part("page", "not-checked", "not a page");
  try {
    if (reportHtml(report, page.language, checks) === text) return part("page", "ok", "the page shows what its data say");
  } catch {
    // A check or a remedy that only the other version has words for.
  }
  if (other !== null) return part("page", "not-checked", `${other}; rely on the data, not on what the page shows`);
  if (page.template !== null && page.template !== pageTemplate(report, page.language, checks)) {
    return part("page", "not-checked", "the page names other words, style or time zones than ours; rely on the data, not on what the page shows");
  }
  return part("page", "failed", "the page around the data is not the one that these data give");
}

function verdictOf(parts: readonly PartResult[], isPage: boolean): ReportVerdict {
  if (parts.some(({ result }) => result === "failed")) return "changed";
  const needed: readonly ReportPart[] = ["schema", "digest", "decision", "context", ...(isPage ? (["page"] as const) : [])];
  return parts.some(({ part, result }) => result === "not-checked" && needed.includes(part)) ? "partly" : "unchanged";
}

function unreadable(schema: PartResult, verdict: ReportVerdict, file: FileKind | null): ReportVerification {
  const rest = reportParts.slice(1).map((name) => part(name, "not-checked", "not readable"));
  return { verdict, ok: false, parts: [schema, ...rest], helpdeskCode: null, madeBy: null, undone: [], file };
}

/**
 * Verifies a report, JSON or HTML. The journal counts only when the report was made on this PC. A report of another version is never called changed for being
 * judged, written or shaped otherwise than by this one. Never throws, whatever the bytes.
 */
export function verifyReport(bytes: Uint8Array, checks: readonly Check[], { version, journal }: VerifyOptions = {}): ReportVerification {
  const seen = readReport(bytes);
  if (seen.kind === "foreign") return unreadable(part("schema", "not-checked", `not a report: ${seen.file}`), "nothing-to-verify", seen.file);
  if (seen.kind === "damaged") return unreadable(part("schema", "failed", seen.detail), "changed", null);
  const { head, report, undone } = seen;
  const madeBy = version === undefined || version === head.app.version ? null : head.app.version;
  const other = madeBy === null ? null : `made by ${madeBy}, this is ${version}`;
  const digest = digestPart(seen);
  const finish = (parts: readonly PartResult[], helpdeskCode: string | null): ReportVerification => {
    const verdict = verdictOf(parts, seen.page !== null);
    return { verdict, ok: verdict === "unchanged", parts, helpdeskCode, madeBy, undone, file: null };
  };
  if ("problem" in report) {
    if (other === null) return unreadable(part("schema", "failed", report.problem), "changed", null);
    const rest = (["decision", "context", "page", "journal"] as const).map((name) => part(name, "not-checked", other));
    return finish([part("schema", "not-checked", `${other}; ${report.problem}`), digest, ...rest], null);
  }
  return finish(
    [
      part("schema", "ok", report.schema),
      digest,
      decisionPart(report, checks, other),
      contextPart(report),
      pagePart(seen, report, checks, other),
      journalPart(report, journal),
    ],
    report.helpdeskCode,
  );
}
