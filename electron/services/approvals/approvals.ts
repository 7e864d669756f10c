import type { CallInput, CallOutput } from "../../../shared/ipc/contract.ts";
import type { Core } from "../core.ts";
import { answerRequest } from "./answerRequest.ts";
import { readRequestCode } from "./answerText.ts";
import type { ApprovalContext } from "./approvalContext.ts";
import { readApprovalSecret } from "./approvalSecret.ts";
import { openRequest, withdrawRequest } from "./openRequest.ts";

export interface Approvals {
  /** Keeps a request that waits for the helpdesk. */
  openRequest(request: CallInput<"requests.open">): Promise<CallOutput<"requests.open">>;
  withdrawRequest(code: string): Promise<CallOutput<"requests.withdraw">>;
  /** Takes the helpdesk's answer, a signed approval or a short code. */
  answerRequest(code: string, answer: string): Promise<CallOutput<"requests.answer">>;
}

export function approvalsOf({ store, checks, model, change, judgeAgain, managedFolder, trust }: Core): Approvals {
  const context = (): ApprovalContext => ({ store, checks, policy: model().loaded.policy, findings: model().findings });
  const readSecret = async () => readApprovalSecret(managedFolder, await trust());
  const shown = async () => change({ state: await store.read() });
  return {
    async openRequest(request) {
      const answer = await openRequest(request, context());
      if (answer.ok) await shown();
      return answer;
    },
    async withdrawRequest(code) {
      const answer = await withdrawRequest(readRequestCode(code) ?? code, store);
      await shown();
      return answer;
    },
    async answerRequest(code, given) {
      const answer = await answerRequest(readRequestCode(code) ?? code, given, { ...context(), readSecret });
      if (answer.ok) await judgeAgain();
      else await shown();
      return answer;
    },
  };
}
