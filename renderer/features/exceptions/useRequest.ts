import { useState } from "react";
import type { PendingRequest } from "../../../shared/approvals.ts";
import { useActions } from "../../app/storeContext.ts";
import type { Sentence } from "../../app/useText.ts";
import { type Asked, type Draft, emptyDraft, errorsOf, errorsOfRefusal, type FieldErrors, requestOf } from "./requestForm.ts";

/** What stands above the buttons after an attempt that did not succeed. */
export interface Outcome {
  readonly heading: Sentence;
  readonly sentence?: Sentence;
  /** The name of the rule in the policy that refuses it. */
  readonly rule?: string;
}

export interface Request {
  readonly draft: Draft;
  readonly errors: FieldErrors;
  readonly outcome: Outcome | null;
  readonly sending: boolean;
  /** The request that waits for the helpdesk now. */
  readonly opened: PendingRequest | null;
  change(part: Partial<Draft>): void;
  /** True when the exception was granted; false also when a request was opened. */
  submit(): Promise<boolean>;
}

/** The form's state. What was typed stays through every refusal; only closing the dialog ends it. */
export function useRequest(asked: Asked): Request {
  const { ask } = useActions();
  const [draft, setDraft] = useState(() => emptyDraft(asked, Date.now()));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [sending, setSending] = useState(false);
  const [opened, setOpened] = useState<PendingRequest | null>(null);
  return {
    draft,
    errors,
    outcome,
    sending,
    opened,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    async submit() {
      const now = Date.now();
      const found = errorsOf(draft, asked, now);
      setErrors(found);
      if (Object.keys(found).length > 0) {
        setOutcome({ heading: { key: "screen.request.invalid" } });
        return false;
      }
      setOutcome(null);
      setSending(true);
      const wanted = requestOf(draft, asked, now);
      const answer = draft.way === "employee" ? await ask("exceptions.request", wanted) : await ask("requests.open", wanted);
      setSending(false);
      if (answer?.ok) {
        if (!("pending" in answer)) return true;
        setOpened(answer.pending);
        return false;
      }
      if (answer === null) {
        setOutcome({ heading: { key: "screen.request.error.failed" } });
        return false;
      }
      if (answer.code === "too-many-requests") {
        const sentence = { key: "screen.refusal.too-many-requests", params: { limit: answer.limit ?? "" } } as const;
        setOutcome({ heading: { key: "screen.request.refused" }, sentence });
        return false;
      }
      const refusal = errorsOfRefusal(answer.code, answer.limit);
      setErrors(refusal.fields);
      setOutcome({ heading: { key: "screen.request.refused" }, sentence: refusal.sentence, rule: answer.code });
      return false;
    },
  };
}
