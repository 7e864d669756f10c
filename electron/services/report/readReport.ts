import { z } from "zod";
import { plainJson, plainProblemWords } from "../../../shared/plainJson.ts";
import { type Report, reportSchema } from "../../../shared/report/schema.ts";
import { type CarrierChange, undoCarrier } from "./carrier.ts";
import { type FileKind, fileKindOf } from "./fileKind.ts";
import { dataOfPage, type ReportPage } from "./reportHtml.ts";

/** Real reports are below 1 MiB. */
export const maxReportMiB = 8;

// What every version has written, so that a report whose form this version does not know is told from a damaged one.
const headSchema = z.looseObject({
  schema: z.string().regex(/^preflight-report\/\d{1,4}$/),
  digest: z.string().regex(/^sha256-[0-9a-f]{64}$/),
  app: z.looseObject({ version: z.string().min(1).max(64) }),
});
export type ReportHead = z.infer<typeof headSchema>;

export interface ReportReading {
  readonly kind: "report";
  /** Without a schema but for its head. */
  readonly head: ReportHead;
  /** Or, in technical words, what this version's schema says against it. */
  readonly report: Report | { readonly problem: string };
  readonly json: string;
  readonly page: ReportPage | null;
  /** As it was written: what carriers do is undone. */
  readonly text: string;
  readonly undone: readonly CarrierChange[];
}

/** foreign: another kind of file, with nothing to verify. damaged: it was meant as a report and cannot be read, in technical words. */
export type ReadReport =
  | ReportReading
  | { readonly kind: "foreign"; readonly file: FileKind }
  | { readonly kind: "damaged"; readonly detail: string };

// One of them stands in every report, the last two at the start of its data or page: what the half of one still has.
const signs = ["preflight-report/", 'id="preflight-report"', '{"app":{', '<meta name="preflight-template"'];

/** Reads what somebody sent as a report, JSON or page. Pure; never throws, whatever the bytes. */
export function readReport(bytes: Uint8Array): ReadReport {
  const damaged = (detail: string): ReadReport => ({ kind: "damaged", detail });
  const foreign = fileKindOf(bytes);
  if (foreign !== null) return { kind: "foreign", file: foreign };
  if (bytes.byteLength > maxReportMiB * 1024 * 1024) return damaged(`larger than ${maxReportMiB} MiB`);
  const carried = undoCarrier(bytes);
  const text = carried?.text ?? Buffer.from(bytes).toString("latin1");
  if (!signs.some((sign) => text.includes(sign))) return { kind: "foreign", file: "other" };
  if (carried === null) return damaged("not UTF-8 text");
  const page = text.startsWith("<") ? dataOfPage(text) : null;
  if (text.startsWith("<") && page === null) return damaged("an HTML page without the data of one report");
  const json = page?.json ?? text.slice(0, -1);
  const read = plainJson(json);
  if (!read.ok) return damaged(plainProblemWords[read.problem]);
  const head = headSchema.safeParse(read.value);
  if (!head.success) return damaged("the head of the report is not readable");
  const parsed = reportSchema.safeParse(read.value);
  const [issue] = parsed.error?.issues ?? [];
  const report = parsed.success ? parsed.data : { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "invalid"}` };
  return { kind: "report", head: head.data, report, json, page, text, undone: carried.undone };
}
