import { useState } from "react";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

interface ConfirmButtonProps {
  readonly label: string;
  /** Which of many it belongs to; in the dialog's title, too. */
  readonly of?: string;
  /** What becomes of it, asked before it is done. */
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  readonly onConfirm: () => void;
}

/** A button for what cannot be taken back: it asks once, in words, and does it only then. */
export function ConfirmButton({ label, of, question, yes, no, onConfirm }: ConfirmButtonProps) {
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button {...(of === undefined ? {} : { of })} onPress={() => setAsking(true)}>
        {label}
      </Button>
      {asking ? (
        <Dialog title={of === undefined ? label : `${label} ${of}`} onClose={close}>
          <p>{question}</p>
          <div className="dialog-buttons">
            <Button
              primary
              onPress={() => {
                close();
                onConfirm();
              }}
            >
              {yes}
            </Button>
            <Button onPress={close}>{no}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
