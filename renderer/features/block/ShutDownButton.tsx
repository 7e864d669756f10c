import { useState } from "react";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** Shuts the PC down, after asking once: work that is not saved may be lost. */
export function ShutDownButton() {
  const { t } = useText();
  const { shutDown } = useActions();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button onPress={() => setAsking(true)}>{t("screen.block.shut-down")}</Button>
      {asking ? (
        <Dialog title={t("screen.block.shut-down")} onClose={close}>
          <p>{t("screen.block.shut-down.ask")}</p>
          <div className="dialog-buttons">
            <Button
              primary
              onPress={() => {
                close();
                void shutDown();
              }}
            >
              {t("screen.block.shut-down.yes")}
            </Button>
            <Button onPress={close}>{t("screen.block.shut-down.no")}</Button>
          </div>
        </Dialog>
      ) : null}
    </>
  );
}
