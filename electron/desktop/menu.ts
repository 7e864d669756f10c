import { Menu } from "electron";
import type { DesktopText } from "./desktopText.ts";

/** What keyboards expect to work: editing, text size, quit. No reload, no developer tools. */
export function setMenu(text: DesktopText, platform: NodeJS.Platform, onQuit: () => void): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        // macOS shows the first menu under the app's name.
        label: platform === "darwin" ? "Preflight" : "&Preflight",
        submenu: [{ label: text("menu.quit"), click: onQuit, accelerator: "CommandOrControl+Q" }],
      },
      {
        label: text("menu.edit"),
        submenu: [
          { label: text("menu.undo"), role: "undo" },
          { label: text("menu.redo"), role: "redo" },
          { type: "separator" },
          { label: text("menu.cut"), role: "cut" },
          { label: text("menu.copy"), role: "copy" },
          { label: text("menu.paste"), role: "paste" },
          { label: text("menu.select-all"), role: "selectAll" },
        ],
      },
      {
        label: text("menu.view"),
        submenu: [
          { label: text("menu.zoom-in"), role: "zoomIn" },
          { label: text("menu.zoom-out"), role: "zoomOut" },
          { label: text("menu.zoom-reset"), role: "resetZoom" },
        ],
      },
    ]),
  );
}
