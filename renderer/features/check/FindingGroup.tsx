import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { FindingRow } from "./FindingRow.tsx";
import { QuietList } from "./QuietList.tsx";
import type { GroupRows } from "./rows.ts";

interface FindingGroupProps {
  readonly rows: GroupRows;
  readonly snapshot: Snapshot;
  readonly isOpen: (checkId: string) => boolean;
  readonly onToggle: (checkId: string) => void;
}

/** Technology, people or rules: problems as rows, what is still being looked at by name, what is fine folded with a count. */
export function FindingGroup({ rows, snapshot, isOpen, onToggle }: FindingGroupProps) {
  const { t, checkTitle } = useText();
  const { group, problems, passed, waiting } = rows;
  if (problems.length + passed.length + waiting.length === 0) return null;
  const id = `group-${group}`;
  return (
    <section className="findings-group" aria-labelledby={id}>
      <h3 id={id} className="findings-group-title">
        {t(`group.${group}`)}
      </h3>
      {problems.map((row) => (
        <FindingRow key={row.info.id} row={row} snapshot={snapshot} open={isOpen(row.info.id)} onToggle={() => onToggle(row.info.id)} />
      ))}
      {waiting.length > 0 ? (
        <p className="findings-waiting card">
          <Icon name="wait" className="icon-quiet" />
          <span>
            {t("screen.findings.waiting", { count: waiting.length })}
            <span className="findings-waiting-names">{waiting.map((info) => checkTitle(info.id)).join(" · ")}</span>
          </span>
        </p>
      ) : null}
      {passed.length > 0 ? (
        <Disclosure label={t("screen.findings.passed", { count: passed.length })}>
          <QuietList rows={passed} icon="go" snapshot={snapshot} />
        </Disclosure>
      ) : null}
    </section>
  );
}
