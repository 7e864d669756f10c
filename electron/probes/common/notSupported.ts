import { type FactId, factIds } from "../../../shared/facts/catalogue.ts";
import { unknown } from "../../../shared/observation.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { Probe, ProbeTable } from "../probe.ts";

function notSupported<K extends FactId>(fact: K, platform: Platform): Probe<K> {
  return {
    id: `${platform}.${fact}`,
    fact,
    uses: [],
    validForMs: 900_000,
    collect: async () => ({ observation: unknown("not-supported", `${fact} is not read on ${platform} yet`), evidence: [] }),
  };
}

/** A complete table that honestly answers "not supported" for every fact; spread it and replace what is there. */
export function notSupportedTable(platform: Platform): ProbeTable {
  // The cast is needed because Object.fromEntries forgets which probe belongs to which key.
  return Object.fromEntries(factIds.map((fact) => [fact, notSupported(fact, platform)])) as unknown as ProbeTable;
}
