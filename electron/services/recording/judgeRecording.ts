import type { Fact, Facts } from "../../../shared/facts/catalogue.ts";
import type { RememberedNetwork } from "../../../shared/networks.ts";
import { canonicalJson } from "../../../shared/report/canonicalJson.ts";
import type { Check } from "../../checks/check.ts";
import type { Judged } from "../../checks/decide.ts";
import type { Host } from "../../host/host.ts";
import { memoHost } from "../../host/memoHost.ts";
import { recordableProbesFor } from "../../probes/select.ts";
import { collectFacts } from "../collect.ts";
import { type Judgment, judgeRun } from "../judgeRun.ts";
import { liveChecks, planRun } from "../liveChecks.ts";
import type { LoadedPolicy } from "../policySource.ts";
import { probeContextOf } from "../probeContext.ts";

export interface JudgedRecording {
  readonly facts: Facts;
  readonly judgment: Judgment;
}

/**
 * Gathers and judges with nothing kept: no exceptions, answers, history or remembered networks, and nothing is written. The same machine and the
 * same policy give the same facts and decision, on whatever PC this runs; only how long a probe took would differ, so it is left out.
 * Null: ended by `signal`.
 */
export async function judgeWithoutState(
  host: Host,
  options: {
    readonly checks: readonly Check[];
    readonly policy: LoadedPolicy["policy"];
    readonly signal: AbortSignal;
    /** Only where a test plays a PC that remembers; a recording never holds them. */
    readonly remembered?: readonly RememberedNetwork[];
  },
): Promise<JudgedRecording | null> {
  const { checks, policy, signal, remembered = [] } = options;
  const gathered = new Map<string, Fact>();
  const { gather } = planRun(liveChecks(checks, policy), undefined, {}, host.now());
  await collectFacts(gather, {
    host: memoHost(host),
    probes: await recordableProbesFor(host.platform),
    context: probeContextOf(policy, remembered),
    now: () => host.now(),
    signal,
    onFact: (fact) => gathered.set(fact.id, { ...fact, durationMs: 0 }),
  });
  if (signal.aborted) return null;
  // In the order of the plan, not in that of arrival.
  const facts: Facts = Object.fromEntries(gather.flatMap((id) => (gathered.has(id) ? [[id, gathered.get(id)]] : [])));
  const judgment = judgeRun(checks, {
    facts,
    policy,
    networkId: null,
    logIn: { id: null, bootedAt: null },
    now: host.now(),
    integrity: [],
    recorded: true,
    exceptions: [],
    declarations: [],
    history: { failingSince: {}, complete: true },
  });
  return { facts, judgment };
}

/** Where two judgements differ in what was decided, by check and by "decision"; words that may have been replaced do not count. */
export function differences(one: Judged, other: Judged): readonly string[] {
  const essence = ({ findings }: Judged) =>
    new Map(findings.map((f) => [f.checkId, canonicalJson([f.outcome, f.verdict.status, f.verdict.message.key])]));
  const [first, second] = [essence(one), essence(other)];
  const ids = new Set([...first.keys(), ...second.keys()]);
  const checks = [...ids].filter((id) => first.get(id) !== second.get(id));
  return canonicalJson(one.decision) === canonicalJson(other.decision) ? checks : [...checks, "decision"];
}
