import { z } from "zod";
import { checkIdSchema } from "../../checks/verdict.ts";
import { lessonIdSchema } from "../../learning.ts";
import { doneOr } from "./answers.ts";

export const peopleCalls = {
  /** A person's own word on something that the app cannot measure; it holds in this network and under this log-in where the check says so. */
  "declarations.set": {
    input: z.strictObject({ checkId: checkIdSchema, affirmed: z.boolean() }),
    output: doneOr(["unknown-check", "by-lessons", "state-unwritable"]),
  },
  /** The chosen option of each question, in order. `passed`: all were right, and the lesson counts. */
  "lessons.answer": {
    input: z.strictObject({ lessonId: lessonIdSchema, answers: z.array(z.number().int().min(0).max(9)).min(1).max(10) }),
    output: z.discriminatedUnion("ok", [
      z.strictObject({ ok: z.literal(true), passed: z.boolean(), wrong: z.array(z.number().int().min(0).max(9)) }),
      z.strictObject({ ok: z.literal(false), code: z.enum(["wrong-count", "state-unwritable"]) }),
    ]),
  },
} as const;
