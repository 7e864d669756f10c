import { basename, extname, join } from "node:path";
import { app, type BrowserWindow, dialog } from "electron";
import type { DoorActions } from "../ipc/doorActions.ts";
import { errorCode } from "../services/errorDetail.ts";
import { writeWhole } from "../services/writeWhole.ts";
import type { DesktopText } from "./desktopText.ts";
import { notWrittenBecause, savedAs } from "./savedKinds.ts";

/** Asks for the place in the OS's own dialog. Only the file's name goes back to the page, never its path. */
export function saveReportFrom(window: BrowserWindow, text: DesktopText, log: (line: string) => void): DoorActions["save"] {
  return async ({ fileName, content }) => {
    const extension = extname(fileName).slice(1);
    const { title, kind } = savedAs(extension);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: text(title),
      defaultPath: join(app.getPath("documents"), basename(fileName)),
      filters: [{ name: text(kind), extensions: [extension] }],
    });
    if (canceled || !filePath) return { ok: false, code: "cancelled" };
    try {
      // The dialog has asked whether an older file may go.
      await writeWhole(filePath, content, { mode: 0o600, replace: true });
      return { ok: true, how: "saved", fileName: basename(filePath) };
    } catch (error) {
      const code = errorCode(error);
      log(`${extension} file: not written (${code ?? "no code"})`);
      return { ok: false, code: notWrittenBecause(code) };
    }
  };
}
