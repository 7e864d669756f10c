import type { Finding } from "../../shared/decision.ts";
import type { Facts } from "../../shared/facts/catalogue.ts";
import type { Platform } from "../../shared/platform.ts";
import type { Phase, Snapshot } from "../../shared/snapshot.ts";
import type { Check } from "../checks/check.ts";
import { helpdeskCodeOf } from "./helpdeskCode.ts";
import type { Judgment } from "./judgeRun.ts";
import { liveChecks } from "./liveChecks.ts";
import type { LoadedPolicy } from "./policySource.ts";
import type { State } from "./stateStore.ts";

/** Everything that changes while the service lives. */
export interface Model {
  readonly loaded: LoadedPolicy;
  readonly state: State;
  readonly phase: Phase;
  readonly run: Snapshot["run"];
  readonly facts: Facts;
  /** While a run is under way: of the checks whose facts have arrived. */
  readonly findings: readonly Finding[];
  /** Null until every fact of a run has arrived. */
  readonly judgment: Judgment | null;
}

export interface Constants {
  readonly app: { readonly version: string; readonly platform: Platform };
  readonly checks: readonly Check[];
}

/** What a snapshot shows of the state. */
export interface ShownModel extends Omit<Model, "state"> {
  readonly state: { readonly exceptions: Pick<State["exceptions"], "kept">; readonly declarations: Pick<State["declarations"], "declarations"> };
}

/** The model as the front doors get it. Pure. */
export function snapshotOf({ loaded, state, phase, run, facts, findings, judgment }: ShownModel, { app, checks }: Constants): Snapshot {
  const { risks, informationClasses, methods, measures, contacts, activities, exceptions } = loaded.policy;
  return {
    schema: "preflight-snapshot/1",
    app,
    phase,
    run,
    policy: loaded.summary,
    policyTexts: { risks, informationClasses, methods, measures, contacts, activities, exceptions },
    checks: liveChecks(checks, loaded.policy).map((check) => ({
      id: check.id,
      group: check.group,
      kind: check.kind,
      risks: [...check.risks],
      facts: [...new Set([...check.needs, ...check.looksAt])],
    })),
    findings: [...findings],
    decision: judgment?.decision ?? null,
    // The schema's type is of mutable arrays, the facts' own of read-only ones; the values are the same.
    facts: facts as Snapshot["facts"],
    exceptions: [...state.exceptions.kept],
    declarations: [...state.declarations.declarations],
    networkId: judgment?.input.networkId ?? null,
    helpdeskCode: judgment && run ? helpdeskCodeOf(run, judgment.input.now, loaded.summary.digest, judgment.decision) : null,
  };
}
