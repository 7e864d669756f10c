import type { ServerResponse } from "node:http";
import type { Gate } from "../ipc/serve.ts";
import type { PreflightService } from "../services/preflight.ts";

/**
 * Writes one JSON line for the current state and one for each later state, until the page goes away.
 * A page that reads slowly gets the newest state when it is ready again, not a queue of old ones.
 */
export function streamSnapshots(response: ServerResponse, service: PreflightService, gate: Gate): void {
  let waiting = false;
  let missed = false;
  const send = () => {
    if (waiting) {
      missed = true;
      return;
    }
    const value = gate.event("snapshot", service.snapshot());
    // What cannot be sent must not leave the state before on the screen: without the stream the page shows no light.
    if (value === null) response.destroy();
    else waiting = !response.write(`${JSON.stringify({ event: "snapshot", value })}\n`);
  };
  response.on("drain", () => {
    waiting = false;
    if (!missed) return;
    missed = false;
    send();
  });
  const end = service.subscribe(send);
  response.on("close", end);
  send();
}
