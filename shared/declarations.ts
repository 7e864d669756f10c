import { z } from "zod";
import { checkIdSchema } from "./checks/verdict.ts";
import { bilingualSchema } from "./message.ts";

/**
 * Which start of the PC and which log-in this is. `id`: what the system calls them, as a pseudonym; null: it names none.
 * `bootedAt`: when the PC was started, where the id alone does not tell one start from another.
 */
export const logInSchema = z.strictObject({ id: z.string().min(1).max(64).nullable(), bootedAt: z.iso.datetime().nullable() });
export type LogIn = z.infer<typeof logInSchema>;

/** Where and when in the life of the PC an answer was given: some hold only there. */
export const placeSchema = z.strictObject({ networkId: z.string().max(64).nullable(), logIn: logInSchema });
export type Place = z.infer<typeof placeSchema>;

const ruleToReadSchema = z.strictObject({ id: z.string().max(64), title: bilingualSchema, text: bilingualSchema.nullable() });

/** What a person said and the app cannot measure: who can see the screen, whose PC this is, that the rules were read, that a lesson was passed. */
export const declarationSchema = z.strictObject({
  checkId: checkIdSchema,
  /** Of several things under one check the one that this is about: the lesson. */
  subject: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,47}$/)
    .optional(),
  /** true: "yes, it is so". false: "no", which the check judges as a failure. */
  affirmed: z.boolean(),
  at: z.iso.datetime(),
  policyRevision: z.number().int(),
  /** The policy in force. Absent: written by an older version, and the journal does not show it either. */
  policyId: z.string().max(64).optional(),
  /** The very words that were accepted. Absent: no rules were asked about, or written by an older version. */
  rules: z.array(ruleToReadSchema).max(100).optional(),
  /** Absent: given where the app did not know it, which is nowhere. */
  place: placeSchema.optional(),
});
export type Declaration = z.infer<typeof declarationSchema>;
