import type { Report } from "../../../shared/report/schema.ts";
import type { JournalReading } from "../journal.ts";
import { type PartResult, part } from "./partResult.ts";

/** Is the end of the journal that a report names in the journal of this PC? Only the PC that it was made on can say. Pure. */
export function journalPart(report: Report, journal: JournalReading | undefined): PartResult {
  const { head, ok, first } = report.journal;
  if (head === null) return part("journal", "not-checked", "the report names no journal");
  if (!ok) return part("journal", "failed", "the journal was not whole when the report was made");
  if (journal === undefined || journal.entries.length === 0) return part("journal", "not-checked", "no journal at hand");
  const sameJournal = journal.entries.some(({ seq, digest, data }) => (seq === 1 && digest === first) || data["runId"] === report.run.id);
  // Another PC's journal says nothing about this report.
  if (!sameJournal) {
    return part("journal", "not-checked", "the journal of this PC knows nothing of this run: made on another PC, or the journal was replaced");
  }
  const entry = journal.entries.find(({ seq, trusted }) => trusted && seq === head.seq);
  if (entry?.digest === head.digest) return part("journal", "ok", `entry ${head.seq} is in the journal of this PC`);
  return part("journal", "failed", `entry ${head.seq} with this digest is not in the journal of this PC`);
}
