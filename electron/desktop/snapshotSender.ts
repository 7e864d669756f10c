import type { EventValue } from "../../shared/ipc/contract.ts";
import type { Gate } from "../ipc/serve.ts";

type Value = EventValue<"snapshot">;

/**
 * Sends what keeps to the contract. A state that does not must not leave the one before on the screen, perhaps a light that is over: the page is
 * loaded anew, asks, gets no state either, and says that it cannot be shown. Once, until there is something to send again.
 */
export function sendSnapshots(gate: Pick<Gate, "event">, send: (value: Value) => void, reload: () => void): (snapshot: Value) => void {
  let shown = true;
  return (snapshot) => {
    const value = gate.event("snapshot", snapshot);
    if (value !== null) send(value);
    else if (shown) reload();
    shown = value !== null;
  };
}
