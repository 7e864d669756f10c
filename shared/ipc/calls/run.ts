import { z } from "zod";
import { checkIdSchema } from "../../checks/verdict.ts";
import { languageSchema } from "../../message.ts";
import { snapshotSchema } from "../../snapshot.ts";
import { done, doneOr } from "./answers.ts";

export const runCalls = {
  /** The current state; the same value comes as the event `snapshot` at every change. */
  "snapshot.get": { input: z.null(), output: snapshotSchema },
  /** The texts of all checks and shared terms in one language: key → template with {{parameters}}. */
  "texts.get": { input: z.strictObject({ language: languageSchema }), output: z.record(z.string(), z.string()) },
  /** Looks at everything, or only at these checks. `busy`: a run is under way. */
  "run.start": {
    input: z.strictObject({ checks: z.array(checkIdSchema).min(1).max(100).optional() }),
    output: doneOr(["busy", "unknown-check"]),
  },
  "run.cancel": { input: z.null(), output: done },
} as const;
