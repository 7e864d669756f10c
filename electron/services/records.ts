import type { CheckId } from "../../shared/checks/verdict.ts";
import type { CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { Core } from "./core.ts";
import { disputeStep } from "./disputes.ts";
import { journalBytes, readJournalSince } from "./journal.ts";
import { dayIn } from "./localDay.ts";
import { daysOfJournal, journalState, linesOfDay } from "./timeline.ts";

export interface Records {
  journalDays(days: number): Promise<CallOutput<"journal.days">>;
  journalEntries(wanted: CallInput<"journal.entries">): Promise<CallOutput<"journal.entries">>;
  /** The journal's file as it is; null: there is none. @throws Error when it cannot be read. */
  journalFile(): Promise<Uint8Array | null>;
  /** Keeps that the employee calls a finding wrong. It changes no verdict. Never throws. */
  dispute(checkId: CheckId, words: string): Promise<CallOutput<"findings.dispute">>;
}

const dayMs = 86_400_000;

/** What was recorded, as days, entries and file, and the one thing that a person adds to it. */
export function recordsOf({ host, store, model, change }: Core): Records {
  const dayOf = () => dayIn(host.timeZone());
  return {
    async journalDays(days) {
      const journal = await readJournalSince(store.folder, new Date(host.now().getTime() - (days + 1) * dayMs));
      return { days: [...daysOfJournal(journal, days, model().state.clock.host(), dayOf())], state: journalState(journal) };
    },
    // A day begins within 14 hours of that of UTC.
    journalEntries: async (wanted) => linesOfDay(await readJournalSince(store.folder, new Date(Date.parse(wanted.day) - dayMs)), wanted, dayOf()),
    journalFile: () => journalBytes(store.folder),
    async dispute(checkId, words) {
      const { findings, run } = model();
      const finding = findings.find((one) => one.checkId === checkId);
      if (!finding) return { ok: false, code: "unknown-check" };
      try {
        await store.exclusively(async () => {
          const { clock } = await store.read();
          await store.journal.append([disputeStep(finding, words, run?.id ?? null)], clock.moment());
        });
      } catch {
        return { ok: false, code: "state-unwritable" };
      }
      change({});
      return { ok: true };
    },
  };
}
