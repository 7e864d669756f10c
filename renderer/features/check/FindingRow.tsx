import type { Finding } from "../../../shared/decision.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Tag, type TagTone } from "../../ui/Tag.tsx";
import { GraceTag } from "../session/GraceTag.tsx";
import { FindingBody } from "./FindingBody.tsx";
import { findingButtonId } from "./openFinding.ts";
import type { Row } from "./rows.ts";

interface FindingRowProps {
  readonly row: Row;
  readonly snapshot: Snapshot;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function look({ outcome, verdict }: Finding): { readonly icon: IconName; readonly tone: TagTone } {
  const tone = outcome === "block" ? "stop" : "caution";
  return { icon: verdict.status === "unknown" ? "unknown" : tone, tone };
}

function State({ finding, old }: Pick<Row, "finding" | "old">) {
  const { t } = useText();
  if (old) return <Tag>{t("screen.route.waiting")}</Tag>;
  if (finding.outcome === "grace" && finding.resolveBefore !== undefined) return <GraceTag until={finding.resolveBefore} />;
  return <Tag tone={look(finding).tone}>{t(`outcome.${finding.outcome}`)}</Tag>;
}

/** One problem: its head says what it is at a glance, its body why, what can happen and what to do. */
export function FindingRow({ row, snapshot, open, onToggle }: FindingRowProps) {
  const { t, ref, both, checkTitle } = useText();
  const { info, finding, old } = row;
  const { icon, tone } = look(finding);
  const bodyId = `${findingButtonId(info.id)}-body`;
  return (
    <article className="finding card" aria-labelledby={`${findingButtonId(info.id)}-title`}>
      <h4 className="finding-head">
        <button id={findingButtonId(info.id)} type="button" aria-expanded={open} aria-controls={open ? bodyId : undefined} onClick={onToggle}>
          <Icon name={old ? "wait" : icon} className={old ? "icon-quiet" : `icon-${tone}`} />
          <span className="finding-words">
            <span id={`${findingButtonId(info.id)}-title`} className="finding-title">
              {checkTitle(info.id)}
            </span>
            <span className="finding-message">{ref(finding.verdict.message)}</span>
          </span>
          <span className="finding-tags">
            <State finding={finding} old={old} />
            {snapshot.disputes.some(({ checkId }) => checkId === info.id) ? <Tag>{t("screen.dispute.said")}</Tag> : null}
            {info.risks.map((risk) => (
              <Tag key={risk}>{both(snapshot.policyTexts.risks[risk].title)}</Tag>
            ))}
            {finding.verdict.status === "unknown" ? <Tag tone="unknown">{t("verdict.unknown")}</Tag> : <Tag>{t(`kind.${info.kind}`)}</Tag>}
          </span>
          <Icon name="chevron" className="finding-chevron icon-quiet" />
        </button>
      </h4>
      {open ? (
        <div id={bodyId} className="finding-body">
          <FindingBody row={row} snapshot={snapshot} />
        </div>
      ) : null}
    </article>
  );
}
