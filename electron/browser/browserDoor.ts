import { browserDoor } from "../../shared/browserDoor.ts";
import type { DoorActions } from "../ipc/doorActions.ts";

/** The page in a browser: files become downloads, and there is no window of ours to hold or to end. */
export const pageDoor: DoorActions = {
  state: () => browserDoor,
  onChange: () => () => undefined,
  onShow: () => () => undefined,
  save: async ({ fileName, content }) => ({
    ok: true,
    how: "download",
    fileName,
    content: typeof content === "string" ? content : new TextDecoder().decode(content),
  }),
  toPdf: async () => null,
  quit: async () => ({ ok: false, code: "impossible" }),
  shutDown: async () => ({ ok: false, code: "impossible" }),
  stepAside: () => undefined,
  returnBlock: () => undefined,
};
