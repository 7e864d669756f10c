import { randomBytes } from "node:crypto";
import { type ExceptionRequest, exceptionRequestSchema } from "../../../shared/exceptions.ts";
import type { CallOutput } from "../../../shared/ipc/contract.ts";
import { refuseException } from "../exceptionRules.ts";
import type { StateStore } from "../stateStore.ts";
import type { ApprovalContext } from "./approvalContext.ts";
import type { KeptRequest } from "./keptRequest.ts";
import { digested, requestCode, requestDigest } from "./requestDigest.ts";
import { requestedStep, withdrawnStep } from "./requestSteps.ts";
import { isExpired, maxPending, requestsFile, shownRequests, writeRequests } from "./requests.ts";

const openForMs = 24 * 3_600_000;

function newRequest(request: ExceptionRequest, policy: KeptRequest["policy"], now: Date): KeptRequest {
  const bound = { policy, nonce: randomBytes(16).toString("hex") };
  const code = requestCode(requestDigest(digested(request), bound));
  const expiresAt = new Date(now.getTime() + openForMs).toISOString();
  return { ...bound, code, request, createdAt: now.toISOString(), expiresAt, tries: 0, triedAt: null };
}

/** Keeps a request for the helpdesk: journal first, then file, so that one without its journal entry never exists. Never throws. */
export async function openRequest(given: ExceptionRequest, { store, policy, ...context }: ApprovalContext): Promise<CallOutput<"requests.open">> {
  const parsed = exceptionRequestSchema.safeParse(given);
  if (!parsed.success) return { ok: false, code: "state-unwritable" };
  try {
    return await store.exclusively(async () => {
      const { requests, clock } = await store.read();
      const now = clock.now();
      const refusal = refuseException(parsed.data, { ...context, policy, now: clock.host(), way: "helpdesk" });
      if (refusal) return refusal;
      if (!requests.replaceable || !store.journal.reading().verification.ok) return { ok: false, code: "state-unwritable" };
      const waiting = requests.open.filter((one) => !isExpired(one, now));
      if (waiting.length >= maxPending) return { ok: false, code: "too-many-requests", limit: maxPending };
      const kept = newRequest(parsed.data, { id: policy.id, revision: policy.revision }, now);
      await store.journal.append([requestedStep(kept)], clock.moment());
      await store.follow(requestsFile, () => writeRequests(store.folder, [kept, ...waiting]));
      const [pending] = shownRequests({ open: [kept] }, clock);
      return pending ? { ok: true, pending } : { ok: false, code: "state-unwritable" };
    });
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}

/** Takes a request back. The journal's word is enough: the file follows when it can be written. Never throws. */
export async function withdrawRequest(code: string, store: StateStore): Promise<CallOutput<"requests.withdraw">> {
  try {
    return await store.exclusively(async () => {
      const { requests, clock } = await store.read();
      const now = clock.now();
      if (!requests.open.some((one) => one.code === code && !isExpired(one, now))) return { ok: false, code: "unknown-request" };
      await store.journal.append([withdrawnStep(code)], clock.moment());
      const left = requests.open.filter((one) => one.code !== code);
      await store.follow(requestsFile, () => writeRequests(store.folder, left));
      return { ok: true };
    });
  } catch {
    return { ok: false, code: "state-unwritable" };
  }
}
