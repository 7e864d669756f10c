import { assertNever } from "./assertNever.ts";
import type { CheckId } from "./checks/verdict.ts";
import type { Finding, Outcome } from "./decision.ts";

/** One order and one count for every door: window, page, terminal, report, helpdesk code. */
type Ranked = Pick<Finding, "checkId" | "outcome" | "verdict">;
/** Is this check a question to a person, and not looked at on the PC? */
export type IsQuestion = (checkId: CheckId) => boolean;

const order: { readonly [O in Outcome]: number } = { block: 0, grace: 1, warn: 2, excepted: 3, ok: 4, skipped: 5 };

export function questionsIn(checks: readonly { readonly id: CheckId; readonly kind: "measured" | "declared" }[]): IsQuestion {
  const questions = new Set(checks.filter(({ kind }) => kind === "declared").map(({ id }) => id));
  return (checkId) => questions.has(checkId);
}

/**
 * The worst first; equals stay as they stand, which is the order of the catalogue. Among equally bad ones: what was seen and is wrong, then what could not
 * be seen, then what a person is asked. A question is no use while the PC itself keeps the work shut.
 */
export function worstFirst<T extends Ranked>(findings: readonly T[], isQuestion: IsQuestion): readonly T[] {
  const badness = ({ checkId, outcome, verdict }: Ranked) => order[outcome] * 3 + (isQuestion(checkId) ? 2 : verdict.status === "fail" ? 0 : 1);
  return [...findings].sort((a, b) => badness(a) - badness(b));
}

/** What a finding leaves to do, in the order in which it is counted. */
export const toDos = ["fix", "unknown", "answer", "excepted"] as const;
export type ToDo = (typeof toDos)[number];

/** null: nothing; it is in order, or does not apply. */
export function toDoOf({ checkId, outcome, verdict }: Ranked, isQuestion: IsQuestion): ToDo | null {
  switch (outcome) {
    case "ok":
    case "skipped":
      return null;
    case "excepted":
      return "excepted";
    case "block":
    case "grace":
    case "warn":
      return isQuestion(checkId) ? "answer" : verdict.status === "unknown" ? "unknown" : "fix";
    default:
      return assertNever(outcome);
  }
}

/** True for what a person should look at. */
export function needsAttention({ outcome }: Pick<Finding, "outcome">): boolean {
  return order[outcome] < order.ok;
}

/** How many there are of each that there is, in the order of `toDos`. */
export function countedToDos(findings: readonly Ranked[], isQuestion: IsQuestion): readonly { readonly toDo: ToDo; readonly count: number }[] {
  const all = findings.map((finding) => toDoOf(finding, isQuestion));
  return toDos.map((toDo) => ({ toDo, count: all.filter((one) => one === toDo).length })).filter(({ count }) => count > 0);
}
