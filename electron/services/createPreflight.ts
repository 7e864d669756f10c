import { randomUUID } from "node:crypto";
import type { SessionEnd } from "../../shared/session.ts";
import type { Check } from "../checks/check.ts";
import type { Host } from "../host/host.ts";
import { memoHost } from "../host/memoHost.ts";
import type { ProbeTable } from "../probes/probe.ts";
import { activitiesOf } from "./activities/activities.ts";
import { guardOf } from "./activities/guard.ts";
import type { Opener } from "./activities/opener.ts";
import { findPlaces } from "./activities/openings.ts";
import { appLifeOf } from "./appLife.ts";
import { approvalsOf } from "./approvals/approvals.ts";
import { shownRequests } from "./approvals/requests.ts";
import type { Core } from "./core.ts";
import { declare } from "./declare.ts";
import { errorDetail } from "./errorDetail.ts";
import { makeReport, recordExport } from "./exportReport.ts";
import { openFactCache } from "./factCache.ts";
import { lessonsOf } from "./learning/lessons.ts";
import { logInOf } from "./logIn.ts";
import { forgetNetwork, nameNetwork } from "./nameNetwork.ts";
import { bundledPolicy } from "./policy/bundledPolicy.ts";
import { isSamePolicy, loadPolicy } from "./policySource.ts";
import type { PreflightService } from "./preflight.ts";
import { type LookedAt, recordRun } from "./recordRun.ts";
import { recordsOf } from "./records.ts";
import { requestException, revokeException } from "./requestException.ts";
import { runFacts } from "./runFacts.ts";
import { pseudonymWith } from "./secretKey.ts";
import { recordEnd } from "./session/recordEnd.ts";
import { sessionOf } from "./session/session.ts";
import { openSettings, settingsOf } from "./settings/settingsFile.ts";
import { freshModel, type Model, snapshotOf } from "./snapshotOf.ts";
import { openStateStore } from "./stateStore.ts";

/** The check that rests on what is remembered of networks. */
const networkCheck = "network-trust";

export interface PreflightOptions {
  readonly host: Host;
  readonly probes: ProbeTable;
  readonly checks: readonly Check[];
  readonly appVersion: string;
  readonly stateFolder: string;
  readonly managedFolder: string;
  /** A policy file that the user named. */
  readonly openedPolicy?: string | undefined;
  /** User ids that may own the managed folder; root when absent. */
  readonly trustedOwners?: readonly number[] | undefined;
  /** Absent: this door can open nothing outside of the app. */
  readonly opener?: Opener | undefined;
}

/**
 * Makes the service behind the front doors: loads the policy and what is kept; gathers nothing yet.
 * @throws PolicyFileError when `openedPolicy` is not a usable policy; nothing else, whatever the state folder is like.
 */
export async function createPreflight(options: PreflightOptions): Promise<PreflightService> {
  const { host, probes, checks, appVersion, stateFolder, managedFolder, openedPolicy, trustedOwners } = options;
  const app = { version: appVersion, platform: host.platform };
  const store = await openStateStore(stateFolder, () => host.now());
  const pseudonym = pseudonymWith(store.secretKey);
  // The same for as long as the program runs; a managed or opened policy is read anew for every run.
  const bundled = bundledPolicy(checks);
  const readAll = async () => {
    const state = await store.read();
    const { highestRevisions } = state.history;
    const places = { managedFolder, openedFile: openedPolicy, checks, highestSeen: highestRevisions, trustedOwners, bundled };
    return { state, loaded: await loadPolicy(places) };
  };
  const cache = await openFactCache({ folder: stateFolder, appVersion, platform: host.platform, now: () => host.now() });
  const opened = await readAll();
  const requests = [...shownRequests(opened.state.requests, opened.state.clock.now())];
  let model: Model = { ...freshModel, ...opened, requests, ...(await openSettings(stateFolder, host.now())) };
  // The same for as long as the program runs; asked beside everything else.
  const logIn = logInOf(host, pseudonym);
  const places = await findPlaces(host, options.opener ?? null);
  let judgedAt = Number.NEGATIVE_INFINITY;
  let running: AbortController | null = null;
  let underway: Promise<unknown> = Promise.resolve();
  /** Why what the run under way has seen may no longer hold. */
  let doubted: SessionEnd | null = null;
  /** Looked at by runs that ended without a decision: belongs to the record of the next one. */
  let owed: LookedAt = [];
  const listeners = new Set<Parameters<PreflightService["subscribe"]>[0]>();
  /** Those who want to know when no look is under way. */
  const waiting: (() => void)[] = [];
  let closed = false;
  const snapshot = () => snapshotOf({ ...model, journal: store.journal.reading(), now: model.state.clock.now() }, { app, checks, places });
  const letGo = () => {
    for (const tell of waiting.splice(0)) tell();
  };
  const change = (part: Partial<Model>) => {
    if (part.judgment) judgedAt = performance.now();
    const requests = part.state ? shownRequests(part.state.requests, part.state.clock.now()) : model.requests;
    model = { ...model, requests: [...requests], ...part };
    if (model.phase.kind !== "running") letGo();
    if (listeners.size === 0) return;
    const current = snapshot();
    for (const listener of listeners) listener(current);
  };

  const execute = async (asked: readonly string[] | undefined, { signal }: AbortController) => {
    doubted = null;
    const started = performance.now();
    const { state, loaded } = await readAll();
    // Another policy may ask for what nobody has looked for yet (programs by their names): nothing that was seen under the one before is kept.
    const same = isSamePolicy(loaded, model.loaded);
    const only = same ? asked : undefined;
    const before = same ? model.facts : {};
    const identity = { id: randomUUID(), startedAt: state.clock.now().toISOString() };
    change({ state, loaded, facts: before, run: { ...identity, finishedAt: null, durationMs: null }, judgment: null, findings: [] });
    const facts = await runFacts({
      // Within one run every command runs once, whoever asks.
      host: memoHost(host),
      ...{ probes, cache, checks, policy: loaded.policy, state, logIn: await logIn, pseudonym, only, before, signal },
      isWatched: () => listeners.size > 0,
      onProgress: ({ done, total, ...part }) => {
        if (!signal.aborted) change({ ...part, phase: { kind: "running", done, total, ...(only ? { checks: [...only] } : {}) } });
      },
    });
    if (signal.aborted) return change({ phase: { kind: "cancelled" } });
    const lookedAt: LookedAt = only === undefined || owed === "all" ? "all" : [...new Set([...owed, ...only])];
    owed = lookedAt;
    // The next run is already asked for by whoever doubts this one.
    const undecided = { facts, findings: [], phase: { kind: "running", done: 0, total: 0 } } as const;
    if (doubted) return change(undecided);
    const recorded = await recordRun({ store, checks, loaded, facts, run: identity, app, logIn: await logIn, lookedAt });
    owed = [];
    const { judgment } = recorded;
    if (doubted) {
      await recordEnd(store, { because: doubted, runId: identity.id, at: judgment.input.now });
      return change({ ...undecided, state: recorded.state });
    }
    const finishedAt = judgment.input.now.toISOString();
    const run = { ...identity, finishedAt, durationMs: Math.round(performance.now() - started) };
    change({ ...recorded, facts, findings: judgment.findings, run, phase: { kind: "finished" } });
    await cache.save();
  };

  const run: PreflightService["run"] = async ({ checks: only }) => {
    if (running) return { ok: false, code: "busy" };
    if (only?.some((id) => !checks.some((check) => check.id === id))) return { ok: false, code: "unknown-check" };
    const controller = new AbortController();
    running = controller;
    // At once, so that no light of an earlier run is shown beside "running".
    change({ phase: { kind: "running", done: 0, total: 0, ...(only ? { checks: [...only] } : {}) }, judgment: null });
    underway = execute(only, controller)
      .catch((error: unknown) => change({ phase: { kind: "failed", detail: errorDetail(error) }, judgment: null }))
      .finally(() => {
        running = null;
      });
    await underway;
    return { ok: true };
  };

  /** After an exception or an answer: the same facts are judged again, or looked at again when they no longer hold. */
  const judgeAgain = async () => {
    const { judgment, run: last, loaded, facts } = model;
    // Without a judgement a run is under way that reads what is kept at its end; one that has judged, and only tidies up, does not.
    if (!judgment || !last) return change({ state: await store.read() });
    const state = await store.read();
    if (state.clock.now().getTime() >= Date.parse(judgment.decision.validUntil)) {
      change({ state });
      await run({});
      return;
    }
    const recorded = await recordRun({ store, checks, loaded, facts, run: last, app, logIn: await logIn, lookedAt: null });
    // Ended meanwhile, the clearances do not come back by it.
    if (model.judgment === judgment) change({ ...recorded, findings: recorded.judgment.findings });
  };

  /**
   * The memory of networks is a fact of its own: it is gathered again, not only judged again. A run under way may have read it before, so that one ends
   * without a decision; one that the person stopped is not begun again.
   */
  const lookAtNetworkAgain = async () => {
    if (running && !model.judgment) doubted = "network";
    while (running) await underway;
    if (model.judgment || model.phase.kind === "running") await run({ checks: [networkCheck] });
  };

  /** Resolves when no look is under way or about to begin. */
  const settled = async () => {
    while (model.phase.kind === "running" && !closed) await new Promise<void>((resolve) => waiting.push(resolve));
  };

  const core: Core = {
    ...{ app, checks, places, host, store, managedFolder, trustedOwners, logIn, change, run, judgeAgain },
    settled,
    readPolicy: async () => (await readAll()).loaded,
    judgedForMs: () => (model.judgment ? performance.now() - judgedAt : Number.POSITIVE_INFINITY),
    opener: options.opener ?? null,
    model: () => model,
    isRunning: () => running !== null,
    doubt(because) {
      if (running) doubted = because;
    },
    policyNow: async () => (await readAll()).loaded,
  };
  const session = sessionOf(core);

  return {
    ...activitiesOf(core),
    ...appLifeOf(core),
    ...approvalsOf(core),
    ...guardOf(core),
    ...lessonsOf(core),
    ...recordsOf(core),
    ...session.control,
    ...settingsOf(core),
    snapshot,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    run,
    cancel: () => running?.abort(),
    async requestException(request) {
      const answer = await requestException(request, { store, checks, policy: model.loaded.policy, findings: model.findings });
      if (answer.ok) await judgeAgain();
      return answer;
    },
    async revokeException(id) {
      const answer = await revokeException(id, store);
      if (answer.ok) await judgeAgain();
      return answer;
    },
    async networks() {
      return (await store.read()).networks.networks;
    },
    async nameNetwork(named) {
      // While a run is under way some facts are of the network before, and a sign-in page is perhaps not looked for yet.
      if (running !== null || !model.judgment) return { ok: false, code: "no-network" };
      const answer = await nameNetwork(named, { store, facts: model.facts });
      if (answer.ok) await lookAtNetworkAgain();
      return answer;
    },
    async forgetNetwork(id) {
      const answer = await forgetNetwork(id, store);
      if (answer.ok) await lookAtNetworkAgain();
      return answer;
    },
    async declare(checkId, affirmed) {
      const answer = await declare(core, checkId, affirmed);
      if (answer.ok) await judgeAgain();
      return answer;
    },
    report: async (wanted) => makeReport(wanted, model, { app, checks, store, host }),
    reportLeft: (receipt) => recordExport(receipt, store),
    async close() {
      closed = true;
      running?.abort();
      letGo();
      await Promise.all([session.stop(), underway]);
      listeners.clear();
    },
  };
}
