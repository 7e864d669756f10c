import { z } from "zod";
import { checkIdSchema, verdictSchema } from "./checks/verdict.ts";

/**
 * What a verdict means under the policy.
 * ok: as it should be · warn: recommended, not met · block: required, not met or not seen · grace: required, not met, still within the days allowed ·
 * excepted: not met, covered by a documented exception · skipped: makes no sense on this machine.
 */
export const outcomes = ["ok", "warn", "block", "grace", "excepted", "skipped"] as const;
export const outcomeSchema = z.enum(outcomes);
export type Outcome = (typeof outcomes)[number];

export const lights = ["go", "caution", "stop"] as const;
export const lightSchema = z.enum(lights);
export type Light = (typeof lights)[number];

/**
 * Something about Preflight's own records that cannot be trusted. None of them lets a light get better:
 * the table in `electron/checks/decide.ts` says how bad each one is.
 */
export const integrityKinds = [
  "policy-refused",
  // The organisation's files are gone: its last policy stays in force.
  "policy-gone",
  "journal-broken",
  "journal-unwritable",
  "state-unreadable",
  "state-unwritable",
  // A later version of the app wrote it: not used, not written over.
  "state-newer",
  // Another process kept the records to itself for longer than anybody waits.
  "state-locked",
  "clock-went-back",
] as const;
export const integrityIssueSchema = z.strictObject({
  kind: z.enum(integrityKinds),
  /** Technical words for the helpdesk: which file, which line, what was kept. */
  detail: z.string().max(1000),
});
export type IntegrityIssue = z.infer<typeof integrityIssueSchema>;
export type IntegrityKind = IntegrityIssue["kind"];

export const findingSchema = z.strictObject({
  checkId: checkIdSchema,
  verdict: verdictSchema,
  /** The worst outcome over all activities. */
  outcome: outcomeSchema,
  /** Since when the check has not passed (ISO 8601); the time of this run for one that passes. */
  since: z.iso.datetime(),
  /** With outcome "grace": when the days allowed end. */
  resolveBefore: z.iso.datetime().optional(),
  /** With outcome "excepted": the exception that covers it. */
  exceptionId: z.string().max(64).optional(),
});
export type Finding = z.infer<typeof findingSchema>;

export const clearanceSchema = z.strictObject({
  activityId: z.string().max(64),
  light: lightSchema,
  /** Checks that stop this activity. */
  blockedBy: z.array(checkIdSchema),
  /** Checks that are amber for it: warned, in grace or excepted. */
  cautionedBy: z.array(checkIdSchema),
  exceptions: z.array(z.string().max(64)),
  validUntil: z.iso.datetime(),
});
export type Clearance = z.infer<typeof clearanceSchema>;

export const coverageSchema = z.strictObject({
  evaluated: z.number().int().min(0),
  unknown: z.number().int().min(0),
  skipped: z.number().int().min(0),
  declared: z.number().int().min(0),
});

export const decisionSchema = z.strictObject({
  light: lightSchema,
  clearances: z.array(clearanceSchema),
  coverage: coverageSchema,
  integrity: z.array(integrityIssueSchema),
  validUntil: z.iso.datetime(),
});
export type Decision = z.infer<typeof decisionSchema>;
