import { BrowserWindow, nativeTheme } from "electron";
import { pageFailure } from "../../shared/pageFailure.ts";
import { isOwnUrl, pageUrl, problemUrl, shutDownUrl } from "./addresses.ts";

export interface WindowParts {
  /** Path of the built preload script. */
  readonly preload: string;
  readonly packaged: boolean;
}

/** The one window. `windowLife.ts` says when it appears. */
export function createWindow({ preload, packaged }: WindowParts): BrowserWindow {
  return new BrowserWindow({
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
}

export interface PageParts {
  readonly log: (line: string) => void;
  /** The page has failed; what happened, in technical words. */
  readonly onProblem: (reason: string) => void;
  /** The person pressed "shut down" on the page without script. */
  readonly onShutDown: () => void;
}

/** So many failed pages in this time are written down; after that the next try waits, so that a PC on which no page can live is not kept busy with it. */
const mostFailures = 5;
const failureSpanMs = 60_000;
const nextTryMs = 5_000;

/** Loads the page. When its process ends or it cannot be loaded, the page of the main process says so and offers the way back. */
export async function showPage(window: BrowserWindow, { log, onProblem, onShutDown }: PageParts): Promise<void> {
  let failures: readonly number[] = [];
  let next: NodeJS.Timeout | undefined;
  const showProblemPage = () => {
    if (!window.isDestroyed()) void window.loadURL(problemUrl).catch(() => undefined); // the listeners below deal with it
  };
  const showProblem = (what: string) => {
    log(`window: ${what}`);
    const now = Date.now();
    failures = [...failures.filter((at) => now - at < failureSpanMs), now];
    if (failures.length <= mostFailures) {
      onProblem(what);
      return showProblemPage();
    }
    clearTimeout(next);
    next = setTimeout(showProblemPage, nextTryMs);
  };
  window.webContents.on("console-message", ({ message }: { readonly message?: string }) => {
    // The page's own words for its failures: names of errors and parts, nothing that was seen on the PC.
    if (message?.startsWith(pageFailure)) log(message.slice(0, 500));
  });
  window.webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason !== "clean-exit") showProblem(`page process ended: ${reason}`);
  });
  window.webContents.on("did-fail-load", (_event, code, description, url, isMainFrame) => {
    // A navigation that we refused (-3, aborted) leaves the page as it is; a problem page that cannot be loaded must not load itself for ever.
    if (isMainFrame && code !== -3 && url !== problemUrl) showProblem(`page could not be loaded: ${description}`);
  });
  // An empty page asks for nothing and so is refused by nothing: without this the window would stay blank.
  window.webContents.on("did-navigate", (_event, url) => {
    if (!isOwnUrl(url) && !window.isDestroyed()) void window.loadURL(pageUrl).catch(() => undefined);
  });
  // The navigation itself is refused like any other (security.ts).
  window.webContents.on("will-navigate", (_event, url) => {
    if (url === shutDownUrl) onShutDown();
  });
  await window.loadURL(pageUrl).catch(() => undefined); // the listener above has dealt with it
}

/** Brings the window to the front, wherever it is. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
