import { assertNever } from "../../../shared/assertNever.ts";
import type { Decision } from "../../../shared/decision.ts";
import type { TextKey } from "../../app/useText.ts";
import type { ShownLight } from "../check/shownLight.ts";

function underDecision({ light, clearances }: Decision): TextKey {
  switch (light) {
    case "go":
      return "screen.sub.go";
    case "caution":
      return "screen.sub.caution";
    case "stop":
      return clearances.every((clearance) => clearance.light === "stop") ? "screen.sub.stop.all" : "screen.sub.stop.some";
    default:
      return assertNever(light);
  }
}

/** The big word beside the lamps, and the short line below it. */
export function wordsOf(light: ShownLight): { readonly word: TextKey; readonly under: TextKey } {
  switch (light.kind) {
    case "decided":
      return { word: `light.${light.decision.light}`, under: underDecision(light.decision) };
    case "checking":
      return { word: "light.checking", under: "screen.sub.checking" };
    case "lost":
    case "idle":
    case "cancelled":
    case "failed":
    case "expired":
      return { word: `screen.word.${light.kind}`, under: "screen.sub.none" };
    default:
      return assertNever(light);
  }
}
