import { z } from "zod";
import { approvalByHelpdesk } from "./approvalWays.ts";
import { checkIdSchema } from "./checks/verdict.ts";
import { exceptionStandings } from "./exceptionStandings.ts";

/** At least one of ticket and approver is needed when the policy says so (`exceptions.needApproval`). */
const scopeShape = {
  checkId: checkIdSchema,
  /** Only for this subject of the verdict; absent: for whatever the check finds, and for "could not check". */
  subject: z.string().min(1).max(256).optional(),
  /** Only for this activity; absent: for all. */
  activityId: z.string().max(64).optional(),
  /** Only on this network (`networkId` of the run); absent: on all. */
  networkId: z.string().max(64).optional(),
};

/** What a person fills in. Lengths here are hard limits; the policy's own limits are checked by the exceptions service with the rule's name. */
export const exceptionRequestSchema = z.strictObject({
  ...scopeShape,
  reason: z.string().trim().min(1).max(2000),
  compensatingMeasure: z.string().trim().min(1).max(2000),
  approver: z.string().trim().min(1).max(200).optional(),
  ticket: z.string().trim().min(1).max(200).optional(),
  /** ISO 8601 with offset or Z. */
  endsAt: z.iso.datetime({ offset: true }),
});
export type ExceptionRequest = z.infer<typeof exceptionRequestSchema>;

export const exceptionRecordSchema = z.strictObject({
  id: z.string().regex(/^EX-[0-9A-HJKMNP-TV-Z]{8}$/),
  ...scopeShape,
  reason: z.string().max(2000),
  compensatingMeasure: z.string().max(2000),
  approver: z.string().max(200).optional(),
  ticket: z.string().max(200).optional(),
  createdAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  revokedAt: z.iso.datetime().optional(),
  /** How the helpdesk approved it; absent: the employee accepted it alone. */
  approvedBy: z.enum(approvalByHelpdesk).optional(),
  policy: z.strictObject({ id: z.string().max(64), revision: z.number().int() }),
});
/** A documented, dated permission to work although one check is not met. It never changes a verdict. */
export type ExceptionRecord = z.infer<typeof exceptionRecordSchema>;

export const standingEntrySchema = z.strictObject({
  standing: z.enum(exceptionStandings),
  /** The end that is judged with: held to the policy's maximum. */
  until: z.iso.datetime(),
});

/** Why a request was refused; each value is the name of the rule in the policy that refuses it, or of the part of the request that is wrong. */
export const exceptionRefusals = [
  "unknown-check",
  "unknown-activity",
  "check-not-in-policy",
  "exceptions.allowed",
  "exceptions.classes",
  "exceptions.minReasonLength",
  "exceptions.needApproval",
  "exceptions.maxDays",
  "exceptions.mayCoverUnknown",
  "exceptions.approval",
  "ends-in-the-past",
  "nothing-to-except",
  "state-unwritable",
] as const;
export type ExceptionRefusal = (typeof exceptionRefusals)[number];
