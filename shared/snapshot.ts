import { z } from "zod";
import { pendingRequestSchema } from "./approvals.ts";
import { approvalWays } from "./approvalWays.ts";
import { checkIdSchema } from "./checks/verdict.ts";
import { decisionSchema, findingSchema } from "./decision.ts";
import { declarationSchema } from "./declarations.ts";
import { exceptionRecordSchema, standingEntrySchema } from "./exceptions.ts";
import { factIdSchema, factsSchema } from "./facts/catalogue.ts";
import { lessonStateSchema } from "./learning.ts";
import { bilingualSchema, messageRefSchema } from "./message.ts";
import { openingSchema } from "./openings.ts";
import { platformSchema } from "./platform.ts";
import { policyOrigins, policySchema } from "./policy/schema.ts";
import { groupSchema, riskIdSchema } from "./risks.ts";
import { sessionSchema } from "./session.ts";
import { settingsSchema } from "./settings.ts";

/** What the screens need to know of a check; its texts come by key: `check.<id>.title`, `.why`, `.<message>`, `.remedy.<remedy>.<platform>` (one step a line). */
export const checkInfoSchema = z.strictObject({
  id: checkIdSchema,
  group: groupSchema,
  kind: z.enum(["measured", "declared"]),
  risks: z.array(riskIdSchema),
  facts: z.array(factIdSchema),
});
export type CheckInfo = z.infer<typeof checkInfoSchema>;

export const policySummarySchema = z.strictObject({
  id: z.string(),
  revision: z.number().int(),
  /** "sha256-" + hex of the policy file's bytes. */
  digest: z.string(),
  origin: z.enum(policyOrigins),
  title: bilingualSchema,
  /**
   * Nobody could tell that an administrator of this PC put the policy there: it judges, and starts nothing. Absent: proved, not the organisation's, or
   * written by an older version.
   */
  ownership: z.literal("not-proved").optional(),
});
export type PolicySummary = z.infer<typeof policySummarySchema>;

export const phaseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("idle") }),
  /** `checks` is absent when all are looked at. */
  z.strictObject({ kind: z.literal("running"), done: z.number().int(), total: z.number().int(), checks: z.array(checkIdSchema).optional() }),
  z.strictObject({ kind: z.literal("finished") }),
  z.strictObject({ kind: z.literal("cancelled") }),
  z.strictObject({ kind: z.literal("failed"), detail: z.string().max(1000) }),
]);
export type Phase = z.infer<typeof phaseSchema>;

/** The part of the policy that people see. Launch targets and keys stay on the main side. */
const policyTextsSchema = policySchema
  .pick({
    risks: true,
    informationClasses: true,
    methods: true,
    measures: true,
    contacts: true,
    conduct: true,
    desktop: true,
  })
  .extend({
    /** `startable`: it has a launch target for this system that counts. */
    activities: z.array(policySchema.shape.activities.element.omit({ launch: true }).extend({ startable: z.boolean() })),
    exceptions: policySchema.shape.exceptions.omit({ approval: true }).extend({ approvalBy: z.array(z.enum(approvalWays)) }),
  });
export type PolicyTexts = z.infer<typeof policyTextsSchema>;
export type ShownActivity = PolicyTexts["activities"][number];

/**
 * Everything that a front door shows, at one moment. The window, the browser page and `preflight check --json` all get exactly this.
 * `decision` is null until every fact has arrived; during a re-check of some items it is null as well, so that no stale light is shown.
 */
export const snapshotSchema = z.strictObject({
  schema: z.literal("preflight-snapshot/1"),
  app: z.strictObject({ version: z.string(), platform: platformSchema }),
  phase: phaseSchema,
  run: z
    .strictObject({ id: z.string(), startedAt: z.iso.datetime(), finishedAt: z.iso.datetime().nullable(), durationMs: z.number().nullable() })
    .nullable(),
  policy: policySummarySchema,
  /** Titles, classes, methods, risks and activities, as the policy words them. */
  policyTexts: policyTextsSchema,
  checks: z.array(checkInfoSchema),
  findings: z.array(findingSchema),
  decision: decisionSchema.nullable(),
  facts: factsSchema,
  /** All that are kept, ended ones too, newest first. */
  exceptions: z.array(exceptionRecordSchema),
  /** How each of them stands, by its id: the lists say what the judge counts. */
  standings: z.record(z.string(), standingEntrySchema),
  /** Requests that wait for the helpdesk, newest first. */
  requests: z.array(pendingRequestSchema),
  declarations: z.array(declarationSchema),
  /** What the answers that hold in any place are worth now, by the checks of the policy themselves, also before a run. `message`: why. */
  answers: z.array(z.strictObject({ checkId: checkIdSchema, counts: z.boolean(), message: messageRefSchema })),
  lessons: z.array(lessonStateSchema),
  /** Findings for which the right place can be opened here. */
  openings: z.array(openingSchema),
  /** Programs of the policy's list that run without a clearance for their activity, by the policy's ids and title. */
  guarded: z.array(
    z.strictObject({
      id: z.string().max(64),
      title: bilingualSchema,
      activityId: z.string().max(64),
      since: z.iso.datetime(),
      /** It was asked to end. */
      asked: z.boolean(),
    }),
  ),
  /** What the employee called wrong, and when. */
  disputes: z.array(z.strictObject({ checkId: checkIdSchema, at: z.iso.datetime() })),
  session: sessionSchema,
  settings: settingsSchema,
  /** The file of the settings could not be used and was set aside, or cannot even be touched: what is shown are the defaults. */
  settingsLost: z.boolean().optional(),
  networkId: z.string().nullable(),
  /** "C622-2062-HJTT": the same code stands in the report of this run. Null before the first decision. */
  helpdeskCode: z.string().nullable(),
  /** Only when a recording was judged: whose moment this is. Not the light of the PC that printed it. */
  replayed: z.strictObject({ recordedAt: z.iso.datetime(), appVersion: z.string() }).optional(),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
