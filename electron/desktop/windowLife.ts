import { type App, type BrowserWindow, dialog } from "electron";
import type { DesktopText } from "./desktopText.ts";
import { focusWindow } from "./window.ts";

export interface WindowLifeParts {
  readonly app: App;
  readonly window: BrowserWindow;
  readonly text: DesktopText;
  readonly isEnding: () => boolean;
  /** A block screen is up: the window stays. */
  readonly isBlocked: () => boolean;
  /** Asked anew each time: a tray can come and go with the desktop's panel. */
  readonly hasTray: () => Promise<boolean>;
  /** Whether the person has not been told yet that closing is not quitting. */
  readonly firstClose: () => Promise<boolean>;
}

/** Into the tray where there is one; else only small, because a hidden window without a way back would be lost. */
async function putAway({ window, hasTray }: WindowLifeParts): Promise<boolean> {
  const tray = await hasTray();
  if (window.isDestroyed()) return tray;
  if (tray) window.hide();
  else window.minimize();
  return tray;
}

/** Closing the window does not end the app: it watches on. */
export function keepRunning(parts: WindowLifeParts): void {
  const { app, window, text, isEnding, isBlocked, hasTray, firstClose } = parts;
  const leave = async () => {
    if (await firstClose()) {
      const words = { title: text("stays.title"), message: text("stays.title"), detail: text((await hasTray()) ? "stays.tray" : "stays.minimised") };
      await dialog.showMessageBox(window, { type: "info", buttons: [text("stays.ok")], noLink: true, ...words });
    }
    if (!isEnding() && !isBlocked()) await putAway(parts);
  };
  window.on("close", (event) => {
    if (isEnding()) return;
    event.preventDefault();
    if (!isBlocked()) void leave();
  });
  app.on("activate", () => focusWindow(window));
}

/** The window's first appearance. At log-in it waits for the first answer: away when that is green, in front when it is anything else. */
export function appear(
  parts: WindowLifeParts,
  { quiet, firstAnswer }: { readonly quiet: boolean; readonly firstAnswer: Promise<"go" | "other"> },
): void {
  const { window } = parts;
  if (!quiet) {
    window.once("ready-to-show", () => window.show());
    return;
  }
  void firstAnswer.then(async (answer) => {
    if (window.isDestroyed() || window.isVisible()) return;
    if (answer === "other") return focusWindow(window);
    if (await parts.hasTray()) return;
    window.showInactive();
    window.minimize();
  });
}
