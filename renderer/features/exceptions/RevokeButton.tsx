import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";

/** Ends an exception, after asking once: work may stop with it. */
export function RevokeButton({ id }: { readonly id: string }) {
  const { t } = useText();
  const { revoke } = useActions();
  return (
    <div className="finding-buttons">
      <ConfirmButton
        of={id}
        label={t("screen.exceptions.revoke")}
        question={t("screen.exceptions.revoke.ask")}
        yes={t("screen.exceptions.revoke.yes")}
        no={t("screen.exceptions.revoke.no")}
        onConfirm={() => void revoke(id)}
      />
    </div>
  );
}
