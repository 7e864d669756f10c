import { useState } from "react";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { ReportDialog } from "./ReportDialog.tsx";

export function ReportButton({ off }: { readonly off: boolean }) {
  const { t } = useText();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button off={off} onPress={() => setOpen(true)}>
        {t("screen.report")}
      </Button>
      {open ? <ReportDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}
