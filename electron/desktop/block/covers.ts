import { BrowserWindow, type Display, type Rectangle } from "electron";
import { coverUrl } from "../addresses.ts";

/** A plain page without script and without a way to close it; it takes neither focus nor a place in the task bar. */
function createCover(bounds: Rectangle): BrowserWindow {
  const cover = new BrowserWindow({
    ...bounds,
    title: "Preflight",
    show: false,
    frame: false,
    resizable: false,
    movable: false,
    minimizable: false,
    maximizable: false,
    closable: false,
    focusable: false,
    skipTaskbar: true,
    fullscreenable: false,
    hasShadow: false,
    enableLargerThanScreen: true,
    backgroundColor: "#20242c",
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, javascript: false, webviewTag: false, spellcheck: false },
  });
  // Only we take it away, by destroy().
  cover.on("close", (event) => event.preventDefault());
  cover.setAlwaysOnTop(true, "screen-saver");
  cover.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
  // Without its page it is still a cover, also when no process for the page can live.
  const appear = () => {
    if (!cover.isDestroyed() && !cover.isVisible()) cover.showInactive();
  };
  cover.once("ready-to-show", appear);
  cover.webContents.once("render-process-gone", appear);
  void cover
    .loadURL(coverUrl)
    .catch(() => undefined)
    .then(appear);
  return cover;
}

export interface Covers {
  /** One cover for each of these displays, and none elsewhere. */
  layOut(displays: readonly Pick<Display, "id" | "bounds">[]): void;
}

export function createCovers(): Covers {
  const covers = new Map<number, BrowserWindow>();
  return {
    layOut(displays) {
      for (const [id, cover] of covers) {
        if (displays.some((display) => display.id === id) && !cover.isDestroyed()) continue;
        covers.delete(id);
        if (!cover.isDestroyed()) cover.destroy();
      }
      for (const { id, bounds } of displays) {
        const cover = covers.get(id);
        if (cover) cover.setBounds(bounds);
        else covers.set(id, createCover(bounds));
      }
    },
  };
}
