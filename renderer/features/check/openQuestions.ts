import type { Clearance } from "../../../shared/decision.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";

/** What is read or learned before it can be answered has its own screen. */
export const answeredByLearning: readonly string[] = ["lessons-current", "rules-accepted"];

export interface OpenQuestion {
  readonly id: string;
  readonly by: "answer" | "learning";
}

/**
 * The questions that alone keep this activity shut. None while something that was measured keeps it shut as well, and none that was answered with "no":
 * that is not an open question but a reason.
 */
export function openQuestions({ blockedBy }: Clearance, { checks, findings, decision }: Snapshot): readonly OpenQuestion[] {
  const declared = blockedBy.every((id) => checks.find((check) => check.id === id)?.kind === "declared");
  if (!declared || (decision?.integrity.length ?? 0) > 0) return [];
  return blockedBy.flatMap((id): readonly OpenQuestion[] => {
    const said = findings.find(({ checkId }) => checkId === id)?.verdict.message.key;
    if (said === `check.${id}.no`) return [];
    return [{ id, by: answeredByLearning.includes(id) ? "learning" : "answer" }];
  });
}
