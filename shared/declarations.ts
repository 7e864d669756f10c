import { z } from "zod";
import { checkIdSchema } from "./checks/verdict.ts";

/** What a person said and the app cannot measure: who can see the screen, whose PC this is, that the rules were read. */
export const declarationSchema = z.strictObject({
  checkId: checkIdSchema,
  /** true: "yes, it is so". false: "no", which the check judges as a failure. */
  affirmed: z.boolean(),
  at: z.iso.datetime(),
  policyRevision: z.number().int(),
});
export type Declaration = z.infer<typeof declarationSchema>;
