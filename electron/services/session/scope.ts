import { assertNever } from "../../../shared/assertNever.ts";
import type { CheckId } from "../../../shared/checks/verdict.ts";
import type { FactId, Facts } from "../../../shared/facts/catalogue.ts";
import type { SessionEnd } from "../../../shared/session.ts";
import type { Check } from "../../checks/check.ts";
import { networkFactIds } from "../../probes/probe.ts";
import { checksOn, stillValid } from "../liveChecks.ts";

/** What somebody may have done at this PC while its person was away. */
const deskFactIds: readonly FactId[] = ["screen-lock", "session", "remote-access", "listening-services", "running-apps"];

export interface ScopeSources {
  readonly checks: readonly Check[];
  readonly facts: Facts;
  readonly now: Date;
}

function factsOfEnd(because: SessionEnd, { facts, now }: ScopeSources): readonly FactId[] | "all" {
  switch (because) {
    case "network":
    case "vpn":
      return networkFactIds;
    case "unlock":
      return deskFactIds;
    case "time": {
      const valid = stillValid(facts, now);
      return Object.keys(facts).filter((id): id is FactId => valid[id as FactId] === undefined);
    }
    // Asleep for hours, everything may have changed; other rules may ask for facts that nobody has gathered.
    case "resume":
    case "policy":
      return "all";
    case "quit":
      return [];
    default:
      return assertNever(because);
  }
}

/** The checks that have to be looked at again for these reasons; a run looks at the network in any case. Pure. */
export function scopeOf(reasons: Iterable<SessionEnd>, sources: ScopeSources): readonly CheckId[] | "all" {
  const facts = new Set<FactId>();
  for (const because of reasons) {
    const own = factsOfEnd(because, sources);
    if (own === "all") return "all";
    for (const id of own) facts.add(id);
  }
  return checksOn(sources.checks, [...facts]).map(({ id }) => id);
}
