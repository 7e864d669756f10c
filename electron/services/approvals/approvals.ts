import type { CallInput, CallOutput } from "../../../shared/ipc/contract.ts";
import type { Core } from "../core.ts";

export interface Approvals {
  /** Keeps a request that waits for the helpdesk. */
  openRequest(request: CallInput<"requests.open">): Promise<CallOutput<"requests.open">>;
  withdrawRequest(code: string): Promise<CallOutput<"requests.withdraw">>;
  /** Takes the helpdesk's answer, a signed approval or a short code. */
  answerRequest(code: string, answer: string): Promise<CallOutput<"requests.answer">>;
}

export function approvalsOf(_core: Core): Approvals {
  return {
    openRequest: async () => ({ ok: false, code: "state-unwritable" }),
    withdrawRequest: async () => ({ ok: false, code: "unknown-request" }),
    answerRequest: async () => ({ ok: false, code: "unknown-request" }),
  };
}
