import { setTimeout as wait } from "node:timers/promises";
import { BrowserWindow } from "electron";
import { paper } from "../services/report/paper.ts";
import { ownUrl } from "./addresses.ts";

/** A report of some hundred pages prints within a few seconds; a page that does not end must not hold the button for ever. */
const longestMs = 30_000;

// Chromium fills these two classes in: https://www.electronjs.org/docs/latest/api/web-contents#contentsprinttopdfoptions
const footer =
  '<div style="width:100%;text-align:center;font-size:8px;color:#535b69"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/**
 * Prints a page that is kept for a look, in a window that nobody sees: without script, preload or Node, gone when it is done.
 * Null when it failed or took too long; the log says why.
 */
export function printToPdf(log: (line: string) => void): (previewPath: string) => Promise<Uint8Array | null> {
  return async (previewPath) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, webviewTag: false, spellcheck: false },
    });
    const ended = new AbortController();
    const print = async () => {
      await window.loadURL(ownUrl(previewPath));
      return window.webContents.printToPDF({
        ...paper,
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: "<span></span>",
        footerTemplate: footer,
      });
    };
    try {
      const tooLong = wait(longestMs, null, { signal: ended.signal }).catch(() => null);
      const pdf = await Promise.race([print(), tooLong]);
      if (pdf === null) log("report: printing took too long");
      return pdf === null ? null : new Uint8Array(pdf);
    } catch (error) {
      log(`report: not printed (${error instanceof Error ? error.message : "unknown"})`);
      return null;
    } finally {
      ended.abort();
      if (!window.isDestroyed()) window.destroy();
    }
  };
}
