import type { ComponentType } from "react";
import type { LessonId } from "../../../shared/learning.ts";
import { EavesdroppingDrawing } from "./drawings/EavesdroppingDrawing.tsx";
import { ExternalServiceDrawing } from "./drawings/ExternalServiceDrawing.tsx";
import { HumanErrorDrawing } from "./drawings/HumanErrorDrawing.tsx";
import { IntrusionDrawing } from "./drawings/IntrusionDrawing.tsx";
import { LossDrawing } from "./drawings/LossDrawing.tsx";
import { MalwareDrawing } from "./drawings/MalwareDrawing.tsx";

const drawings: { readonly [I in LessonId]: ComponentType } = {
  malware: MalwareDrawing,
  loss: LossDrawing,
  eavesdropping: EavesdroppingDrawing,
  intrusion: IntrusionDrawing,
  "external-service": ExternalServiceDrawing,
  "human-error": HumanErrorDrawing,
};

/** The drawing of a lesson; what it shows stands below it in words. */
export function LessonDrawing({ id, words }: { readonly id: LessonId; readonly words: string }) {
  const Drawing = drawings[id];
  return (
    <figure className="lesson-figure">
      <svg className="lesson-drawing" viewBox="0 0 400 150" aria-hidden="true" focusable="false">
        <Drawing />
      </svg>
      <figcaption>{words}</figcaption>
    </figure>
  );
}
