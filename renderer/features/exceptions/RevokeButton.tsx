import { useState } from "react";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** Ends an exception, after asking once: work may stop with it. */
export function RevokeButton({ id }: { readonly id: string }) {
  const { t } = useText();
  const { revoke } = useActions();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <div className="finding-buttons">
      <Button of={id} onPress={() => setAsking(true)}>
        {t("screen.exceptions.revoke")}
      </Button>
      {asking ? (
        <Dialog title={`${t("screen.exceptions.revoke")} ${id}`} onClose={close}>
          <p>{t("screen.exceptions.revoke.ask")}</p>
          <div className="dialog-buttons">
            <Button
              primary
              onPress={() => {
                close();
                void revoke(id);
              }}
            >
              {t("screen.exceptions.revoke.yes")}
            </Button>
            <Button onPress={close}>{t("screen.exceptions.revoke.no")}</Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
