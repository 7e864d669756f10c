import type { App, BrowserWindow, Dialog } from "electron";
import type { DesktopText } from "./desktopText.ts";

/** True when the system was asked to open a report with this app: its name stands among the words of the command line. */
export function namesReport(words: readonly string[]): boolean {
  return words.slice(1).some((word) => !word.startsWith("-") && word.toLowerCase().endsWith(".preflight-report"));
}

export interface OpenedReportParts {
  readonly app: App;
  readonly dialog: Dialog;
  readonly text: DesktopText;
  readonly window: BrowserWindow;
  /** The command line of this first instance. */
  readonly words: readonly string[];
}

/**
 * A report is proved by the helpdesk, not by the PC that may have written it. Whoever opens one here is told where that is done; the file is not
 * read, so that a forged one has nothing to work on.
 */
export function explainOpenedReports({ app, dialog, text, window, words }: OpenedReportParts): void {
  const explain = () => {
    if (window.isDestroyed()) return;
    void dialog.showMessageBox(window, { type: "info", title: "Preflight", message: text("opened-report.what"), detail: text("opened-report.do") });
  };
  app.on("second-instance", (_event, later) => {
    if (namesReport(later)) explain();
  });
  app.on("open-file", (event, path) => {
    event.preventDefault();
    if (namesReport(["", path])) explain();
  });
  if (namesReport(words)) window.once("show", explain);
}
