import { type BrowserWindow, type IpcMainInvokeEvent, ipcMain } from "electron";
import { channels } from "../../shared/ipc/channels.ts";
import { callIds, type EventId, type EventValue } from "../../shared/ipc/contract.ts";
import type { DoorActions } from "../ipc/doorActions.ts";
import type { Gate } from "../ipc/serve.ts";
import type { PreflightService } from "../services/preflight.ts";
import { isOwnUrl } from "./addresses.ts";
import { latestOnly } from "./latestOnly.ts";
import { sendSnapshots } from "./snapshotSender.ts";

/** Only the top frame of our one window, while it shows our own page. */
function isTrusted(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame; // null once the frame has gone elsewhere
  return !window.isDestroyed() && event.sender === window.webContents && frame !== null && frame.parent === null && isOwnUrl(frame.url);
}

/** Connects the contract's calls and the service's changes with the window. */
export function openIpcDoor(window: BrowserWindow, gate: Gate, service: PreflightService, door: DoorActions): void {
  for (const id of callIds) {
    ipcMain.handle(channels.calls[id], (event, input: unknown) => gate.call(id, input, { trusted: isTrusted(event, window) }));
  }
  const pass = <E extends EventId>(id: E, value: EventValue<E>) => {
    if (!window.isDestroyed()) window.webContents.send(channels.events[id], value);
  };
  const send = <E extends EventId>(id: E, content: EventValue<E>) => {
    const value = gate.event(id, content);
    if (value !== null) pass(id, value);
  };
  // A run changes the snapshot with every fact; a picture every 50 ms looks the same and leaves the PC to the run.
  const sendSnapshot = sendSnapshots(
    gate,
    (value) => pass("snapshot", value),
    () => !window.isDestroyed() && window.webContents.reload(),
  );
  const snapshots = latestOnly(sendSnapshot, 50);
  const ends = [
    snapshots.end,
    service.subscribe(snapshots.push),
    door.onChange((state) => send("door", state)),
    door.onShow((screen) => send("show", screen)),
  ];
  window.once("closed", () => {
    for (const end of ends) end();
  });
}
