import { useState } from "react";
import { countedToDos, questionsIn } from "../../../shared/findingOrder.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { FindingGroup } from "./FindingGroup.tsx";
import { QuietList } from "./QuietList.tsx";
import type { Rows } from "./rows.ts";
import "./Findings.css";

function useSummary(rows: Rows): string {
  const { t } = useText();
  const problems = rows.groups.flatMap((group) => group.problems);
  const counted = countedToDos(
    problems.map(({ finding }) => finding),
    questionsIn(problems.map(({ info }) => info)),
  );
  const said = counted.map(({ toDo, count }) => t(`todo.${toDo}`, { count }));
  return said.length > 0 ? said.join(" · ") : t("screen.findings.clean");
}

/** What was found, in three groups, worst first. The first problem is open until the person opens or closes rows. */
export function Findings({ snapshot, rows }: { readonly snapshot: Snapshot; readonly rows: Rows }) {
  const { t } = useText();
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({});
  const summary = useSummary(rows);
  const anything =
    snapshot.findings.length > 0 || rows.groups.some(({ problems, passed, waiting }) => problems.length + passed.length + waiting.length > 0);
  const isOpen = (checkId: string) => chosen[checkId] ?? checkId === rows.first?.info.id;
  const toggle = (checkId: string) => setChosen((before) => ({ ...before, [checkId]: !isOpen(checkId) }));
  return (
    <section aria-labelledby="findings-title">
      <h2 id="findings-title" className="section-title">
        {t("screen.findings")}
        {anything && snapshot.phase.kind !== "running" ? ` — ${summary}` : ""}
      </h2>
      {anything ? null : (
        <p className="card findings-none">{t(snapshot.phase.kind === "finished" ? "screen.findings.none" : "screen.findings.empty")}</p>
      )}
      {rows.groups.map((group) => (
        <FindingGroup key={group.group} rows={group} snapshot={snapshot} isOpen={isOpen} onToggle={toggle} />
      ))}
      {rows.skipped.length > 0 ? (
        <Disclosure label={t("screen.findings.skipped", { count: rows.skipped.length })}>
          <QuietList rows={rows.skipped} icon="skip" snapshot={snapshot} />
        </Disclosure>
      ) : null}
    </section>
  );
}
