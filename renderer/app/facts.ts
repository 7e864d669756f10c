import type { Facts } from "../../shared/facts/catalogue.ts";
import type { Snapshot } from "../../shared/snapshot.ts";

/** The facts of a snapshot with the value type of each; the schema holds the same shapes, but loses their types on the way. */
export function factsOf(snapshot: Snapshot): Facts {
  return snapshot.facts as Facts;
}
