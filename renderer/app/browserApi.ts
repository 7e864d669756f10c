import type { CallId, CallInput, CallOutput, EventId, EventValue, PreflightApi } from "../../shared/ipc/contract.ts";
import { CallFailure } from "./callFailure.ts";
import type { Connection, ConnectionState } from "./connection.ts";
import { jsonLines } from "./ndjson.ts";
import { looksLikeSnapshot } from "./snapshotShape.ts";

const firstWaitMs = 500;
const longestWaitMs = 8_000;

const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && key in value ? (value as Record<string, unknown>)[key] : undefined;

async function call<C extends CallId>(token: string | null, id: C, input: CallInput<C>): Promise<CallOutput<C>> {
  if (token === null) throw new CallFailure("unauthorised", "no token");
  const headers = { "content-type": "application/json", "x-preflight-token": token };
  const response = await fetch(`/api/call/${id}`, { method: "POST", headers, body: JSON.stringify(input) }).catch((error: unknown) => {
    throw new CallFailure("unreachable", String(error));
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.status === 401 || response.status === 403) throw new CallFailure("unauthorised", String(response.status));
  if (!response.ok) throw new CallFailure("refused", String(fieldOf(answer, "error") ?? response.status));
  const value = fieldOf(answer, "value");
  if (value === undefined) throw new CallFailure("malformed", `no value in the answer to ${id}`);
  return value as CallOutput<C>;
}

/**
 * The same API as the desktop's bridge, over HTTP to the loopback host that served this page. The door of a browser never changes, so no event of it comes. One stream of events for all listeners; when it
 * breaks, the connection is told as lost and made again, with longer and longer waits.
 */
export function createBrowserApi(token: string | null): { readonly api: PreflightApi; readonly connection: Connection } {
  const listeners: { readonly [E in EventId]: Set<(value: EventValue<E>) => void> } = { snapshot: new Set(), door: new Set(), show: new Set() };
  const watchers = new Set<(state: ConnectionState) => void>();
  const tell = (state: ConnectionState) => {
    for (const watcher of watchers) watcher(state);
  };
  let stream: AbortController | null = null;

  async function readOnce(signal: AbortSignal, onSnapshot: () => void): Promise<void> {
    const response = await fetch("/api/events", { headers: { "x-preflight-token": token ?? "" }, signal });
    if (!response.ok || response.body === null) throw new CallFailure("refused", String(response.status));
    for await (const line of jsonLines(response.body)) {
      const value = fieldOf(line, "value");
      if (fieldOf(line, "event") !== "snapshot") continue;
      if (!looksLikeSnapshot(value)) throw new CallFailure("malformed", "event");
      for (const listener of listeners.snapshot) listener(value);
      // The stream begins with the current state: from here on what is shown is current.
      tell("live");
      onSnapshot();
    }
  }

  async function keepReading(signal: AbortSignal): Promise<void> {
    let wait = firstWaitMs;
    while (!signal.aborted) {
      await readOnce(signal, () => {
        wait = firstWaitMs;
      }).catch(() => undefined);
      if (signal.aborted) return;
      tell("lost");
      await new Promise((resolve) => setTimeout(resolve, wait));
      wait = Math.min(wait * 2, longestWaitMs);
    }
  }

  return {
    api: {
      call: (id, input) => call(token, id, input),
      on(id, listener) {
        const own = listeners[id] as Set<typeof listener>;
        own.add(listener);
        if (stream === null && token !== null) {
          stream = new AbortController();
          void keepReading(stream.signal);
        }
        return () => {
          own.delete(listener);
          if (Object.values(listeners).some(({ size }) => size > 0)) return;
          stream?.abort();
          stream = null;
        };
      },
    },
    connection: {
      onChange(watcher) {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
    },
  };
}
