import { useEffect, useRef, useState } from "react";
import type { PendingRequest } from "../../../shared/approvals.ts";
import type { PolicyTexts } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { type Sentence, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { answerSentence } from "./answerSentence.ts";

interface AnswerFormProps {
  readonly pending: PendingRequest;
  readonly approvalBy: PolicyTexts["exceptions"]["approvalBy"];
  readonly onApproved: () => void;
}

/** Takes the helpdesk's answer. After a refusal what was typed stays, and the focus goes back into the field. */
export function AnswerForm({ pending, approvalBy, onApproved }: AnswerFormProps) {
  const { t, say } = useText();
  const { ask } = useActions();
  const [answer, setAnswer] = useState("");
  const [refused, setRefused] = useState<Sentence | null>(null);
  const [sending, setSending] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (refused !== null) field.current?.focus();
  }, [refused]);
  const send = async () => {
    if (sending) return;
    if (answer.trim() === "") return setRefused({ key: "screen.answer.empty" });
    setSending(true);
    const given = await ask("requests.answer", { code: pending.code, answer: answer.slice(0, 4000) });
    setSending(false);
    if (given?.ok) return onApproved();
    setRefused(given === null ? { key: "screen.answer.failed" } : answerSentence(given));
  };
  const hint = approvalBy.includes("code") ? (approvalBy.includes("signed") ? "both" : "code") : "signed";
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        label={t("screen.answer.label", { code: pending.code })}
        hint={t(`screen.answer.hint.${hint}`)}
        error={refused === null ? undefined : say(refused)}
        note={approvalBy.includes("code") ? t("screen.answer.tries", { left: pending.triesLeft }) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            ref={field}
            className="input answer-input"
            rows={2}
            spellCheck={false}
            autoComplete="off"
            value={answer}
            onChange={(event) => setAnswer(event.target.value)}
            onKeyDown={(event) => {
              // One line is meant; while Japanese input is converting, Enter belongs to it.
              if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void send();
            }}
          />
        )}
      </Field>
      <div className="finding-buttons">
        <Button primary of={pending.code} off={sending} onPress={() => void send()}>
          {t(sending ? "screen.answer.sending" : "screen.answer.send")}
        </Button>
      </div>
      <p role="alert" className="visually-hidden">
        {refused === null ? "" : say(refused)}
      </p>
    </form>
  );
}
