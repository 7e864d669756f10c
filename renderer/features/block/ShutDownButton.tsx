import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { ConfirmButton } from "../../ui/ConfirmButton.tsx";

/** Shuts the PC down, after asking once: work that is not saved may be lost. */
export function ShutDownButton() {
  const { t } = useText();
  const { shutDown } = useActions();
  return (
    <ConfirmButton
      label={t("screen.block.shut-down")}
      question={t("screen.block.shut-down.ask")}
      yes={t("screen.block.shut-down.yes")}
      no={t("screen.block.shut-down.no")}
      onConfirm={() => void shutDown()}
    />
  );
}
