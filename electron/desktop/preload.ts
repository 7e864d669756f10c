import { contextBridge, ipcRenderer } from "electron";
import { channels } from "../../shared/ipc/channels.ts";
import type { CallId, EventId, PreflightApi } from "../../shared/ipc/contract.ts";

// Everything that the page can reach of the main process: the calls and events that are listed in shared/ipc/channels.ts, by name.
// Values are checked on the other side, in electron/ipc/serve.ts; this file holds no schema so that it stays one small script.

async function call(id: CallId, input: unknown): Promise<unknown> {
  if (!Object.hasOwn(channels.calls, id)) throw new Error("unknown-call");
  const answer = await ipcRenderer.invoke(channels.calls[id], input);
  if ("value" in answer) return answer.value;
  throw new Error(answer.error);
}

function on(id: EventId, listener: (value: unknown) => void): () => void {
  if (!Object.hasOwn(channels.events, id)) throw new Error("unknown-event");
  // The event object of Electron stays on this side: it leads to ipcRenderer.
  const forward = (_event: unknown, value: unknown) => listener(value);
  ipcRenderer.on(channels.events[id], forward);
  return () => void ipcRenderer.off(channels.events[id], forward);
}

// The types of the contract meet the untyped wire here; the gate on the other side holds both to the same schemas.
contextBridge.exposeInMainWorld("preflight", { call, on } as PreflightApi);
