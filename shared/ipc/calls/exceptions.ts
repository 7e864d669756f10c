import { z } from "zod";
import { approvalRefusals, pendingRequestSchema } from "../../approvals.ts";
import { exceptionRecordSchema, exceptionRefusals, exceptionRequestSchema } from "../../exceptions.ts";
import { doneOr } from "./answers.ts";

const requestCode = z.string().max(64);

export const exceptionCalls = {
  /** Accepts an exception at once, where the policy lets the employee do so alone. */
  "exceptions.request": {
    input: exceptionRequestSchema,
    output: z.discriminatedUnion("ok", [
      z.strictObject({ ok: z.literal(true), exception: exceptionRecordSchema }),
      z.strictObject({ ok: z.literal(false), code: z.enum(exceptionRefusals), limit: z.number().optional() }),
    ]),
  },
  "exceptions.revoke": {
    input: z.strictObject({ id: z.string().max(64) }),
    output: doneOr(["unknown-exception", "already-ended", "state-unwritable"]),
  },
  /** Keeps a request that the helpdesk has to answer. Refused for the same reasons as an exception. */
  "requests.open": {
    input: exceptionRequestSchema,
    output: z.discriminatedUnion("ok", [
      z.strictObject({ ok: z.literal(true), pending: pendingRequestSchema }),
      z.strictObject({ ok: z.literal(false), code: z.enum([...exceptionRefusals, "too-many-requests"]), limit: z.number().optional() }),
    ]),
  },
  "requests.withdraw": { input: z.strictObject({ code: requestCode }), output: doneOr(["unknown-request", "state-unwritable"]) },
  /** `answer`: what the helpdesk said or sent, a signed approval or a short code, as it was typed or pasted. */
  "requests.answer": {
    input: z.strictObject({ code: requestCode, answer: z.string().max(4000) }),
    output: z.discriminatedUnion("ok", [
      z.strictObject({ ok: z.literal(true), exception: exceptionRecordSchema }),
      z.strictObject({
        ok: z.literal(false),
        code: z.enum([...approvalRefusals, ...exceptionRefusals.filter((code) => code !== "state-unwritable")]),
        limit: z.number().optional(),
        triesLeft: z.number().int().min(0).optional(),
      }),
    ]),
  },
} as const;
