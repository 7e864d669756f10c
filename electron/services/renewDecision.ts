import { randomUUID } from "node:crypto";
import type { FactId, Facts } from "../../shared/facts/catalogue.ts";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import { memoHost } from "../host/memoHost.ts";
import { checksOn, liveChecks, stillValid } from "./liveChecks.ts";
import type { LookParts } from "./lookParts.ts";
import { isSamePolicy } from "./policySource.ts";
import { recordRun } from "./recordRun.ts";
import { runFacts } from "./runFacts.ts";

/** What ends within this is looked at again together. */
const withinMs = 60_000;

function sameObservations(before: Facts, after: Facts): boolean {
  return Object.values(after).every((fact) => canonicalJson(fact.observation) === canonicalJson(before[fact.id]?.observation));
}

/**
 * Looks again, unseen, at the facts by which the decision ends soon, and decides anew with them. What is as it was gives one line in the journal, of the
 * decision alone; what is not is a run of its own. A decision that was ended or made anew meanwhile stays as it is. @throws what a run throws.
 */
export async function renewDecision(parts: LookParts, signal: AbortSignal): Promise<void> {
  const { app, checks, host, store, logIn, model, change, probes, cache, pseudonym, readAll } = parts;
  const { judgment, run: last, facts: before } = model();
  if (!judgment || !last) return;
  const started = performance.now();
  const { state, loaded } = await readAll();
  // Another policy is somebody else's affair: the watch of the session sees it as well.
  if (!isSamePolicy(loaded, model().loaded)) return;
  const valid = stillValid(before, new Date(state.clock.host().getTime() + withinMs));
  const ending = Object.keys(before).filter((id): id is FactId => valid[id as FactId] === undefined);
  const only = checksOn(liveChecks(checks, loaded.policy), ending).map(({ id }) => id);
  // Ended by an exception or by the policy's own minutes: nothing that could be looked at makes it longer.
  if (only.length === 0) return;
  const facts = await runFacts({
    host: memoHost(host),
    ...{ probes, cache, checks, policy: loaded.policy, state, logIn: await logIn, pseudonym, only, before: valid, signal, askedAt: started },
    isWatched: () => false,
    onProgress: () => undefined,
  });
  // What was seen before an end makes no light.
  if (signal.aborted || model().judgment !== judgment) return;
  const same = sameObservations(before, facts);
  const startedAt = state.clock.host().toISOString();
  const run = same ? last : { id: randomUUID(), startedAt, finishedAt: startedAt, durationMs: Math.round(performance.now() - started) };
  const recorded = await recordRun({ store, checks, loaded, facts, run, app, logIn: await logIn, lookedAt: same ? null : only });
  if (model().judgment !== judgment) return;
  change({ ...recorded, facts, findings: recorded.judgment.findings, run });
  await cache.save();
}
