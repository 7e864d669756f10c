import { z } from "zod";
import { type MessageRef, messageRefSchema } from "../message.ts";
import { type UnknownReason, unknownReasons } from "../observation.ts";

export const checkIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,47}$/);
/** Id of a check, for example "screen-lock". The registry holds the complete list; a policy that names another is refused. */
export type CheckId = string;

/**
 * What one check says of the facts, before any policy or exception. A `fail` cannot be built without a remedy.
 * `minor`: short of the recommendation but within the limit; even a required rule only warns for it.
 * `subject`: which thing failed (a port, a volume), so that an exception can be for exactly that.
 */
export type Verdict =
  | { readonly status: "pass"; readonly message: MessageRef }
  | {
      readonly status: "fail";
      readonly message: MessageRef;
      readonly remedy: string;
      readonly subject?: string | undefined;
      readonly minor?: boolean | undefined;
    }
  | { readonly status: "unknown"; readonly message: MessageRef; readonly reason: UnknownReason; readonly remedy?: string | undefined }
  | { readonly status: "not-applicable"; readonly message: MessageRef };

const remedyIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,47}$/);

export const verdictSchema = z.discriminatedUnion("status", [
  z.strictObject({ status: z.literal("pass"), message: messageRefSchema }),
  z.strictObject({
    status: z.literal("fail"),
    message: messageRefSchema,
    remedy: remedyIdSchema,
    subject: z.string().min(1).max(256).optional(),
    minor: z.boolean().optional(),
  }),
  z.strictObject({ status: z.literal("unknown"), message: messageRefSchema, reason: z.enum(unknownReasons), remedy: remedyIdSchema.optional() }),
  z.strictObject({ status: z.literal("not-applicable"), message: messageRefSchema }),
]);
