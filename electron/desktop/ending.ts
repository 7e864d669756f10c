import { type App, type BrowserWindow, dialog, powerMonitor } from "electron";
import type { Platform } from "../../shared/platform.ts";
import type { PreflightService } from "../services/preflight.ts";
import type { DesktopText } from "./desktopText.ts";

export interface EndingParts {
  readonly app: App;
  readonly service: PreflightService;
  readonly window: BrowserWindow;
  readonly text: DesktopText;
  readonly platform: Platform;
  /** A block screen is up, or has stepped aside. */
  readonly isBlocked: () => boolean;
  readonly log: (line: string) => void;
}

export interface Ending {
  /** Asks the person, who is told what quitting means. @returns false: they stay. */
  quit(): Promise<boolean>;
  isUnderway(): boolean;
}

/** Every way in which the app ends, each written into the journal once, after everything that is being written is on the disk. */
export function createEnding({ app, service, window, text, platform, isBlocked, log }: EndingParts): Ending {
  let underway = false;
  let asked = false;
  let bySystem = false;
  let recorded: Promise<boolean> | null = null;
  let asking: Promise<boolean> | null = null;
  const light = () => service.snapshot().decision?.light ?? null;
  const record = () => {
    // The light of this moment: with the clearances it goes out.
    recorded ??= service.recordApp(asked ? { type: "quit", light: light(), blocked: isBlocked() } : { type: "ended", because: "system" });
    return recorded;
  };
  const ask = async () => {
    const question = {
      type: "question" as const,
      title: text("quit.title"),
      message: text("quit.title"),
      detail: isBlocked() ? `${text("quit.blocked")}\n\n${text("quit.what")}` : text("quit.what"),
      buttons: [text("quit.yes"), text("quit.no")],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    };
    // Over the window where it is seen; a window that covers everything would hide a dialog of its own, and one that is minimised would hide this.
    const { response } =
      window.isVisible() && !window.isMinimized() ? await dialog.showMessageBox(window, question) : await dialog.showMessageBox(question);
    return response === 0;
  };

  const ending: Ending = {
    isUnderway: () => underway,
    async quit() {
      asking ??= ask().finally(() => {
        asking = null;
      });
      if (!(await asking)) return false;
      asked = true;
      app.quit();
      return true;
    },
  };
  // Linux and macOS tell of a shutdown and a log-off before they end the apps.
  powerMonitor.on("shutdown", () => {
    bySystem = true;
  });
  app.on("before-quit", (event) => {
    // Quit of the Dock and of macOS's own menu come this way, without our question.
    if (platform === "macos" && !asked && !bySystem && !window.isDestroyed()) {
      event.preventDefault();
      void ending.quit();
      return;
    }
    underway = true;
  });
  app.on("window-all-closed", () => app.quit());
  // Windows is shutting down or the person logs off: there may be no time for anything else.
  window.on("session-end", () => void record());
  app.once("will-quit", (event) => {
    event.preventDefault();
    record()
      .then((written) => written || log("end: not written into the journal"))
      .then(() => service.endClearances("quit"))
      .then(() => service.close())
      .catch((error: unknown) => log(`end: ${error instanceof Error ? error.name : "failed"}`))
      .finally(() => app.exit(0));
  });
  return ending;
}
