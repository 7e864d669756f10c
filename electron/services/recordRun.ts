import type { IntegrityIssue } from "../../shared/decision.ts";
import type { LogIn } from "../../shared/declarations.ts";
import type { Facts } from "../../shared/facts/catalogue.ts";
import { questionsIn } from "../../shared/findingOrder.ts";
import type { Platform } from "../../shared/platform.ts";
import type { Check } from "../checks/check.ts";
import type { Clock } from "./clock.ts";
import { errorDetail } from "./errorDetail.ts";
import { exceptionsToJudge } from "./exceptionStandings.ts";
import { endedSteps } from "./exceptions.ts";
import { helpdeskCodeOf } from "./helpdesk/helpdeskCode.ts";
import { writeHistory } from "./history.ts";
import { declarationOnHost, timesOnHost } from "./hostTimes.ts";
import type { JournalReading } from "./journal.ts";
import type { JournalRecord } from "./journalWriter.ts";
import { type Judgment, judgeRun } from "./judgeRun.ts";
import { LockError } from "./lock.ts";
import { networkIdOf } from "./networkId.ts";
import { networksFile, remember, writeNetworks } from "./networks.ts";
import { keepLastManaged } from "./policy/lastManaged.ts";
import type { LoadedPolicy } from "./policySource.ts";
import { pseudonymWith } from "./secretKey.ts";
import type { State, StateStore } from "./stateStore.ts";

export interface RunIdentity {
  readonly id: string;
  readonly startedAt: string;
}

/** Ids of checks. */
export type LookedAt = "all" | readonly string[];

export interface RecordOptions {
  readonly store: StateStore;
  readonly checks: readonly Check[];
  readonly loaded: LoadedPolicy;
  readonly facts: Facts;
  readonly run: RunIdentity;
  /** Which log-in this is: some answers hold under that alone. */
  readonly logIn: LogIn;
  readonly app: { readonly version: string; readonly platform: Platform };
  /** What was looked at; null when the same facts are only judged again (an exception was granted, a question answered). */
  readonly lookedAt: LookedAt | null;
}

export interface Recorded {
  readonly judgment: Judgment;
  readonly state: State;
}

function policyIssue({ refusal, notices, summary }: LoadedPolicy): readonly IntegrityIssue[] {
  if (notices.includes("managed-gone")) return [{ kind: "policy-gone", detail: `${summary.id} ${summary.revision}, ${summary.digest}` }];
  return refusal ? [{ kind: "policy-refused", detail: `${refusal.code}: ${refusal.file}: ${refusal.detail}`.slice(0, 1000) }] : [];
}

function policyChange({ summary, refusal, notices, released = false }: LoadedPolicy, journal: JournalReading): readonly JournalRecord[] {
  const { id, revision, digest, origin } = summary;
  const data = { id, revision, digest, origin, refused: refusal?.code ?? null, gone: notices.includes("managed-gone"), released };
  const last = journal.entries.findLast(({ kind, trusted }) => kind === "policy-change" && trusted)?.data;
  // Absent in what an older version wrote: not so.
  const same = last !== undefined && Object.entries(data).every(([key, value]) => (last[key] ?? false) === (value ?? false));
  return same ? [] : [{ kind: "policy-change", data }];
}

/** Each jump of the clock once when it is seen, and once when people need not be told of it any more. */
function clockSteps({ jump, settled, issue }: Clock, journal: JournalReading): readonly JournalRecord[] {
  const told = (type: string, from: string) =>
    journal.entries.some(({ kind, trusted, data }) => kind === "deviation" && trusted && data["type"] === type && data["from"] === from);
  if (jump && issue && !told("clock-went-back", jump.from)) {
    return [{ kind: "deviation", data: { type: "clock-went-back", detail: issue.detail, from: jump.from } }];
  }
  if (settled && told("clock-went-back", settled.from) && !told("clock-settled", settled.from)) {
    return [{ kind: "deviation", data: { type: "clock-settled", from: settled.from } }];
  }
  return [];
}

function entriesOf({ judgment, state }: Recorded, options: RecordOptions, journal: JournalReading): readonly JournalRecord[] {
  const { run, loaded, lookedAt, app } = options;
  const { decision, findings, input } = judgment;
  const excepted = [...new Set(findings.flatMap(({ exceptionId }) => exceptionId ?? []))];
  const { coverage, light, clearances } = decision;
  const records: JournalRecord[] = [...policyChange(loaded, journal), ...endedSteps(state.exceptions.proved, journal, state.clock.now())];
  if (lookedAt !== null) {
    const data = {
      runId: run.id,
      startedAt: run.startedAt,
      app,
      lookedAt,
      policy: loaded.summary.digest,
      coverage,
      failingSince: timesOnHost(input.failingSince, -state.clock.aheadMs),
    };
    records.push({ kind: "run", data });
  }
  const lights = clearances.map(({ activityId, light: own }) => ({ activityId, light: own }));
  const code = helpdeskCodeOf(run, input.now, loaded.summary, judgment, questionsIn(options.checks));
  const integrity = input.integrity.map(({ kind }) => kind);
  records.push({ kind: "decision", data: { runId: run.id, light, clearances: lights, networkId: input.networkId, helpdeskCode: code, integrity } });
  if (excepted.length > 0) records.push({ kind: "deviation", data: { type: "under-exception", runId: run.id, exceptions: excepted } });
  records.push(...clockSteps(state.clock, journal));
  for (const { kind, detail } of state.issues) {
    const told = journal.entries.some(({ kind: of, data }) => of === "deviation" && data["detail"] === detail);
    if (kind === "state-unreadable" && !told) records.push({ kind: "deviation", data: { type: "state-unreadable", detail } });
  }
  return records;
}

/**
 * Judges the facts with what is kept at this moment and writes history and journal. What cannot be written makes the judgement anew,
 * with the fact that it was not recorded: never a better light than with a sound state folder. Never throws for what the disk does.
 */
export async function recordRun(options: RecordOptions): Promise<Recorded> {
  const { store, checks, loaded, facts } = options;
  const networkId = networkIdOf(facts, pseudonymWith(store.secretKey));
  const judge = (state: State, problems: readonly IntegrityIssue[]): Recorded => {
    const integrity = [...policyIssue(loaded), ...state.issues, ...(state.clock.issue ? [state.clock.issue] : []), ...problems];
    const { declarations, history, clock } = state;
    const { aheadMs } = clock;
    const kept = {
      exceptions: exceptionsToJudge(state, loaded.policy),
      declarations: declarations.declarations.map((declaration) => declarationOnHost(declaration, aheadMs)),
      history: { ...history, failingSince: timesOnHost(history.failingSince, aheadMs) },
    };
    const judgment = judgeRun(checks, {
      facts,
      policy: loaded.policy,
      networkId,
      logIn: options.logIn,
      now: clock.host(),
      integrity,
      recorded: problems.length === 0,
      ...kept,
    });
    return { judgment, state };
  };
  const keepNetworks = async ({ networks }: State, now: Date) => {
    // Facts that are only judged again say nothing new of the network.
    const after = options.lookedAt === null ? networks.networks : remember(networks.networks, facts, now);
    if (after === networks.networks) return;
    if (networks.issue?.kind === "state-newer") return;
    if (!networks.replaceable) throw new Error("something is in the way");
    await writeNetworks(store.folder, after);
  };
  try {
    return await store.exclusively(async () => {
      const state = await store.read();
      const problems: IntegrityIssue[] = [];
      let result = judge(state, problems);
      const { failingSince, now } = result.judgment.input;
      const { id, revision, origin } = loaded.summary;
      const revisions = { ...state.history.highestRevisions };
      if (loaded.source) await keepLastManaged(store.folder, loaded.source, loaded.summary.digest).catch(() => undefined);
      if (origin === "managed") revisions[id] = Math.max(Object.hasOwn(revisions, id) ? (revisions[id] ?? 0) : 0, revision);
      try {
        // That of a later version stays as it is, and was said: the journal holds all that is in it.
        if (state.issueOfHistory !== null && state.issueOfHistory !== "state-newer") throw new Error("history.json is in the way");
        const since = timesOnHost(failingSince, -state.clock.aheadMs);
        if (state.issueOfHistory === null)
          await writeHistory(store.folder, { failingSince: since, highestRevisions: revisions }, state.clock.moment());
      } catch (error) {
        problems.push({ kind: "state-unwritable", detail: `history.json: ${errorDetail(error)}` });
        result = judge(state, problems);
      }
      try {
        await keepNetworks(state, now);
      } catch (error) {
        problems.push({ kind: "state-unwritable", detail: `${networksFile}: ${errorDetail(error)}` });
        result = judge(state, problems);
      }
      try {
        await store.journal.append(entriesOf(result, options, store.journal.reading()), state.clock.moment());
      } catch (error) {
        problems.push({ kind: "journal-unwritable", detail: `journal.jsonl: ${errorDetail(error)}` });
        result = judge(state, problems);
      }
      const headBehind = store.journal.warning();
      if (headBehind !== null && !state.issues.some(({ detail }) => detail === headBehind))
        result = judge(state, [...problems, { kind: "state-unwritable", detail: headBehind }]);
      return result;
    });
  } catch (error) {
    const detail = errorDetail(error);
    if (error instanceof LockError && error.holder !== null) return judge(await store.read(), [{ kind: "state-locked", detail }]);
    return judge(await store.read(), [
      { kind: "state-unwritable", detail },
      { kind: "journal-unwritable", detail },
    ]);
  }
}
