import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import { channels } from "../../shared/ipc/channels.ts";
import { callIds } from "../../shared/ipc/contract.ts";
import type { Gate } from "../ipc/serve.ts";
import type { PreflightService } from "../services/preflight.ts";
import { isOwnUrl } from "./appScheme.ts";

/** Only the top frame of our one window, while it shows our own page. */
function isTrusted(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame; // null once the frame has gone elsewhere
  return !window.isDestroyed() && event.sender === window.webContents && frame !== null && frame.parent === null && isOwnUrl(frame.url);
}

/** Connects the contract's calls and the service's changes with the window. */
export function openIpcDoor(window: BrowserWindow, gate: Gate, service: PreflightService): void {
  for (const id of callIds) {
    ipcMain.handle(channels.calls[id], (event, input: unknown) => gate.call(id, input, { trusted: isTrusted(event, window) }));
  }
  const end = service.subscribe((snapshot) => {
    const value = gate.event("snapshot", snapshot);
    if (value !== null && !window.isDestroyed()) window.webContents.send(channels.events.snapshot, value);
  });
  window.once("closed", end);
}
