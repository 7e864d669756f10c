import { type BrowserWindow, dialog } from "electron";
import type { DoorActions } from "../ipc/doorActions.ts";
import type { DesktopText } from "./desktopText.ts";

/** For the page without script: asks in a dialog of the OS, and says so when it could not be done. */
export async function askShutDown(window: BrowserWindow, text: DesktopText, door: DoorActions): Promise<void> {
  const question = { title: text("shut-down.title"), message: text("shut-down.title"), detail: text("shut-down.what") };
  const buttons = [text("shut-down.yes"), text("shut-down.no")];
  const { response } = await dialog.showMessageBox(window, { type: "question", ...question, buttons, defaultId: 1, cancelId: 1, noLink: true });
  if (response !== 0) return;
  const answer = await door.shutDown();
  if (!answer.ok) await dialog.showMessageBox(window, { type: "error", message: text("shut-down.failed"), buttons: [text("stays.ok")] });
}
