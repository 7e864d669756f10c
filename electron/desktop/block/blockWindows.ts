import { app, type BrowserWindow, type Rectangle, screen } from "electron";
import { assertNever } from "../../../shared/assertNever.ts";
import type { BlockMode } from "../../../shared/door.ts";
import { createCovers } from "./covers.ts";
import { layoutOf, placeToReturn } from "./displays.ts";

export interface BlockWindows {
  apply(mode: BlockMode): void;
}

/** The windows of the block screen: the app's own on the first display, a cover on each other one. They follow displays that come and go. */
export function createBlockWindows(window: BrowserWindow): BlockWindows {
  const covers = createCovers();
  let mode: BlockMode = "off";
  let before: Rectangle | null = null;
  let covered = "";
  let ending = false;
  const layout = () => layoutOf(screen.getPrimaryDisplay(), screen.getAllDisplays());

  const inFront = () => {
    window.setAlwaysOnTop(true, mode === "full" ? "screen-saver" : "floating");
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true });
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  };
  const fill = () => {
    const first = screen.getPrimaryDisplay();
    // Where no window manager knows full screen, the bounds alone cover the display.
    window.setBounds(first.bounds);
    window.setKiosk(true);
    covered = layout();
    covers.layOut(screen.getAllDisplays().filter(({ id }) => id !== first.id));
  };
  const release = () => {
    covers.layOut([]);
    if (window.isKiosk()) window.setKiosk(false);
    if (before !== null) window.setBounds(placeToReturn(before, screen.getPrimaryDisplay(), screen.getAllDisplays()));
    before = null;
  };
  const draw = () => {
    if (window.isDestroyed()) return;
    switch (mode) {
      case "off":
        window.setAlwaysOnTop(false);
        window.setVisibleOnAllWorkspaces(false);
        return release();
      case "window":
        release();
        return inFront();
      case "full":
        before ??= window.getNormalBounds();
        inFront();
        return fill();
      default:
        return assertNever(mode);
    }
  };
  const follow = () => {
    if (mode !== "full" || window.isDestroyed() || layout() === covered) return;
    // Full screen stays where it was put: it has to be left before it can go to another display.
    if (window.isKiosk()) window.setKiosk(false);
    draw();
  };
  screen.on("display-added", follow);
  screen.on("display-removed", follow);
  screen.on("display-metrics-changed", follow);
  // "Show the desktop" and the like make it small; it comes back at once.
  for (const away of ["minimize", "hide"] as const) {
    window.on(away as "minimize", () => {
      if (mode !== "off") setImmediate(() => mode !== "off" && !window.isDestroyed() && inFront());
    });
  }
  // A cover lets itself be closed by nobody, not even by the end of the app.
  app.on("before-quit", () => {
    ending = true;
    mode = "off";
    covers.layOut([]);
  });
  return {
    apply(next) {
      // What a run comes to while the app ends must not bring the covers back: they would keep it from ending.
      if (ending || next === mode) return;
      mode = next;
      draw();
    },
  };
}
