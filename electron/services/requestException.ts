import type { Finding } from "../../shared/decision.ts";
import type { ExceptionRequest } from "../../shared/exceptions.ts";
import type { CallOutput } from "../../shared/ipc/contract.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Check } from "../checks/check.ts";
import { refuseException } from "./exceptionRules.ts";
import { exceptionsFile, grantedStep, newException, revokedStep, writeExceptions } from "./exceptions.ts";
import { exceptionOnHost } from "./hostTimes.ts";
import type { StateStore } from "./stateStore.ts";

export interface RequestContext {
  readonly store: StateStore;
  readonly checks: readonly Check[];
  readonly policy: Policy;
  /** Of the last run. */
  readonly findings: readonly Finding[];
}

/** Grants an exception within the policy: journal first, then file, so that one without its journal entry never exists. Never throws. */
export async function requestException(request: ExceptionRequest, { store, ...context }: RequestContext): Promise<CallOutput<"exceptions.request">> {
  try {
    return await store.exclusively(async () => {
      const { exceptions, clock } = await store.read();
      const moment = clock.moment();
      const refusal = refuseException(request, { ...context, now: clock.host(), way: "employee" });
      if (refusal) return refusal;
      // Behind a break nothing can be proved, and what cannot be read must not be written over.
      if (!exceptions.replaceable || !store.journal.reading().verification.ok) return { ok: false, code: "state-unwritable" };
      const exception = newException(request, context.policy, moment);
      await store.journal.append([grantedStep(exception)], moment);
      await store.follow(exceptionsFile, () => writeExceptions(store.folder, [exception, ...exceptions.kept]));
      return { ok: true, exception: exceptionOnHost(exception, moment.aheadMs) };
    });
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}

/** Ends an exception at once. The journal's word is enough: the file follows when it can be written. Never throws. */
export async function revokeException(id: string, store: StateStore): Promise<CallOutput<"exceptions.revoke">> {
  try {
    return await store.exclusively(async () => {
      const { exceptions, clock } = await store.read();
      const now = clock.now();
      const record = exceptions.kept.find((one) => one.id === id);
      if (record === undefined) return { ok: false, code: "unknown-exception" };
      if (record.revokedAt !== undefined || Date.parse(record.endsAt) <= now.getTime()) return { ok: false, code: "already-ended" };
      await store.journal.append([revokedStep(id)], clock.moment());
      const kept = exceptions.kept.map((one) => (one.id === id ? { ...one, revokedAt: now.toISOString() } : one));
      await store.follow(exceptionsFile, () => writeExceptions(store.folder, kept));
      return { ok: true };
    });
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}
