import { randomUUID } from "node:crypto";
import type { CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { ReportReceipt } from "../services/exportReport.ts";
import type { PreflightService } from "../services/preflight.ts";
import type { DoorActions, FileToSave } from "./doorActions.ts";
import type { PreviewPages } from "./previewPages.ts";

const keptMs = 10 * 60_000;

export interface Previews {
  preview(wanted: CallInput<"report.preview">): Promise<CallOutput<"report.preview">>;
  save(id: string): Promise<CallOutput<"report.save">>;
}

interface Kept {
  readonly id: string;
  readonly file: FileToSave;
  readonly receipt: ReportReceipt;
  readonly until: number;
}

export interface PreviewParts {
  readonly service: PreflightService;
  readonly door: DoorActions;
  readonly pages: PreviewPages;
  /** Milliseconds that only grow. */
  readonly now?: () => number;
}

/** Keeps the last report that was made for a look, so that what is saved is what was seen. Only what is saved is recorded as having left. */
export function createPreviews({ service, door, pages, now = () => performance.now() }: PreviewParts): Previews {
  let last: Kept | null = null;
  let newest = 0;
  return {
    async preview(wanted) {
      const { format } = wanted;
      const turn = ++newest;
      if (format === "pdf" && !door.state().pdf) return { ok: false, code: "no-pdf" };
      const report = await service.report(wanted);
      if (!report.ok) return report;
      const { fileName, receipt } = report;
      const address = format === "json" ? null : pages.keep(report.content);
      const content = format === "pdf" && address !== null ? await door.toPdf(address) : report.content;
      if (content === null) return { ok: false, code: "no-pdf" };
      const id = randomUUID();
      // Printing takes a while: what was asked for later must not be replaced by what is ready later.
      if (turn === newest) last = { id, file: { fileName, content }, receipt, until: now() + keptMs };
      return {
        ...{ ok: true, id, fileName, address, helpdeskCode: receipt.helpdeskCode },
        bytes: typeof content === "string" ? Buffer.byteLength(content) : content.byteLength,
        text: format === "json" ? report.content : null,
        personal: report.personal.map((one) => ({ ...one })),
      };
    },
    async save(id) {
      if (last !== null && now() >= last.until) last = null;
      if (last?.id !== id) return { ok: false, code: "no-preview" };
      const { file, receipt } = last;
      const answer = await door.save(file);
      // Acknowledged only when the journal knows it.
      if (answer.ok) await service.reportLeft(receipt);
      return answer;
    },
  };
}
