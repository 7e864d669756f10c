import { useState } from "react";
import { useActions } from "../../app/storeContext.ts";
import { type Sentence, useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** Takes a request back, after asking once: the number cannot be used again. */
export function WithdrawButton({ code, onDone }: { readonly code: string; readonly onDone: (said: Sentence) => void }) {
  const { t } = useText();
  const { ask } = useActions();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const withdraw = async () => {
    close();
    const answer = await ask("requests.withdraw", { code });
    if (answer?.ok || answer?.code === "unknown-request") onDone({ key: "screen.approvals.withdrawn", params: { code } });
    else onDone({ key: "screen.approvals.not-withdrawn", params: { code } });
  };
  return (
    <div className="finding-buttons">
      <Button of={code} onPress={() => setAsking(true)}>
        {t("screen.approvals.withdraw")}
      </Button>
      {asking ? (
        <Dialog title={`${t("screen.approvals.withdraw")} ${code}`} onClose={close}>
          <p>{t("screen.approvals.withdraw.ask")}</p>
          <div className="dialog-buttons">
            <Button primary onPress={() => void withdraw()}>
              {t("screen.approvals.withdraw.yes")}
            </Button>
            <Button onPress={close}>{t("screen.approvals.withdraw.no")}</Button>
          </div>
        </Dialog>
      ) : null}
    </div>
  );
}
