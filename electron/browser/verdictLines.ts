import { assertNever } from "../../shared/assertNever.ts";
import { outcomes } from "../../shared/decision.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import type { Translate } from "../services/text.ts";

/** The verdict in two lines for the terminal: light and sentence, then how many findings of each kind. */
export function verdictLines({ decision, findings, phase }: Snapshot, translate: Translate): readonly string[] {
  switch (phase.kind) {
    case "idle":
    case "running":
      return [translate({ key: "checking" })];
    case "cancelled":
    case "failed":
      return [translate({ key: "verdict.none" })];
    case "finished": {
      if (decision === null) return [translate({ key: "verdict.none" })];
      const counts = Object.fromEntries(outcomes.map((outcome) => [outcome, findings.filter((finding) => finding.outcome === outcome).length]));
      const sign = { go: "✓", caution: "!", stop: "✕" }[decision.light];
      return [
        `${sign} ${translate({ key: `light.${decision.light}` })} – ${translate({ key: `verdict.${decision.light}` })}`,
        translate({ key: "findings.count", params: counts }),
      ];
    }
    default:
      return assertNever(phase);
  }
}
