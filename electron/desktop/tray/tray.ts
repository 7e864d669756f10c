import { Menu, Tray } from "electron";
import type { DesktopText } from "../desktopText.ts";
import { trayImage } from "./trayImage.ts";
import type { TrayView } from "./trayView.ts";

export interface TrayActions {
  readonly open: () => void;
  readonly check: () => void;
  readonly lossCard: () => void;
  readonly quit: () => void;
}

export interface AppTray {
  show(view: TrayView): void;
  remove(): void;
}

/** The icon in the tray. It is drawn anew only when what it shows has changed. */
export function createTray(folder: string, text: DesktopText, actions: TrayActions, first: TrayView): AppTray {
  const tray = new Tray(trayImage(first.picture, folder, process.platform));
  let shown = "";
  const show = (view: TrayView) => {
    const now = JSON.stringify([view, text("tray.open")]);
    if (now === shown) return;
    shown = now;
    tray.setImage(trayImage(view.picture, folder, process.platform));
    tray.setToolTip(view.tooltip);
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { id: "light", label: view.heading, enabled: false },
        { type: "separator" },
        { id: "open", label: text("tray.open"), click: actions.open },
        { id: "check", label: text("tray.check"), enabled: view.mayCheck, click: actions.check },
        { id: "loss", label: text("tray.loss"), click: actions.lossCard },
        { type: "separator" },
        { id: "quit", label: text("menu.quit"), click: actions.quit },
      ]),
    );
  };
  tray.on("click", actions.open);
  show(first);
  return { show, remove: () => tray.destroy() };
}
