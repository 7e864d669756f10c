import { assertNever } from "../../shared/assertNever.ts";
import type { Light } from "../../shared/decision.ts";
import type { Snapshot } from "../../shared/snapshot.ts";

/** How things stand for somebody who looks at the app from outside. Only a current decision is a light. */
export type Standing = Light | "checking" | "idle" | "failed" | "cancelled" | "expired";

/** `over`: the decision's validity has passed. Pure. */
export function standingOf({ phase, decision }: Pick<Snapshot, "phase" | "decision">, over: boolean): Standing {
  switch (phase.kind) {
    case "running":
      return "checking";
    case "failed":
    case "cancelled":
      return phase.kind;
    case "idle":
    case "finished":
      if (decision === null) return "idle";
      return over ? "expired" : decision.light;
    default:
      return assertNever(phase);
  }
}
