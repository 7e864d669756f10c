import { useActions } from "../../app/storeContext.ts";
import { type Sentence, useText } from "../../app/useText.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";

/** Takes a request back, after asking once: the number cannot be used again. */
export function WithdrawButton({ code, onDone }: { readonly code: string; readonly onDone: (said: Sentence) => void }) {
  const { t } = useText();
  const { ask } = useActions();
  const withdraw = async () => {
    const answer = await ask("requests.withdraw", { code });
    if (answer?.ok || answer?.code === "unknown-request") onDone({ key: "screen.approvals.withdrawn", params: { code } });
    else onDone({ key: "screen.approvals.not-withdrawn", params: { code } });
  };
  return (
    <div className="finding-buttons">
      <ConfirmButton
        of={code}
        label={t("screen.approvals.withdraw")}
        question={t("screen.approvals.withdraw.ask")}
        yes={t("screen.approvals.withdraw.yes")}
        no={t("screen.approvals.withdraw.no")}
        onConfirm={() => void withdraw()}
      />
    </div>
  );
}
