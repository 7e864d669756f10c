import type { DoorActions } from "../../electron/ipc/doorActions.ts";
import { browserDoor } from "../../shared/browserDoor.ts";

/** A door that refuses everything; a test puts in what it needs. */
export function fakeDoor(part: Partial<DoorActions> = {}): DoorActions {
  return {
    state: () => browserDoor,
    onChange: () => () => undefined,
    onShow: () => () => undefined,
    save: () => Promise.reject(new Error("not asked for")),
    toPdf: async () => null,
    quit: async () => ({ ok: false, code: "impossible" }),
    shutDown: async () => ({ ok: false, code: "impossible" }),
    stepAside: () => undefined,
    returnBlock: () => undefined,
    ...part,
  };
}
