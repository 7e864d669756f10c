import type { CheckId } from "../../shared/checks/verdict.ts";
import { clockCorrectionMs } from "../../shared/clockCorrection.ts";
import type { FactId, Facts } from "../../shared/facts/catalogue.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Check } from "../checks/check.ts";
import { networkFactIds } from "../probes/probe.ts";

/** Always gathered: which network this is, and which machine the report is about. */
const always: readonly FactId[] = ["route", "wifi-link", "gateway", "device-identity"];
/**
 * A change of network must never be missed by a re-check of something else: a proof of the office must not outlive the way home, nor a VPN's word
 * the VPN. The firewall of Windows is another one for each kind of network.
 */
const alwaysAnew: readonly FactId[] = [...networkFactIds, "firewall"];

/** The checks that the policy asks for. */
export function liveChecks(checks: readonly Check[], policy: Policy): readonly Check[] {
  return checks.filter(({ id }) => Object.hasOwn(policy.rules, id) && policy.rules[id]?.level !== "off");
}

export function factsOf(checks: readonly Check[]): readonly FactId[] {
  return [...new Set(checks.flatMap(({ needs, looksAt }) => [...needs, ...looksAt]))];
}

/** The checks that rest on at least one of these facts. */
export function checksOn(checks: readonly Check[], facts: readonly FactId[]): readonly Check[] {
  return checks.filter((check) => factsOf([check]).some((id) => facts.includes(id)));
}

/** Facts that are there and still hold; one from the future is of a clock that was set back since. */
export function stillValid(facts: Facts, now: Date): Facts {
  const ageOf = (at: string) => now.getTime() - Date.parse(at);
  return Object.fromEntries(
    Object.entries(facts).filter(([, fact]) => fact && ageOf(fact.at) < fact.validForMs && ageOf(fact.at) >= -clockCorrectionMs),
  );
}

export interface Plan {
  readonly keep: Facts;
  readonly gather: readonly FactId[];
}

/**
 * What a run has to look at: everything, or what `only` rests on and whatever no longer holds of the rest.
 */
export function planRun(live: readonly Check[], only: readonly CheckId[] | undefined, facts: Facts, now: Date): Plan {
  const wanted = [...new Set([...always, ...factsOf(live)])];
  if (only === undefined) return { keep: {}, gather: wanted };
  const anew = new Set<FactId>([...alwaysAnew, ...factsOf(live.filter(({ id }) => only.includes(id)))]);
  const valid = stillValid(facts, now);
  const gather = wanted.filter((id) => anew.has(id) || valid[id] === undefined);
  return { keep: Object.fromEntries(Object.entries(valid).filter(([id]) => !gather.includes(id as FactId))), gather };
}
