import type { CheckId } from "../../shared/checks/verdict.ts";
import type { CallInput, CallOutput } from "../../shared/ipc/contract.ts";
import type { Core } from "./core.ts";

export interface Records {
  journalDays(days: number): Promise<CallOutput<"journal.days">>;
  journalEntries(wanted: CallInput<"journal.entries">): Promise<CallOutput<"journal.entries">>;
  /** The journal's file as it is; null: there is none. */
  journalFile(): Promise<Uint8Array | null>;
  /** Keeps that the employee calls a finding wrong. It changes no verdict. */
  dispute(checkId: CheckId, words: string): Promise<CallOutput<"findings.dispute">>;
}

export function recordsOf(_core: Core): Records {
  return {
    journalDays: async () => ({ days: [], state: { ok: true, entries: 0, brokenAt: null } }),
    journalEntries: async () => ({ lines: [], more: 0 }),
    journalFile: async () => null,
    dispute: async () => ({ ok: false, code: "state-unwritable" }),
  };
}
