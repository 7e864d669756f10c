import { BrowserWindow, nativeTheme } from "electron";
import { pageUrl, problemUrl } from "./appScheme.ts";

export interface WindowParts {
  /** Path of the built preload script. */
  readonly preload: string;
  readonly packaged: boolean;
}

/** The one window. It appears with its first picture, not before. */
export function createWindow({ preload, packaged }: WindowParts): BrowserWindow {
  const window = new BrowserWindow({
    title: "Preflight",
    width: 1180,
    height: 800,
    minWidth: 900,
    minHeight: 640,
    show: false,
    // The page's own ground, so that nothing flashes before its first picture.
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#16191f" : "#f3f4f6",
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !packaged,
    },
  });
  window.once("ready-to-show", () => window.show());
  return window;
}

/** Loads the page. When its process ends or it cannot be loaded, the page of the main process says so and offers the way back. */
export async function showPage(window: BrowserWindow, log: (line: string) => void): Promise<void> {
  const showProblem = (what: string) => {
    log(`window: ${what}`);
    if (!window.isDestroyed()) void window.loadURL(problemUrl);
  };
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") showProblem(`page process ended: ${reason}`);
  });
  window.webContents.on("did-fail-load", (_event, code, description, url, isMainFrame) => {
    // A navigation that we refused (-3, aborted) leaves the page as it is; a problem page that cannot be loaded must not load itself for ever.
    if (isMainFrame && code !== -3 && url !== problemUrl) showProblem(`page could not be loaded: ${description}`);
  });
  await window.loadURL(pageUrl).catch(() => undefined); // the listener above has dealt with it
}

/** Brings the window to the front, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
