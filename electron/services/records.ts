import { readFile } from "node:fs/promises";
import path from "node:path";
import type { CheckId } from "../../shared/checks/verdict.ts";
import type { CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { Core } from "./core.ts";
import { disputeStep } from "./disputes.ts";
import { errorCode } from "./errorDetail.ts";
import { journalFile } from "./journal.ts";
import { dayIn } from "./localDay.ts";
import { whileOthersLook } from "./patience.ts";
import { daysOfJournal, journalState, linesOfDay } from "./timeline.ts";

export interface Records {
  journalDays(days: number): Promise<CallOutput<"journal.days">>;
  journalEntries(wanted: CallInput<"journal.entries">): Promise<CallOutput<"journal.entries">>;
  /** The journal's file as it is; null: there is none. @throws the system's error when it cannot be read. */
  journalFile(): Promise<Uint8Array | null>;
  /** Keeps that the employee calls a finding wrong. It changes no verdict. Never throws. */
  dispute(checkId: CheckId, words: string): Promise<CallOutput<"findings.dispute">>;
}

/** What was recorded, as days, entries and file, and the one thing that a person adds to it. */
export function recordsOf({ host, store, model, change }: Core): Records {
  const current = async () => {
    await store.journal.refresh();
    return store.journal.reading();
  };
  const dayOf = () => dayIn(host.timeZone());
  return {
    async journalDays(days) {
      const journal = await current();
      return { days: [...daysOfJournal(journal, days, model().state.clock.host(), dayOf())], state: journalState(journal) };
    },
    journalEntries: async (wanted) => linesOfDay(await current(), wanted, dayOf()),
    async journalFile() {
      try {
        return await whileOthersLook(() => readFile(path.join(store.folder, journalFile)));
      } catch (error) {
        const code = errorCode(error);
        if (code === "ENOENT" || code === "ENOTDIR") return null;
        throw error;
      }
    },
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
