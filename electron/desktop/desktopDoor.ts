import type { BrowserWindow } from "electron";
import { browserDoor, type Door } from "../../shared/door.ts";
import type { DoorActions } from "../ipc/doorActions.ts";
import type { DesktopText } from "./desktopText.ts";
import { printToPdf } from "./printToPdf.ts";
import { saveReportFrom } from "./saveReport.ts";

/** What the desktop does for its page. */
export function desktopDoor(window: BrowserWindow, text: DesktopText, log: (line: string) => void): DoorActions {
  const state: Door = { ...browserDoor, kind: "desktop", pdf: true };
  return {
    state: () => state,
    onChange: () => () => undefined,
    save: saveReportFrom(window, text, log),
    toPdf: printToPdf(log),
    quit: async () => ({ ok: false, code: "impossible" }),
    shutDown: async () => ({ ok: false, code: "impossible" }),
    stepAside: () => undefined,
    returnBlock: () => undefined,
  };
}
