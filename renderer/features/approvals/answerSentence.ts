import type { CallOutput } from "../../../shared/ipc/contract.ts";
import type { Sentence } from "../../app/useText.ts";

type Refused = Extract<CallOutput<"requests.answer">, { ok: false }>;

/** Why an answer was not accepted, and what to do now. */
export function answerSentence({ code, limit, triesLeft }: Refused): Sentence {
  switch (code) {
    case "unknown-request":
    case "request-expired":
    case "not-an-approval":
    case "other-request":
    case "bad-signature":
    case "unknown-key":
    case "approval-expired":
    case "wrong-code":
    case "code-expired":
    case "too-many-tries":
    case "too-soon":
    case "codes-used-up":
    case "way-not-allowed":
      return { key: `screen.answer.${code}`, params: { limit: limit ?? "", left: triesLeft ?? "" } };
    default:
      return { key: `screen.refusal.${code}`, params: { limit: limit ?? "" } };
  }
}
