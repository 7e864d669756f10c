import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";

/** Leads from the light to the screen on which a report is made. */
export function ReportButton({ off }: { readonly off: boolean }) {
  const { t } = useText();
  const { show } = useActions();
  return (
    <Button off={off} onPress={() => show("report")}>
      {t("screen.report")}
    </Button>
  );
}
