import { z } from "zod";
import { checkIdSchema } from "../checks/verdict.ts";
import { decisionSchema, findingSchema, integrityIssueSchema } from "../decision.ts";
import { declarationSchema, logInSchema } from "../declarations.ts";
import { exceptionRecordSchema } from "../exceptions.ts";
import { factIdSchema, factsSchema } from "../facts/catalogue.ts";
import { unknownReasons } from "../observation.ts";
import { personalFieldSchema } from "../personalFields.ts";
import { platformSchema } from "../platform.ts";
import { policySchema } from "../policy/schema.ts";
import { policySummarySchema } from "../snapshot.ts";

export const reportSchemaId = "preflight-report/1";
const digestSchema = z.string().regex(/^sha256-[0-9a-f]{64}$/);

const notCheckedSchema = z.strictObject({
  checkId: checkIdSchema,
  reason: z.enum(unknownReasons),
  /** Facts that could not be had, with what the machine answered. */
  facts: z.array(z.strictObject({ id: factIdSchema, reason: z.enum(unknownReasons), detail: z.string().max(2000) })),
});

/**
 * What the helpdesk gets. It holds all that the decision was computed from, so that anybody with the same version of Preflight can compute it
 * again; `preflight report verify` does. Written as canonical JSON.
 */
export const reportSchema = z.strictObject({
  schema: z.literal(reportSchemaId),
  /** "sha256-" and hex over the canonical JSON of everything but this field. */
  digest: digestSchema,
  helpdeskCode: z.string().regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/),
  app: z.strictObject({ version: z.string().max(64), platform: platformSchema }),
  /** As the OS kernel names itself. The product's name and version are in the fact "os-release". `timeZone`: IANA name, the one the page shows its times in. */
  os: z.strictObject({ release: z.string().max(256), arch: z.string().max(64), timeZone: z.string().max(64) }),
  run: z.strictObject({ id: z.string().max(64), startedAt: z.iso.datetime(), finishedAt: z.iso.datetime(), durationMs: z.number().min(0) }),
  /** The time of the decision: deadlines were counted with it. */
  now: z.iso.datetime(),
  policy: z.strictObject({ summary: policySummarySchema, content: policySchema }),
  facts: factsSchema,
  exceptions: z.array(exceptionRecordSchema),
  declarations: z.array(declarationSchema),
  failingSince: z.record(checkIdSchema, z.iso.datetime()),
  integrity: z.array(integrityIssueSchema),
  /** Findings that the employee calls wrong, in his own words. They change nothing of the decision. Absent: none. */
  disputes: z.array(z.strictObject({ checkId: checkIdSchema, at: z.iso.datetime(), words: z.string().max(1000) })).optional(),
  networkId: z.string().max(64).nullable(),
  /** Answers of some checks hold in this network and under this log-in alone. */
  logIn: logInSchema,
  findings: z.array(findingSchema),
  decision: decisionSchema,
  notChecked: z.array(notCheckedSchema),
  /** Milliseconds; a fact that was proved unchanged took none. */
  timings: z.strictObject({ totalMs: z.number().min(0), facts: z.partialRecord(factIdSchema, z.number().min(0)) }),
  redaction: z.strictObject({
    /** Personal fields that the employee left readable. All others are pseudonyms. */
    readable: z.array(personalFieldSchema),
    /** True: the decision rests on a field that is hidden here, so it cannot be computed again from this file. */
    decisionRestsOnHidden: z.boolean(),
  }),
  /** The end of the journal when the report was made; null: there was none. */
  journal: z.strictObject({
    ok: z.boolean(),
    /** Digest of the first entry: tells this PC's journal from another's. */
    first: digestSchema.nullable(),
    head: z.strictObject({ seq: z.number().int().min(1), digest: digestSchema }).nullable(),
  }),
});
export type Report = z.infer<typeof reportSchema>;
