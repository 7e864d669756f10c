import { useState } from "react";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useActions } from "../../app/storeContext.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Declare } from "../check/Declare.tsx";
import { OpenButton, useOpening } from "../check/OpenButton.tsx";
import { Remedy } from "../check/Remedy.tsx";
import type { Row } from "../check/rows.ts";
import { RequestDialog } from "../exceptions/RequestDialog.tsx";

/** One finding that blocks: what was seen, the steps, the place where it is put right, looking again, and the way to an exception. */
export function BlockFinding({ row, snapshot }: { readonly row: Row; readonly snapshot: Snapshot }) {
  const { t, ref, checkTitle } = useText();
  const { check } = useActions();
  const [asking, setAsking] = useState(false);
  const { info, finding } = row;
  const { verdict } = finding;
  const title = checkTitle(info.id);
  const running = snapshot.phase.kind === "running";
  const place = useOpening(info.id, snapshot);
  const subject = verdict.status === "fail" ? verdict.subject : undefined;
  return (
    <article className="block-finding card" aria-label={title}>
      <h3>
        <Icon name={verdict.status === "unknown" ? "unknown" : "stop"} className={verdict.status === "unknown" ? "icon-quiet" : "icon-stop"} />
        <span>{title}</span>
      </h3>
      <p>{ref(verdict.message)}</p>
      {subject === undefined ? null : (
        <p>
          <bdi>{t("screen.finding.subject", { subject: outsideText(subject) })}</bdi>
        </p>
      )}
      {info.kind === "declared" ? <Declare info={info} snapshot={snapshot} /> : <Remedy row={row} platform={snapshot.app.platform} heading="h4" />}
      <div className="finding-buttons">
        {place === null ? null : <OpenButton checkId={info.id} kind={place} primary off={running} />}
        {info.kind === "declared" ? null : (
          <Button of={title} off={running} onPress={() => void check([info.id])}>
            {t("screen.finding.recheck")}
          </Button>
        )}
        <Button of={title} off={running} onPress={() => setAsking(true)}>
          {t("screen.finding.except")}
        </Button>
      </div>
      {asking ? <RequestDialog row={row} snapshot={snapshot} onClose={() => setAsking(false)} /> : null}
    </article>
  );
}
