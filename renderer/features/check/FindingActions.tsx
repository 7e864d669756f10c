import { useCallback, useState } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { RequestDialog } from "../exceptions/RequestDialog.tsx";
import { DisputeButton } from "./DisputeButton.tsx";
import { OpenButton, useOpening } from "./OpenButton.tsx";
import { findingButtonId } from "./openFinding.ts";
import type { Row } from "./rows.ts";

/** What can be done about one finding here: open the right place, look again, or ask for an exception. */
export function FindingActions({ row, snapshot }: { readonly row: Row; readonly snapshot: Snapshot }) {
  const { t, checkTitle } = useText();
  const { check } = useActions();
  const [asking, setAsking] = useState(false);
  const { info, finding } = row;
  const title = checkTitle(info.id);
  const running = snapshot.phase.kind === "running";
  const opening = useOpening(info.id, snapshot);
  const close = useCallback(
    (granted: boolean) => {
      setAsking(false);
      // The button that opened the dialog is gone when the exception is there; the finding's own head is not.
      if (granted) requestAnimationFrame(() => document.getElementById(findingButtonId(info.id))?.focus());
    },
    [info.id],
  );
  return (
    <div className="finding-buttons">
      {opening === null ? null : <OpenButton checkId={info.id} kind={opening} primary off={running} />}
      {info.kind === "declared" ? null : (
        <Button of={title} primary={finding.verdict.status === "fail" && opening === null} off={running} onPress={() => void check([info.id])}>
          {t("screen.finding.recheck")}
        </Button>
      )}
      {finding.outcome === "excepted" ? null : (
        <Button of={title} off={running} onPress={() => setAsking(true)}>
          {t("screen.finding.except")}
        </Button>
      )}
      <DisputeButton row={row} snapshot={snapshot} />
      {opening === null ? null : <p className="finding-quiet">{t("screen.open.after")}</p>}
      {asking ? <RequestDialog row={row} snapshot={snapshot} onClose={close} /> : null}
    </div>
  );
}
