import type { Finding } from "../../shared/decision.ts";
import type { Facts } from "../../shared/facts/catalogue.ts";
import { questionsIn } from "../../shared/findingOrder.ts";
import type { Platform } from "../../shared/platform.ts";
import { defaultSettings, type Settings } from "../../shared/settings.ts";
import type { Phase, PolicyTexts, Snapshot } from "../../shared/snapshot.ts";
import type { Check } from "../checks/check.ts";
import { policyMayStart, targetOfLaunch } from "./activities/launch.ts";
import { openingsOf, type Places } from "./activities/openings.ts";
import { answersOf } from "./answers.ts";
import { shownRequests } from "./approvals/requests.ts";
import type { Clock } from "./clock.ts";
import { disputesOf } from "./disputes.ts";
import { standingsOf } from "./exceptionStandings.ts";
import { helpdeskCodeOf } from "./helpdesk/helpdeskCode.ts";
import { declarationOnHost, exceptionOnHost } from "./hostTimes.ts";
import type { JournalReading } from "./journal.ts";
import type { Judgment } from "./judgeRun.ts";
import { lessonStates } from "./learning/lessonStates.ts";
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
  readonly guarded: Snapshot["guarded"];
  readonly session: Snapshot["session"];
  readonly settings: Settings;
  readonly settingsLost: boolean;
}

/** The model of a service that has just been opened, apart from what it read. */
export const freshModel = {
  phase: { kind: "idle" },
  run: null,
  facts: {},
  findings: [],
  judgment: null,
  guarded: [],
  session: { ended: null },
  settings: defaultSettings,
  settingsLost: false,
} as const satisfies Partial<Model>;

export interface Constants {
  readonly app: { readonly version: string; readonly platform: Platform };
  readonly checks: readonly Check[];
  /** Absent: nothing can be opened here. */
  readonly places?: Places | undefined;
}

/** What a snapshot shows of the state. */
export interface ShownModel extends Omit<Model, "state"> {
  readonly state: {
    readonly exceptions: Pick<State["exceptions"], "kept" | "proved">;
    readonly declarations: Pick<State["declarations"], "declarations">;
    readonly requests: Pick<State["requests"], "open" | "steps">;
  };
  /** Where there is one: a recording has no journal of its own. */
  readonly journal?: JournalReading | undefined;
  readonly clock: Pick<Clock, "now" | "host" | "aheadMs">;
}

/** What people see of the policy. A launch target counts only in a managed policy that could be trusted. */
function policyTextsOf(loaded: Model["loaded"], platform: Platform): PolicyTexts {
  const { policy } = loaded;
  const { risks, informationClasses, methods, measures, contacts, conduct, desktop } = policy;
  const { approval, ...exceptions } = policy.exceptions;
  const activities = policy.activities.map(({ launch, ...activity }) => ({
    ...activity,
    startable: policyMayStart(loaded) && targetOfLaunch(launch, platform) !== null,
  }));
  return {
    risks,
    informationClasses,
    methods,
    measures,
    contacts,
    conduct,
    // Nobody's whole screen is covered by what anybody may have put there.
    desktop: loaded.summary.ownership !== undefined && desktop.blockScreen === "full" ? { ...desktop, blockScreen: "window" } : desktop,
    activities,
    exceptions: { ...exceptions, approvalBy: approval.by },
  };
}

/** The model as the front doors get it. Pure. */
export function snapshotOf(model: ShownModel, { app, checks, places = new Map() }: Constants): Snapshot {
  const { loaded, state, phase, run, facts, findings, judgment, journal, clock } = model;
  const now = clock.host();
  const declarations = state.declarations.declarations.map((one) => declarationOnHost(one, clock.aheadMs));
  return {
    schema: "preflight-snapshot/1",
    app,
    phase,
    run,
    policy: loaded.summary,
    policyTexts: policyTextsOf(loaded, app.platform),
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
    exceptions: state.exceptions.kept.map((one) => exceptionOnHost(one, clock.aheadMs)),
    standings: standingsOf(
      { ...state, clock, whole: journal?.verification.ok ?? true },
      loaded.policy,
      judgment ? { findings: judgment.findings, networkId: judgment.input.networkId } : null,
    ),
    requests: [...shownRequests(state.requests, clock)],
    declarations,
    answers: [...answersOf(checks, loaded.policy, declarations, now)],
    lessons: [...lessonStates(loaded.policy, declarations, now)],
    openings: [...openingsOf(findings, { places, loaded, platform: app.platform })],
    guarded: [...model.guarded],
    disputes: journal ? disputesOf(journal, findings, clock.now()) : [],
    session: model.session,
    settings: model.settings,
    ...(model.settingsLost ? { settingsLost: true } : {}),
    networkId: judgment?.input.networkId ?? null,
    helpdeskCode: judgment && run ? helpdeskCodeOf(run, judgment.input.now, loaded.summary, judgment, questionsIn(checks)) : null,
  };
}
