import type { CheckId, Verdict } from "../../shared/checks/verdict.ts";
import type { Clearance, Decision, Finding, IntegrityIssue, IntegrityKind, Light, Outcome } from "../../shared/decision.ts";
import type { Declaration, LogIn } from "../../shared/declarations.ts";
import type { ExceptionRecord } from "../../shared/exceptions.ts";
import type { FactId, Facts } from "../../shared/facts/catalogue.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import { type Check, observationAt } from "./check.ts";
import { hereOf } from "./here.ts";
import { type Judgement, judge } from "./judge.ts";

/** All that a decision depends on. The report carries it, so that anybody can compute the decision again. */
export interface DecisionInput {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly exceptions: readonly ExceptionRecord[];
  readonly declarations: readonly Declaration[];
  /** Since when each check that does not pass has not passed (ISO 8601). */
  readonly failingSince: Readonly<Record<CheckId, string>>;
  readonly integrity: readonly IntegrityIssue[];
  /** Stable id of the network in use; null: none, or not known. */
  readonly networkId: string | null;
  /** Answers of some checks hold under this log-in alone. */
  readonly logIn: LogIn;
  readonly now: Date;
}

export interface Judged {
  readonly findings: readonly Finding[];
  readonly decision: Decision;
}

const lightOfOutcome: Readonly<Record<Outcome, Light>> = {
  ok: "go",
  skipped: "go",
  warn: "caution",
  grace: "caution",
  excepted: "caution",
  block: "stop",
};
const lightOfIntegrity: Readonly<Record<IntegrityKind, Light>> = {
  "policy-refused": "stop",
  "policy-gone": "caution",
  "journal-broken": "caution",
  "journal-unwritable": "caution",
  "state-unreadable": "caution",
  "state-unwritable": "caution",
  "state-newer": "caution",
  "state-locked": "caution",
  "clock-went-back": "caution",
};
const severity: Readonly<Record<Light, number>> = { go: 0, caution: 1, stop: 2 };
const weight: Readonly<Record<Outcome, number>> = { ok: 1, skipped: 0, excepted: 2, warn: 3, grace: 4, block: 5 };

export function worstLight(lights: readonly Light[]): Light {
  return lights.reduce<Light>((worst, light) => (severity[light] > severity[worst] ? light : worst), "go");
}

interface Row {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly since: string;
  readonly judgements: readonly Judgement[];
}

/** The verdict of one check on these facts; its settings come from the policy's rule, whose shape `resolvePolicy` has proved. */
export function evaluateCheck(
  check: Check,
  input: Pick<DecisionInput, "facts" | "policy" | "declarations" | "networkId" | "logIn" | "now">,
): Verdict {
  return check.evaluate({
    network: input.policy.network,
    facts: input.facts,
    settings: check.settings.parse(input.policy.rules[check.id]?.settings ?? {}),
    declarations: input.declarations,
    here: hereOf(input),
    policy: input.policy,
    now: input.now,
  });
}

function rowsOf(checks: readonly Check[], input: DecisionInput): readonly Row[] {
  return checks.flatMap((check) => {
    const rule = input.policy.rules[check.id];
    if (rule === undefined || rule.level === "off") return [];
    const verdict = evaluateCheck(check, input);
    const now = input.now.toISOString();
    const failing = verdict.status === "fail" || verdict.status === "unknown";
    const known = failing ? input.failingSince[check.id] : undefined;
    // Never later than now: a date from the future would stretch the grace.
    const since = known !== undefined && Date.parse(known) < input.now.getTime() ? known : now;
    const situation = { ...input, since: new Date(since) };
    return [{ check, verdict, since, judgements: input.policy.activities.map((activity) => judge(check.id, verdict, rule, activity, situation)) }];
  });
}

function findingOf({ check, verdict, since, judgements }: Row): Finding {
  const worst = judgements.reduce<Judgement>((a, b) => (weight[b.outcome] > weight[a.outcome] ? b : a), { outcome: "skipped" });
  return {
    checkId: check.id,
    verdict,
    outcome: worst.outcome,
    since,
    ...(worst.resolveBefore ? { resolveBefore: worst.resolveBefore.toISOString() } : {}),
    ...(worst.exceptionId ? { exceptionId: worst.exceptionId } : {}),
  };
}

/** Facts, exceptions and grace that hold a light up end it when they end. */
function validUntil(rows: readonly Row[], input: DecisionInput, activity: number | "all"): string {
  const ends = [input.now.getTime() + input.policy.validity.minutes * 60_000];
  const used = new Set<FactId>(rows.flatMap(({ check }) => [...check.needs, ...check.looksAt]));
  for (const id of used) {
    const fact = input.facts[id];
    if (fact) ends.push(Date.parse(fact.at) + fact.validForMs);
  }
  for (const { judgements } of rows) {
    for (const judgement of activity === "all" ? judgements : judgements.slice(activity, activity + 1)) {
      if (judgement.resolveBefore) ends.push(judgement.resolveBefore.getTime());
      if (judgement.exceptedUntil) ends.push(judgement.exceptedUntil.getTime());
    }
  }
  return new Date(Math.max(Math.min(...ends), input.now.getTime())).toISOString();
}

/**
 * "Could not check" is no measurement, in whatever words: otherwise an unknown would open what "does not apply" keeps shut (law 1, decision 0020).
 * So a failure that a check gives for a fact it could not see (decision 0026) is none either. Nor is somebody's word.
 */
function isMeasurement({ kind, needs }: Check, { status }: Verdict, { facts, now }: DecisionInput): boolean {
  if (kind !== "measured" || (status !== "pass" && status !== "fail")) return false;
  return needs.every((id) => observationAt(facts[id], now).kind === "known");
}

function clearanceOf(rows: readonly Row[], input: DecisionInput, index: number, activityId: string): Clearance {
  const own = rows.flatMap(({ check, verdict, judgements }) => {
    const judgement = judgements[index];
    return judgement && judgement.outcome !== "skipped" ? [{ checkId: check.id, isMeasured: isMeasurement(check, verdict, input), judgement }] : [];
  });
  const byLight = (light: Light) => own.filter(({ judgement }) => lightOfOutcome[judgement.outcome] === light).map(({ checkId }) => checkId);
  const lights = own.map(({ judgement }) => lightOfOutcome[judgement.outcome]);
  const seen = own.some(({ isMeasured }) => isMeasured);
  return {
    activityId,
    // Nothing measured is not good: an activity for which the machine showed nothing stays shut.
    light: worstLight([...(seen ? lights : (["stop"] as const)), ...input.integrity.map(({ kind }) => lightOfIntegrity[kind])]),
    blockedBy: byLight("stop"),
    cautionedBy: byLight("caution"),
    exceptions: [...new Set(own.flatMap(({ judgement }) => judgement.exceptionId ?? []))],
    validUntil: validUntil(rows, input, index),
  };
}

/**
 * Facts and policy in, findings and decision out: a pure function (law 5). The light is the worst of all clearances;
 * with no clearance at all it is stop.
 */
export function decide(checks: readonly Check[], given: DecisionInput): Judged {
  // Exceptions count only with a journal that shows how they came about.
  const input = given.integrity.some(({ kind }) => kind === "journal-broken") ? { ...given, exceptions: [] } : given;
  const rows = rowsOf(checks, input);
  const findings = rows.map(findingOf);
  const clearances = input.policy.activities.map((activity, index) => clearanceOf(rows, input, index, activity.id));
  const measured = rows.filter(({ check }) => check.kind === "measured");
  return {
    findings,
    decision: {
      light: clearances.length === 0 ? "stop" : worstLight(clearances.map(({ light }) => light)),
      clearances,
      coverage: {
        evaluated: measured.filter(({ verdict }) => verdict.status === "pass" || verdict.status === "fail").length,
        unknown: measured.filter(({ verdict }) => verdict.status === "unknown").length,
        skipped: rows.filter(({ verdict }) => verdict.status === "not-applicable").length,
        declared: rows.length - measured.length,
      },
      integrity: [...input.integrity],
      validUntil: validUntil(rows, input, "all"),
    },
  };
}
