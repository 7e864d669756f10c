import { z } from "zod";
import { riskIdSchema } from "./risks.ts";

/** One lesson a risk. */
export const lessonIdSchema = riskIdSchema;
export type LessonId = z.infer<typeof lessonIdSchema>;

export const lessonStateSchema = z.strictObject({
  id: lessonIdSchema,
  /** Last time that all questions were answered right; null: never. */
  passedAt: z.iso.datetime().nullable(),
  validUntil: z.iso.datetime().nullable(),
  due: z.boolean(),
});
export type LessonState = z.infer<typeof lessonStateSchema>;
