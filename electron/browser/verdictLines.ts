import { assertNever } from "../../shared/assertNever.ts";
import { countedToDos, questionsIn } from "../../shared/findingOrder.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import type { Translate } from "../services/text.ts";

/** The verdict in two lines for the terminal: light and sentence, then how much there is to do of each kind. */
export function verdictLines({ decision, findings, checks, phase }: Snapshot, translate: Translate): readonly string[] {
  switch (phase.kind) {
    case "idle":
    case "running":
      return [translate({ key: "checking" })];
    case "cancelled":
    case "failed":
      return [translate({ key: "verdict.none" })];
    case "finished": {
      if (decision === null) return [translate({ key: "verdict.none" })];
      const counted = countedToDos(findings, questionsIn(checks)).map(({ toDo, count }) => translate({ key: `todo.${toDo}`, params: { count } }));
      const sign = { go: "✓", caution: "!", stop: "✕" }[decision.light];
      return [
        `${sign} ${translate({ key: `light.${decision.light}` })} – ${translate({ key: `verdict.${decision.light}` })}`,
        counted.length === 0 ? translate({ key: "findings.none" }) : counted.join(" · "),
      ];
    }
    default:
      return assertNever(phase);
  }
}
