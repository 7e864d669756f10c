import type { Check } from "../checks/check.ts";
import type { Host } from "../host/host.ts";
import type { ProbeTable } from "../probes/probe.ts";
import { activitiesOf } from "./activities/activities.ts";
import { guardOf } from "./activities/guard.ts";
import type { Opener } from "./activities/opener.ts";
import { findPlaces } from "./activities/openings.ts";
import { appLifeOf } from "./appLife.ts";
import { approvalsOf } from "./approvals/approvals.ts";
import type { Core } from "./core.ts";
import { declare } from "./declare.ts";
import { makeReport, recordExport } from "./exportReport.ts";
import { openFactCache } from "./factCache.ts";
import { lessonsOf } from "./learning/lessons.ts";
import { createLiveModel } from "./liveModel.ts";
import { logInOf } from "./logIn.ts";
import { looksOf } from "./looks.ts";
import { proofOfThisPc } from "./managed/proof.ts";
import { forgetNetwork, nameNetwork } from "./nameNetwork.ts";
import { bundledPolicy } from "./policy/bundledPolicy.ts";
import { lastManagedDigest } from "./policy/lastManaged.ts";
import { loadPolicy } from "./policySource.ts";
import type { PreflightService } from "./preflight.ts";
import { recordsOf } from "./records.ts";
import { requestException, revokeException } from "./requestException.ts";
import { pseudonymWith } from "./secretKey.ts";
import { sessionOf } from "./session/session.ts";
import { openSettings, settingsOf } from "./settings/settingsFile.ts";
import { freshModel, type Model, snapshotOf } from "./snapshotOf.ts";
import { openStateStore } from "./stateStore.ts";

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
  /** When the first run was asked for, by `performance.now()`, where that was before this call: the limit of a run counts from there. */
  readonly askedAt?: number | undefined;
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
  const proof = proofOfThisPc(host, managedFolder, trustedOwners);
  const readAll = async () => {
    const state = await store.read();
    const { highestRevisions } = state.history;
    const digest = lastManagedDigest(store.journal.reading());
    const last = digest === null ? undefined : { stateFolder, digest };
    const places = { last, managedFolder, openedFile: openedPolicy, checks, highestSeen: highestRevisions, trustedOwners, bundled };
    return { state, loaded: await loadPolicy({ ...places, proof: await proof.now() }) };
  };
  const cache = await openFactCache({ folder: stateFolder, appVersion, platform: host.platform, now: () => host.now() });
  const opened = await readAll();
  const first = { ...freshModel, ...opened, ...(await openSettings(stateFolder)) };
  // The same for as long as the program runs; asked beside everything else.
  const logIn = logInOf(host, pseudonym);
  const places = await findPlaces(host, options.opener ?? null);
  const shown = (model: Model) => snapshotOf({ ...model, journal: store.journal.reading(), clock: model.state.clock }, { app, checks, places });
  const live = createLiveModel(first, shown);
  const { model, change, snapshot, subscribe } = live;
  const looks = looksOf({
    app,
    checks,
    host,
    store,
    logIn,
    probes,
    cache,
    pseudonym,
    askedAt: options.askedAt,
    readAll,
    proof,
    model,
    change,
    isWatched: live.isWatched,
  });
  const { run, judgeAgain, renew } = looks;

  const core: Core = {
    ...{ app, checks, places, host, store, managedFolder, logIn, model, change, run, judgeAgain, renew },
    opener: options.opener ?? null,
    trust: async () => ({ owners: trustedOwners ?? [0], ...(await proof.now()) }),
    readPolicy: async () => (await readAll()).loaded,
    judgedForMs: live.judgedForMs,
    settled: live.settled,
    isRunning: looks.isRunning,
    doubt: looks.doubt,
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
    subscribe,
    run,
    cancel: looks.cancel,
    async requestException(request) {
      const answer = await requestException(request, { store, checks, policy: model().loaded.policy, findings: model().findings });
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
      if (looks.isRunning() || !model().judgment) return { ok: false, code: "no-network" };
      const answer = await nameNetwork(named, { store, facts: model().facts });
      if (answer.ok) await looks.lookAtNetworkAgain();
      return answer;
    },
    async forgetNetwork(id) {
      const answer = await forgetNetwork(id, store);
      if (answer.ok) await looks.lookAtNetworkAgain();
      return answer;
    },
    async declare(checkId, affirmed) {
      const answer = await declare(core, checkId, affirmed);
      if (answer.ok) await judgeAgain();
      return answer;
    },
    report: async (wanted) => makeReport(wanted, model(), { app, checks, store, host }),
    reportLeft: (receipt) => recordExport(receipt, store),
    lockedBy: store.lockedBy,
    async close() {
      looks.cancel();
      live.close();
      await Promise.all([session.stop(), looks.ended()]);
      live.leave();
    },
  };
}
