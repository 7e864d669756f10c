import { randomUUID } from "node:crypto";
import type { CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { PreflightService } from "../services/preflight.ts";
import type { DoorActions, FileToSave } from "./doorActions.ts";

export interface Previews {
  preview(wanted: CallInput<"report.preview">): Promise<CallOutput<"report.preview">>;
  save(id: string): Promise<CallOutput<"report.save">>;
}

/** Keeps the last report that was made for a look, so that what is saved is what was seen. */
export function createPreviews(service: PreflightService, door: DoorActions): Previews {
  let last: { readonly id: string; readonly file: FileToSave } | null = null;
  return {
    async preview({ format, language, readable }) {
      if (format === "pdf") return { ok: false, code: "no-pdf" };
      const report = await service.report({ format, language, readable });
      if (!report.ok) return report;
      const { fileName, content } = report;
      last = { id: randomUUID(), file: { fileName, content } };
      const text = format === "json" ? content : null;
      const helpdeskCode = service.snapshot().helpdeskCode ?? "";
      return { ok: true, id: last.id, fileName, bytes: Buffer.byteLength(content), helpdeskCode, address: null, text };
    },
    async save(id) {
      if (last?.id !== id) return { ok: false, code: "no-preview" };
      return door.save(last.file);
    },
  };
}
