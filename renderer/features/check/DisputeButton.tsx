import { useState } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { type TextKey, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Field } from "../../ui/Field.tsx";
import type { Row } from "./rows.ts";

interface DisputeDialogProps {
  readonly row: Row;
  readonly code: string | null;
  readonly onClose: () => void;
}

/** Takes down why a result is wrong, after saying what becomes of the words and what does not change. */
function DisputeDialog({ row, code, onClose }: DisputeDialogProps) {
  const { t, checkTitle } = useText();
  const { ask } = useActions();
  const [words, setWords] = useState("");
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<TextKey | null>(null);
  const send = async () => {
    if (sending) return;
    if (words.trim() === "") return setError("screen.dispute.empty");
    setSending(true);
    const answer = await ask("findings.dispute", { checkId: row.info.id, words: words.trim() });
    setSending(false);
    if (answer?.ok) return onClose();
    setError(answer === null ? "screen.dispute.failed" : `screen.dispute.${answer.code}`);
  };
  return (
    <Dialog title={`${t("screen.dispute")}: ${checkTitle(row.info.id)}`} onClose={onClose}>
      <ul className="dispute-facts">
        <li>{t("screen.dispute.kept")}</li>
        <li>{t("screen.dispute.unchanged")}</li>
        <li>{code === null ? t("screen.dispute.tell") : t("screen.dispute.tell.code", { code })}</li>
      </ul>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={t("screen.dispute.words")} hint={t("screen.dispute.words.hint")} error={error === null ? undefined : t(error)}>
          {(control) => (
            <textarea
              {...control}
              className="input"
              rows={4}
              maxLength={1000}
              required
              value={words}
              onChange={(event) => {
                setError(null);
                setWords(event.target.value);
              }}
            />
          )}
        </Field>
        <div role="alert" className="visually-hidden">
          {error === null ? "" : t(error)}
        </div>
        <div className="dialog-buttons">
          <Button primary off={sending} onPress={() => void send()}>
            {t(sending ? "screen.dispute.sending" : "screen.dispute.send")}
          </Button>
          <Button onPress={onClose}>{t("screen.dispute.cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** "This is wrong": the way from one finding to whoever can look at it. */
export function DisputeButton({ row, snapshot }: { readonly row: Row; readonly snapshot: Snapshot }) {
  const { t, checkTitle } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button of={checkTitle(row.info.id)} off={snapshot.phase.kind === "running"} onPress={() => setOpen(true)}>
        {t("screen.dispute")}
      </Button>
      {open ? <DisputeDialog row={row} code={snapshot.helpdeskCode} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
