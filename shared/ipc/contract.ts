import type { z } from "zod";
import { doorSchema, shownByDoorSchema } from "../door.ts";
import { snapshotSchema } from "../snapshot.ts";
import { desktopCalls } from "./calls/desktop.ts";
import { exceptionCalls } from "./calls/exceptions.ts";
import { networkCalls } from "./calls/networks.ts";
import { peopleCalls } from "./calls/people.ts";
import { recordCalls } from "./calls/records.ts";
import { runCalls } from "./calls/run.ts";

/**
 * Every call that a screen can make. Input and output are checked at the gate; only ids cross, never a URL, path, command or key.
 * Expected refusals are `{ ok: false, code }`; the screen owns the sentences.
 */
export const calls = {
  ...runCalls,
  ...exceptionCalls,
  ...peopleCalls,
  ...networkCalls,
  ...recordCalls,
  ...desktopCalls,
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

/** `show`: the door asks for a screen, as the tray does for the loss card. */
export const events = { snapshot: snapshotSchema, door: doorSchema, show: shownByDoorSchema } as const;

export type CallId = keyof typeof calls;
export type CallInput<C extends CallId> = z.infer<(typeof calls)[C]["input"]>;
export type CallOutput<C extends CallId> = z.infer<(typeof calls)[C]["output"]>;
export const callIds = Object.keys(calls) as readonly CallId[];
export type EventId = keyof typeof events;
export type EventValue<E extends EventId> = z.infer<(typeof events)[E]>;

/** What the main side implements: a missing handler does not compile. */
export type Handlers = { readonly [C in CallId]: (input: CallInput<C>) => Promise<CallOutput<C>> };

/** What a screen sees as `window.preflight`, in the desktop window and in the browser alike. */
export interface PreflightApi {
  call<C extends CallId>(id: C, input: CallInput<C>): Promise<CallOutput<C>>;
  /** Returns the function that ends the subscription. */
  on<E extends EventId>(id: E, listener: (value: EventValue<E>) => void): () => void;
}
