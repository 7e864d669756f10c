import type { CheckId } from "../../shared/checks/verdict.ts";
import type { Finding } from "../../shared/decision.ts";
import type { LogIn } from "../../shared/declarations.ts";
import type { Fact, Facts } from "../../shared/facts/catalogue.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Check } from "../checks/check.ts";
import type { Host } from "../host/host.ts";
import type { ProbeTable } from "../probes/probe.ts";
import { collectFacts } from "./collect.ts";
import { exceptionsToJudge } from "./exceptionStandings.ts";
import type { FactCache } from "./factCache.ts";
import { declarationOnHost, timesOnHost } from "./hostTimes.ts";
import { judgeRun } from "./judgeRun.ts";
import { factsOf, liveChecks, planRun } from "./liveChecks.ts";
import { networkIdOf } from "./networkId.ts";
import { probeContextOf } from "./probeContext.ts";
import type { Pseudonym } from "./secretKey.ts";
import type { State } from "./stateStore.ts";

export interface Progress {
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  readonly done: number;
  readonly total: number;
}

export interface RunFactsOptions {
  readonly host: Host;
  readonly probes: ProbeTable;
  readonly cache: FactCache;
  readonly checks: readonly Check[];
  readonly policy: Policy;
  readonly state: State;
  readonly logIn: LogIn;
  readonly pseudonym: Pseudonym;
  /** Absent: all. */
  readonly only: readonly CheckId[] | undefined;
  readonly before: Facts;
  readonly signal: AbortSignal;
  /** When the run was asked for, by `performance.now()`. */
  readonly askedAt: number;
  /** Does anybody look at what can already be said? Judging after every fact costs as much as a probe. */
  readonly isWatched: () => boolean;
  readonly onProgress: (progress: Progress) => void;
}

/** Gathers what the run needs and tells about every fact, with the findings that can already be made. The facts are complete unless cancelled. */
export async function runFacts(options: RunFactsOptions): Promise<Facts> {
  const { host, cache, checks, policy, state, logIn, pseudonym, only, before, signal, askedAt, isWatched, onProgress } = options;
  const now = () => state.clock.host();
  const live = liveChecks(checks, policy);
  const { keep, gather } = planRun(live, only, before, now());
  let facts: Facts = keep;
  let done = 0;
  const { aheadMs } = state.clock;
  const kept = {
    exceptions: exceptionsToJudge(state, policy),
    declarations: state.declarations.declarations.map((declaration) => declarationOnHost(declaration, aheadMs)),
    history: { ...state.history, failingSince: timesOnHost(state.history.failingSince, aheadMs) },
  };
  const tell = () => {
    if (!isWatched()) return onProgress({ facts, findings: [], done, total: gather.length });
    const ready = live.filter((check) => factsOf([check]).every((id) => facts[id] !== undefined));
    // Only a preview: nothing is decided before the last fact, and where the network is not known yet nothing that holds on one network alone applies.
    const { findings } = judgeRun(ready, {
      facts,
      policy,
      networkId: networkIdOf(facts, pseudonym),
      logIn,
      now: now(),
      integrity: [],
      recorded: true,
      ...kept,
    });
    onProgress({ facts, findings, done, total: gather.length });
  };
  tell();
  // The cast keeps what Object.fromEntries forgets: which probe belongs to which key.
  const probes = Object.fromEntries(
    gather.map((id) => [id, cache.through(options.probes[id] as never, only !== undefined)]),
  ) as unknown as ProbeTable;
  const onFact = (fact: Fact) => {
    facts = { ...facts, [fact.id]: fact };
    done++;
    tell();
  };
  await collectFacts(gather, { host, probes, context: probeContextOf(policy, state.networks.networks), now, signal, askedAt, onFact });
  return facts;
}
