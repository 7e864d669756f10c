import type { Door, ShownByDoor } from "../../shared/door.ts";
import type { NotWritten } from "../../shared/ipc/calls/records.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";

type Saved = Exclude<CallOutput<"report.save">, { readonly ok: false }> | { readonly ok: false; readonly code: "cancelled" | NotWritten };

export interface FileToSave {
  readonly fileName: string;
  readonly content: Uint8Array | string;
}

/** What a front door does for the page that the service cannot: files, printing, the window, the end of the app. */
export interface DoorActions {
  state(): Door;
  /** Returns the function that ends the subscription. */
  onChange(listener: (door: Door) => void): () => void;
  /** A screen that the door asks for. Returns the function that ends the subscription. */
  onShow(listener: (screen: ShownByDoor) => void): () => void;
  /** The desktop writes the file where the person chooses, the browser gives it as a download. */
  save(file: FileToSave): Promise<Saved>;
  /** The page of a report as PDF, by the path under which it is kept for a look; null: this door cannot, or it failed. */
  toPdf(previewPath: string): Promise<Uint8Array | null>;
  quit(): Promise<CallOutput<"app.quit">>;
  shutDown(): Promise<CallOutput<"app.shut-down">>;
  /** A block screen steps aside, so that something can be put right, or for an activity that may be done. */
  stepAside(activityId?: string): void;
  returnBlock(): void;
}
