import { type Evidence, type Fact, type FactId, factsSchema } from "../../shared/facts/catalogue.ts";
import { type Observation, unknown } from "../../shared/observation.ts";
import type { Host } from "../host/host.ts";
import type { Gathered, Probe, ProbeContext, ProbeTable } from "../probes/probe.ts";
import { errorDetail } from "./errorDetail.ts";
import { limitedSignal } from "./limitedSignal.ts";
import { plainText } from "./plainText.ts";

export interface CollectLimits {
  readonly sideBySide: number;
  /** How long a probe holds its place among those side by side. One that is slower only waits, and the next may begin. */
  readonly placeMs: number;
  readonly probeMs: number;
  readonly overallMs: number;
}

/**
 * A run ends within eight seconds, whatever the machine does. Of these the first seven are for looking, counted from the moment at which the run was asked
 * for; on a busy machine the last is needed for judging, writing down and showing.
 */
export const collectLimits: CollectLimits = { sideBySide: 6, placeMs: 750, probeMs: 7000, overallMs: 7000 };
/** So long is looked even where reading what is kept took almost everything: with less nothing at all would be seen. */
const leastMs = 1500;

export interface CollectOptions {
  readonly host: Host;
  readonly probes: ProbeTable;
  readonly context: ProbeContext;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly limits?: CollectLimits;
  /** When the run was asked for, by `performance.now()`; now when absent. */
  readonly askedAt?: number;
  /** Called at each fact, in the order in which they arrive. */
  readonly onFact: (fact: Fact) => void;
}

function boundedEvidence(evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.slice(0, 64).map(({ source, seen }) => ({ source: plainText(source, 256), seen: plainText(seen, 4000) }));
}

/** Whatever a probe hands back, the fact follows its schema: a value that does not is "could not read", never a value. */
export function factFrom(
  id: FactId,
  gathered: Gathered<FactId>,
  times: { readonly at: Date; readonly durationMs: number; readonly validForMs: number },
): Fact {
  const build = (observation: Observation<unknown>) => ({
    id,
    observation: observation.kind === "unknown" ? unknown(observation.reason, plainText(observation.detail, 2000)) : observation,
    evidence: boundedEvidence(gathered.evidence),
    at: times.at.toISOString(),
    durationMs: Math.max(0, times.durationMs),
    validForMs: times.validForMs,
  });
  const schema = factsSchema.shape[id];
  const parsed = schema.safeParse(build(gathered.observation));
  if (parsed.success && parsed.data) return parsed.data as Fact;
  const [issue] = parsed.error?.issues ?? [];
  const detail = `the probe's answer does not follow the fact's schema: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`;
  return schema.parse(build(unknown("unparsed", detail))) as Fact;
}

function failed(reason: "failed" | "timeout", detail: string): Gathered<FactId> {
  return { observation: unknown(reason, detail), evidence: [] };
}

/** The probe's answer, or why there is none. A probe that does not listen to its signal is left behind, not waited for. */
async function gather(probe: Probe<FactId>, { host, context }: CollectOptions, signal: AbortSignal): Promise<Gathered<FactId>> {
  const gaveUp = new Promise<Gathered<FactId>>((resolve) => {
    const giveUp = () => resolve(failed("timeout", "no answer within the time limit"));
    if (signal.aborted) giveUp();
    else signal.addEventListener("abort", giveUp, { once: true });
  });
  const answer = async () => {
    try {
      return await probe.collect(host, context, signal);
    } catch (error) {
      return failed("failed", plainText(errorDetail(error), 300));
    }
  };
  return signal.aborted ? gaveUp : Promise.race([answer(), gaveUp]);
}

/** Resolves with the task or after `ms`, whichever comes first. */
function atMost(task: Promise<void>, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    task.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Gathers these facts side by side, slow ones (those with witnesses) first. Every fact asked for arrives, as an unknown if need be,
 * unless `signal` ends the whole run. Never rejects for what a probe does.
 */
export async function collectFacts(ids: readonly FactId[], options: CollectOptions): Promise<void> {
  const { probes, now, signal, onFact } = options;
  const { sideBySide, placeMs, probeMs, overallMs } = options.limits ?? collectLimits;
  const queue = [...ids].sort((a, b) => Number(probes[b].witnesses !== undefined) - Number(probes[a].witnesses !== undefined));
  const spentMs = performance.now() - (options.askedAt ?? performance.now());
  const overall = limitedSignal(signal, Math.max(Math.min(leastMs, overallMs), overallMs - spentMs));
  const answer = async (id: FactId) => {
    const probe: Probe<FactId> = probes[id] as unknown as Probe<FactId>;
    const startedAt = performance.now();
    const limited = limitedSignal(overall.signal, probeMs);
    const gathered = await gather(probe, options, limited.signal);
    limited.end();
    if (signal.aborted) return;
    onFact(factFrom(id, gathered, { at: now(), durationMs: Math.round((performance.now() - startedAt) * 10) / 10, validForMs: probe.validForMs }));
  };
  const answers: Promise<void>[] = [];
  const worker = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (signal.aborted) return;
      const answered = answer(id);
      answers.push(answered);
      await atMost(answered, placeMs);
    }
  };
  try {
    await Promise.all(Array.from({ length: sideBySide }, worker));
    await Promise.all(answers);
  } finally {
    overall.end();
  }
}
