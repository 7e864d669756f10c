import { z } from "zod";
import { pendingRequestSchema } from "../../../shared/approvals.ts";
import { exceptionRequestSchema } from "../../../shared/exceptions.ts";
import { digestOf } from "../digest.ts";

/** A request as requests.json holds it. */
export const keptRequestSchema = z.strictObject({
  code: pendingRequestSchema.shape.code,
  nonce: z.string().regex(/^[0-9a-f]{32}$/),
  request: exceptionRequestSchema,
  policy: z.strictObject({ id: z.string().max(64), revision: z.number().int() }),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  /** Wrong short codes so far, and when the last one came. The journal counts as well; the higher count holds. */
  tries: z.number().int().min(0),
  triedAt: z.iso.datetime().nullable(),
});
export type KeptRequest = z.infer<typeof keptRequestSchema>;
/** What the journal holds a request to. The tries are counted in the journal itself. */
export function keptDigest({ tries: _, triedAt: __, ...request }: KeptRequest): string {
  return digestOf(request);
}
