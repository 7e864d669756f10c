import { randomUUID } from "node:crypto";
import type { SessionEnd } from "../../shared/session.ts";
import { memoHost } from "../host/memoHost.ts";
import type { Core } from "./core.ts";
import { errorDetail } from "./errorDetail.ts";
import type { LookParts } from "./lookParts.ts";
import { isSamePolicy } from "./policySource.ts";
import { type LookedAt, recordRun } from "./recordRun.ts";
import { renewDecision } from "./renewDecision.ts";
import { runFacts } from "./runFacts.ts";
import { recordEnd } from "./session/recordEnd.ts";

/** No program takes longer to begin: the person typed something in between, and waits from now on. */
const longestStartMs = 3000;
/** The check that rests on what is remembered of networks. */
const networkCheck = "network-trust";

export interface Looks extends Pick<Core, "run" | "judgeAgain" | "renew" | "isRunning" | "doubt"> {
  cancel(): void;
  /**
   * The memory of networks is a fact of its own: it is gathered again, not only judged again. A run under way may have read it before, so that one ends
   * without a decision; one that the person stopped is not begun again.
   */
  lookAtNetworkAgain(): Promise<void>;
  /** Resolves when the run under way has ended. */
  ended(): Promise<unknown>;
}

/** Looking at the PC, one run at a time, and judging again what was seen. No light of an earlier look stands beside a new one. */
export function looksOf(parts: LookParts): Looks {
  const { app, checks, host, store, logIn, model, change, isWatched, probes, cache, pseudonym, readAll, proof } = parts;
  let running: AbortController | null = null;
  /** The run under way is a renewal: what was decided before it holds meanwhile. */
  let unseen = false;
  let underway: Promise<unknown> = Promise.resolve();
  /** Why what the run under way has seen may no longer hold. */
  let doubted: SessionEnd | null = null;
  /** Looked at by runs that ended without a decision: belongs to the record of the next one. */
  let owed: LookedAt = [];
  let askedAt = parts.askedAt;

  const execute = async (asked: readonly string[] | undefined, { signal }: AbortController) => {
    doubted = null;
    const started = performance.now();
    const spentFrom = askedAt !== undefined && started - askedAt < longestStartMs ? askedAt : started;
    askedAt = undefined;
    const { state, loaded: asFound } = await readAll();
    let loaded = asFound;
    // Another policy may ask for what nobody has looked for yet (programs by their names): nothing that was seen under the one before is kept.
    const same = isSamePolicy(loaded, model().loaded);
    const only = same ? asked : undefined;
    const before = same ? model().facts : {};
    const identity = { id: randomUUID(), startedAt: state.clock.host().toISOString() };
    change({ state, loaded, facts: before, run: { ...identity, finishedAt: null, durationMs: null }, judgment: null, findings: [] });
    // Within one run every command runs once, whoever asks.
    const once = memoHost(host);
    const facts = await runFacts({
      host: once,
      ...{ probes, cache, checks, policy: loaded.policy, state, logIn: await logIn, pseudonym, only, before, signal, askedAt: spentFrom },
      isWatched,
      onProgress: ({ done, total, ...part }) => {
        if (!signal.aborted) change({ ...part, phase: { kind: "running", done, total, ...(only ? { checks: [...only] } : {}) } });
      },
    });
    // What decides is the policy whose owner is known. One that has changed meanwhile asks for another run; one that is refused now is refused.
    if (loaded.summary.origin === "managed" && (await proof.examine(once, signal))) {
      const { loaded: examined } = await readAll();
      if (examined.refusal !== null || examined.summary.digest === loaded.summary.digest) loaded = examined;
      if (!signal.aborted) change({ loaded });
    }
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
      await recordEnd(store, { because: doubted, runId: identity.id, moment: recorded.state.clock.moment() });
      return change({ ...undecided, state: recorded.state });
    }
    const finishedAt = judgment.input.now.toISOString();
    const run = { ...identity, finishedAt, durationMs: Math.round(performance.now() - started) };
    change({ ...recorded, facts, findings: judgment.findings, run, phase: { kind: "finished" } });
    await cache.save();
  };

  const run: Core["run"] = async ({ checks: only }) => {
    if (running && unseen) {
      // Who asks for a look gets one.
      running.abort();
      await underway;
    }
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
    const { judgment, run: last, loaded, facts } = model();
    // Without a judgement a run is under way that reads what is kept at its end; one that has judged, and only tidies up, does not.
    if (!judgment || !last) return change({ state: await store.read() });
    const state = await store.read();
    if (state.clock.host().getTime() >= Date.parse(judgment.decision.validUntil)) {
      change({ state });
      await run({});
      return;
    }
    const recorded = await recordRun({ store, checks, loaded, facts, run: last, app, logIn: await logIn, lookedAt: null });
    // Ended meanwhile, the clearances do not come back by it.
    if (model().judgment === judgment) change({ ...recorded, findings: recorded.judgment.findings });
  };

  const renew: Core["renew"] = async () => {
    if (running) return;
    const controller = new AbortController();
    running = controller;
    unseen = true;
    underway = renewDecision(parts, controller.signal)
      // What could not be renewed ends in its time and is looked at then, with a word.
      .catch(() => undefined)
      .finally(() => {
        running = null;
        unseen = false;
      });
    await underway;
  };

  const lookAtNetworkAgain = async () => {
    if (running && !model().judgment) doubted = "network";
    while (running) await underway;
    if (model().judgment || model().phase.kind === "running") await run({ checks: [networkCheck] });
  };

  return {
    run,
    cancel: () => running?.abort(),
    isRunning: () => running !== null && !unseen,
    doubt(because) {
      if (running) doubted = because;
    },
    judgeAgain,
    renew,
    lookAtNetworkAgain,
    ended: () => underway,
  };
}
