import type { Snapshot } from "../../shared/snapshot.ts";
import type { JournalReading } from "./journal.ts";

/** What is called wrong in the journal. Pure. */
export function disputesOf(_journal: JournalReading): Snapshot["disputes"] {
  return [];
}
