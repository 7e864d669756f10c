import { z } from "zod";

/** The answer of a call that has nothing to tell but that it is done. */
export const done = z.strictObject({ ok: z.literal(true) });

/** Done, or one of these codes; the screen owns the sentences. */
export function doneOr<const C extends readonly [string, ...string[]]>(codes: C) {
  return z.discriminatedUnion("ok", [done, z.strictObject({ ok: z.literal(false), code: z.enum(codes) })]);
}
