import { arch, release } from "node:os";
import type { Language } from "../../shared/message.ts";
import type { PersonalField } from "../../shared/personalFields.ts";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import type { Report } from "../../shared/report/schema.ts";
import type { Host } from "../host/host.ts";
import { openDisputes } from "./disputes.ts";
import { buildReport } from "./report/buildReport.ts";
import { timeInFileName } from "./report/pageTime.ts";
import { redactInput, type ShownPersonal } from "./report/redactInput.ts";
import { reportHtml } from "./report/reportHtml.ts";
import { pseudonymWith } from "./secretKey.ts";
import type { Constants, Model } from "./snapshotOf.ts";
import type { StateStore } from "./stateStore.ts";

export interface ExportOptions extends Constants {
  readonly store: StateStore;
  readonly host: Pick<Host, "hostname" | "userName" | "timeZone">;
}

/** "pdf": the page to print from; who can print makes the file of it. */
export type ReportFormat = "html" | "json" | "pdf";

export interface ReportWanted {
  readonly format: ReportFormat;
  readonly language: Language;
  readonly readable: readonly PersonalField[];
}

/** What the journal keeps of a report that left. */
export interface ReportReceipt {
  readonly digest: string;
  readonly helpdeskCode: string;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly readable: readonly PersonalField[];
}

export type ReportOutcome =
  | {
      readonly ok: true;
      readonly fileName: string;
      readonly content: string;
      readonly receipt: ReportReceipt;
      /** Personal values of this PC and the pseudonyms that stand for them when they are hidden. */
      readonly personal: readonly ShownPersonal[];
    }
  | { readonly ok: false; readonly code: "no-run" };

/** "preflight-report-2026-11-24-0841+0900-C6222062HJTT.html": the day and minute of the person who saves it, in whatever country the helpdesk is. */
function fileNameOf({ now, helpdeskCode, os }: Report, format: ReportFormat): string {
  return `preflight-report-${timeInFileName(os.timeZone)(now)}-${helpdeskCode.replaceAll("-", "")}.${format}`;
}

/** Makes the report of the last decision. Nothing of it has left yet: `recordExport` is for when it does. */
export function makeReport({ format, language, ...wanted }: ReportWanted, model: Model, options: ExportOptions): ReportOutcome {
  const { judgment, run, loaded } = model;
  const { checks, app, store, host } = options;
  if (!judgment || !run) return { ok: false, code: "no-run" };
  const readable = [...new Set(wanted.readable)];
  const person = { hostname: host.hostname(), userName: host.userName() };
  const redacted = redactInput(judgment.input, judgment, checks, person, readable, pseudonymWith(store.secretKey));
  const { input, judged, decisionRestsOnHidden, hideText, personal } = redacted;
  const journal = store.journal.reading();
  const disputes = openDisputes(journal, judgment.findings, model.state.clock.now());
  const report = buildReport({
    ...{ checks, input, judged, run, app, journal },
    policy: loaded.summary,
    os: { release: release(), arch: arch(), timeZone: host.timeZone() },
    redaction: { readable, decisionRestsOnHidden },
    disputes: disputes.map((dispute) => ({ ...dispute, words: hideText(dispute.words).slice(0, 1000) })),
  });
  const receipt = { digest: report.digest, helpdeskCode: report.helpdeskCode, format, language, readable };
  const content = format === "json" ? `${canonicalJson(report)}\n` : reportHtml(report, language, checks);
  return { ok: true, fileName: fileNameOf(report, format), content, receipt, personal };
}

/** Records in the journal that this report left, as far as that can be written. Never throws. */
export async function recordExport(receipt: ReportReceipt, store: StateStore): Promise<void> {
  await store
    .exclusively(async () => {
      const { clock } = await store.read();
      await store.journal.append([{ kind: "report-export", data: { ...receipt } }], clock.moment());
    })
    // The report says itself that the journal could not be written: the decision it holds was made knowing it, or the next one will be.
    .catch(() => undefined);
}
