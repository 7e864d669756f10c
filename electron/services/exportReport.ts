import { arch, release } from "node:os";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import type { Report } from "../../shared/report/schema.ts";
import type { Host } from "../host/host.ts";
import type { PreflightService, ReportOutcome } from "./preflight.ts";
import { buildReport } from "./report/buildReport.ts";
import { redactInput } from "./report/redactInput.ts";
import { reportHtml } from "./report/reportHtml.ts";
import { pseudonymWith } from "./secretKey.ts";
import type { Constants, Model } from "./snapshotOf.ts";
import type { StateStore } from "./stateStore.ts";

export interface ExportOptions extends Constants {
  readonly store: StateStore;
  readonly host: Pick<Host, "hostname" | "userName">;
}

function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
}

/** "preflight-report-20261123T084102Z-7K4Q2MXD.html" */
function fileNameOf({ now, helpdeskCode }: Report, format: string): string {
  return `preflight-report-${now.replace(/[-:]|\.\d+/g, "")}-${helpdeskCode.replace("-", "")}.${format}`;
}

/** The report of the last decision; the export is recorded in the journal as far as that can be written. */
export async function exportReport(wanted: Parameters<PreflightService["report"]>[0], model: Model, options: ExportOptions): Promise<ReportOutcome> {
  const { judgment, run, loaded } = model;
  const { checks, app, store, host } = options;
  if (!judgment || !run) return { ok: false, code: "no-run" };
  const readable = [...new Set(wanted.readable)];
  const person = { hostname: host.hostname(), userName: host.userName() };
  const { input, judged, decisionRestsOnHidden } = redactInput(judgment.input, judgment, checks, person, readable, pseudonymWith(store.secretKey));
  const report = buildReport({
    ...{ checks, input, judged, run, app },
    policy: loaded.summary,
    os: { release: release(), arch: arch(), timeZone: timeZone() },
    journal: store.journal.reading(),
    redaction: { readable, decisionRestsOnHidden },
  });
  const data = { digest: report.digest, helpdeskCode: report.helpdeskCode, format: wanted.format, language: wanted.language, readable };
  await store
    .exclusively(async () => {
      const { clock } = await store.read();
      await store.journal.append([{ kind: "report-export", data }], clock.now());
    })
    // The report says itself that the journal could not be written: the decision it holds was made knowing it, or the next one will be.
    .catch(() => undefined);
  const content = wanted.format === "json" ? `${canonicalJson(report)}\n` : reportHtml(report, wanted.language, checks);
  return { ok: true, fileName: fileNameOf(report, wanted.format), content };
}
