import { z } from "zod";
import { exceptionRequestSchema } from "./exceptions.ts";

/** A request that waits for the helpdesk's answer. */
export const pendingRequestSchema = z.strictObject({
  /** "RQ-7K4Q2MXD": what is read out over the phone; made from the request, so that an approval fits this request alone. */
  code: z.string().regex(/^RQ-[0-9A-HJKMNP-TV-Z]{8}$/),
  request: exceptionRequestSchema,
  createdAt: z.iso.datetime(),
  /** After this no approval is accepted any more. */
  expiresAt: z.iso.datetime(),
  /** Everything that the helpdesk needs to decide, as the text that the QR code holds and that can be copied. */
  letter: z.string().max(4000),
  /** Short codes that may still be tried for this request; 0: only a signed approval helps. */
  triesLeft: z.number().int().min(0),
});
export type PendingRequest = z.infer<typeof pendingRequestSchema>;

/** Why an answer of the helpdesk was not accepted. */
export const approvalRefusals = [
  "unknown-request",
  "request-expired",
  "not-an-approval",
  "other-request",
  "bad-signature",
  "unknown-key",
  "approval-expired",
  "wrong-code",
  "code-expired",
  "too-many-tries",
  "too-soon",
  "codes-used-up",
  "way-not-allowed",
  "state-unwritable",
] as const;
export type ApprovalRefusal = (typeof approvalRefusals)[number];
