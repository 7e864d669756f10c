import type { CheckId } from "../../shared/checks/verdict.ts";
import type { IntegrityIssue } from "../../shared/decision.ts";
import type { Facts } from "../../shared/facts/catalogue.ts";
import type { Check } from "../checks/check.ts";
import { type DecisionInput, decide, evaluateCheck, type Judged } from "../checks/decide.ts";
import type { History } from "./history.ts";
import { liveChecks } from "./liveChecks.ts";

/** Stands for "nobody can say since when": old enough that no days of grace are left. */
const longAgo = new Date(0).toISOString();

/** A decision and everything that it was computed from. */
export interface Judgment extends Judged {
  readonly input: DecisionInput;
}

/**
 * Since when each check has not passed. A pass ends it; "does not apply" keeps it, so that hiding a device gains no new days.
 * `recorded` false: this run cannot be written down, so a new failure would be new for ever; it gets no grace.
 */
export function failingSinceAfter(
  checks: readonly Check[],
  input: Pick<DecisionInput, "facts" | "policy" | "declarations" | "networkId" | "logIn" | "now">,
  history: Pick<History, "failingSince" | "complete">,
  recorded: boolean,
): Readonly<Record<CheckId, string>> {
  const now = input.now.toISOString();
  const since = new Map<CheckId, string>(Object.entries(history.failingSince));
  for (const check of liveChecks(checks, input.policy)) {
    const { status } = evaluateCheck(check, input);
    const hasGrace = (input.policy.rules[check.id]?.graceDays ?? 0) > 0;
    if (status === "pass") since.delete(check.id);
    else if (status !== "not-applicable" && !since.has(check.id)) since.set(check.id, hasGrace && !(history.complete && recorded) ? longAgo : now);
  }
  return Object.fromEntries(since);
}

export interface JudgeSources extends Pick<DecisionInput, "policy" | "exceptions" | "declarations" | "networkId" | "logIn" | "now"> {
  readonly facts: Facts;
  readonly history: Pick<History, "failingSince" | "complete">;
  readonly integrity: readonly IntegrityIssue[];
  readonly recorded: boolean;
}

/** Pure. */
export function judgeRun(checks: readonly Check[], { history, recorded, ...sources }: JudgeSources): Judgment {
  const input: DecisionInput = { ...sources, failingSince: failingSinceAfter(checks, sources, history, recorded) };
  return { input, ...decide(checks, input) };
}
