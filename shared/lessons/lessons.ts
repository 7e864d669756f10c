import type { LessonId } from "../learning.ts";
import { eavesdropping } from "./eavesdropping.ts";
import { externalService } from "./externalService.ts";
import { humanError } from "./humanError.ts";
import { intrusion } from "./intrusion.ts";
import type { Lesson } from "./lesson.ts";
import { loss } from "./loss.ts";
import { malware } from "./malware.ts";

/** One lesson a risk, in the order of the risks. */
export const lessons: { readonly [I in LessonId]: Lesson } = {
  malware,
  loss,
  eavesdropping,
  intrusion,
  "external-service": externalService,
  "human-error": humanError,
};
