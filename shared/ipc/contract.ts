import { z } from "zod";
import { checkIdSchema } from "../checks/verdict.ts";
import { exceptionRecordSchema, exceptionRefusals, exceptionRequestSchema } from "../exceptions.ts";
import { languageSchema } from "../message.ts";
import { snapshotSchema } from "../snapshot.ts";

const done = z.strictObject({ ok: z.literal(true) });

/** Personal fields that the employee may leave readable in a report; all others are replaced by stable pseudonyms. */
export const personalFields = ["ssid", "user", "host", "serial", "addresses"] as const;
export const personalFieldSchema = z.enum(personalFields);
export type PersonalField = (typeof personalFields)[number];

/**
 * Every call that a screen can make. Input and output are checked at the gate; only ids cross, never a URL, path, command or key.
 * Expected refusals are `{ ok: false, code }`; the screen owns the sentences.
 */
export const calls = {
  /** The current state; the same value comes as the event `snapshot` at every change. */
  "snapshot.get": { input: z.null(), output: snapshotSchema },
  /** The texts of all checks and shared terms in one language: key → template with {{parameters}}. */
  "texts.get": { input: z.strictObject({ language: languageSchema }), output: z.record(z.string(), z.string()) },
  /** Looks at everything, or only at these checks. `busy`: a run is under way. */
  "run.start": {
    input: z.strictObject({ checks: z.array(checkIdSchema).min(1).max(100).optional() }),
    output: z.discriminatedUnion("ok", [done, z.strictObject({ ok: z.literal(false), code: z.enum(["busy", "unknown-check"]) })]),
  },
  "run.cancel": { input: z.null(), output: done },
  "exceptions.request": {
    input: exceptionRequestSchema,
    output: z.discriminatedUnion("ok", [
      z.strictObject({ ok: z.literal(true), exception: exceptionRecordSchema }),
      z.strictObject({ ok: z.literal(false), code: z.enum(exceptionRefusals), limit: z.number().optional() }),
    ]),
  },
  "exceptions.revoke": {
    input: z.strictObject({ id: z.string().max(64) }),
    output: z.discriminatedUnion("ok", [
      done,
      z.strictObject({ ok: z.literal(false), code: z.enum(["unknown-exception", "already-ended", "state-unwritable"]) }),
    ]),
  },
  "declarations.set": {
    input: z.strictObject({ checkId: checkIdSchema, affirmed: z.boolean() }),
    output: z.discriminatedUnion("ok", [done, z.strictObject({ ok: z.literal(false), code: z.enum(["unknown-check", "state-unwritable"]) })]),
  },
  /** What the user calls the network of the last run; null takes the name away. `public-network`: it is certainly shared with strangers. */
  "networks.name": {
    input: z.strictObject({ named: z.enum(["home", "tether"]).nullable() }),
    output: z.discriminatedUnion("ok", [
      done,
      z.strictObject({ ok: z.literal(false), code: z.enum(["no-network", "public-network", "state-unwritable"]) }),
    ]),
  },
  /**
   * Writes the report of the last run. On the desktop the person chooses the place in the OS's own dialog ("saved"); in the browser the page
   * offers the content as a download ("download").
   */
  "report.export": {
    input: z.strictObject({ format: z.enum(["html", "json"]), language: languageSchema, readable: z.array(personalFieldSchema).max(5) }),
    // A plain union: two members share `ok: true`, which a discriminated one refuses at its first use.
    output: z.union([
      z.strictObject({ ok: z.literal(true), how: z.literal("saved"), fileName: z.string() }),
      z.strictObject({ ok: z.literal(true), how: z.literal("download"), fileName: z.string(), content: z.string() }),
      z.strictObject({ ok: z.literal(false), code: z.enum(["no-run", "cancelled", "not-written"]) }),
    ]),
  },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export const events = { snapshot: snapshotSchema } as const;

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
