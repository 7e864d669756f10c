import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { Declare } from "./Declare.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import type { Row } from "./rows.ts";

interface QuietListProps {
  readonly rows: readonly Row[];
  readonly icon: IconName;
  readonly snapshot: Snapshot;
}

/** What asks for nothing: met, or makes no sense here. The evidence is there all the same, and an answer can still be changed. */
export function QuietList({ rows, icon, snapshot }: QuietListProps) {
  const { t, ref, checkTitle } = useText();
  return (
    <ul className="quiet card">
      {rows.map(({ info, finding }) => (
        <li key={info.id} className="quiet-item">
          <Icon name={icon} className={icon === "go" ? "icon-go" : "icon-quiet"} />
          <div className="quiet-words">
            <h4 className="quiet-title">
              {checkTitle(info.id)} <Tag>{t(`kind.${info.kind}`)}</Tag>
            </h4>
            <p>{ref(finding.verdict.message)}</p>
            <EvidenceList info={info} snapshot={snapshot} />
            {info.kind === "declared" && finding.outcome === "ok" ? <Declare info={info} snapshot={snapshot} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
