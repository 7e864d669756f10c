import { rm, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { app, type BrowserWindow, dialog } from "electron";
import type { DoorActions } from "../ipc/doorActions.ts";
import { replaceFile } from "../services/replaceFile.ts";
import type { DesktopText } from "./desktopText.ts";

/** Writes beside the target first, so that a full disk leaves no half report and an older file as it was. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const partial = `${path}.${process.pid}.part`;
  try {
    await writeFile(partial, content, { mode: 0o600 });
    await replaceFile(partial, path);
  } catch (cause) {
    await rm(partial, { force: true });
    throw new Error("the report could not be written", { cause });
  }
}

/** Asks for the place in the OS's own dialog. Only the file's name goes back to the page, never its path. */
export function saveReportFrom(window: BrowserWindow, text: DesktopText, log: (line: string) => void): DoorActions["save"] {
  return async ({ fileName, content }) => {
    const extension = extname(fileName).slice(1);
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: text("report.save-title"),
      defaultPath: join(app.getPath("documents"), basename(fileName)),
      filters: [{ name: text(extension === "json" ? "report.kind.json" : "report.kind.html"), extensions: [extension] }],
    });
    if (canceled || !filePath) return { ok: false, code: "cancelled" };
    try {
      await writeWhole(filePath, content);
      return { ok: true, how: "saved", fileName: basename(filePath) };
    } catch (error) {
      const { cause } = error as Error;
      log(`report: not written (${cause instanceof Error && "code" in cause ? cause.code : "no code"})`);
      return { ok: false, code: "not-written" };
    }
  };
}
