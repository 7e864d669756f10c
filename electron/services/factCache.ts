import { readFileSync } from "node:fs";
import { release } from "node:os";
import { z } from "zod";
import { type Fact, type FactId, factsSchema } from "../../shared/facts/catalogue.ts";
import type { Platform } from "../../shared/platform.ts";
import type { Gathered, Probe } from "../probes/probe.ts";
import { readJsonFile, writeFileAtomically } from "./jsonFile.ts";
import type { KeptFormat } from "./keptFormat.ts";
import { witnessState } from "./witnesses.ts";

const name = "facts.cache.json";
/** Never by age alone, but never without end either: what no witness shows must not last for ever. */
const maxAgeMs = 24 * 3_600_000;
const evidenceSource = "preflight";

const entrySchema = z.strictObject({
  probe: z.string(),
  witnesses: z.string(),
  measuredAt: z.iso.datetime(),
  gathered: z.strictObject({ observation: z.unknown(), evidence: z.unknown() }),
});
const cacheSchema = z.strictObject({ schema: z.literal("preflight-facts/1"), key: z.string(), entries: z.record(z.string(), entrySchema) });
const cacheFormat = { name, family: "preflight-facts", version: 1, schema: cacheSchema } satisfies KeptFormat<typeof cacheSchema>;
type Entries = z.infer<typeof cacheSchema>["entries"];

export interface FactCache {
  /** The same probe, answering from an earlier run where its witnesses prove that it would say the same; `anew`: it looks in any case. */
  through<K extends FactId>(probe: Probe<K>, anew: boolean): Probe<K>;
  /** Never throws: a cache that cannot be written is only slower. */
  save(): Promise<void>;
}

/** Same app, OS, kernel and start of the machine: facts such as "restart pending" depend on them, and no file shows it. */
function cacheKey(appVersion: string, platform: Platform): string {
  let boot: string;
  try {
    boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    boot = "";
  }
  return [appVersion, platform, release(), boot].join(" ");
}

export interface FactCacheOptions {
  readonly folder: string;
  readonly appVersion: string;
  readonly platform: Platform;
  readonly now: () => Date;
}

/** Opens the cache; a file that cannot be used is as good as none. Never throws. */
export async function openFactCache({ folder, appVersion, platform, now }: FactCacheOptions): Promise<FactCache> {
  const key = cacheKey(appVersion, platform);
  const { value, replaceable } = await readJsonFile(folder, cacheFormat);
  const entries: Entries = value?.key === key ? { ...value.entries } : {};
  let changed = false;

  const take = async <K extends FactId>({ fact: id, id: probe }: Probe<K>, state: string): Promise<Gathered<K> | null> => {
    const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
    if (entry === undefined || entry.probe !== probe || entry.witnesses !== state) return null;
    const age = now().getTime() - Date.parse(entry.measuredAt);
    if (age < 0 || age > maxAgeMs) return null;
    const times = { at: now().toISOString(), durationMs: 0, validForMs: 0 };
    const parsed = factsSchema.shape[id].safeParse({ id, ...entry.gathered, ...times });
    const fact = parsed.success ? (parsed.data as Fact<K> | undefined) : undefined;
    if (fact?.observation.kind !== "known") return null;
    // The same inputs give the same answer, so it is proved for now; when it was really measured stands beside it.
    const proof = { source: evidenceSource, seen: `measured at ${entry.measuredAt}; its inputs are unchanged since` };
    return { observation: fact.observation, evidence: [...fact.evidence.slice(0, 63), proof] };
  };

  return {
    through(probe, anew) {
      const { witnesses } = probe;
      if (witnesses === undefined) return probe;
      return {
        ...probe,
        async collect(host, context, signal) {
          // Before the probe looks: what changes while it looks must not be taken for what it saw.
          const before = await witnessState(witnesses);
          const taken = anew || before === null ? null : await take(probe, before);
          if (taken) return taken;
          const measuredAt = now().toISOString();
          const gathered = await probe.collect(host, context, signal);
          changed = true;
          const { observation } = gathered;
          const mayKeep = observation.kind === "known" && probe.mayKeep?.(observation.value) !== false;
          if (!mayKeep || before === null || before !== (await witnessState(witnesses))) delete entries[probe.fact];
          else entries[probe.fact] = { probe: probe.id, witnesses: before, measuredAt, gathered };
          return gathered;
        },
      };
    },
    async save() {
      if (!changed || !replaceable) return;
      changed = false;
      await writeFileAtomically(folder, name, JSON.stringify({ schema: "preflight-facts/1", key, entries })).catch(() => undefined);
    },
  };
}
