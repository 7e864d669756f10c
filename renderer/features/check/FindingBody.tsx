import type { Snapshot } from "../../../shared/snapshot.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useText } from "../../app/useText.ts";
import { GraceLine } from "../session/GraceTag.tsx";
import { Contact } from "./Contact.tsx";
import { Declare } from "./Declare.tsx";
import { EvidenceList } from "./EvidenceList.tsx";
import { ExceptionBox } from "./ExceptionBox.tsx";
import { FindingActions } from "./FindingActions.tsx";
import { Remedy } from "./Remedy.tsx";
import type { Row } from "./rows.ts";

/** Why it was judged so, what can happen, and what to do. */
export function FindingBody({ row, snapshot }: { readonly row: Row; readonly snapshot: Snapshot }) {
  const { t, ref, find, both, times } = useText();
  const { info, finding } = row;
  const { verdict } = finding;
  const subject = verdict.status === "fail" ? verdict.subject : undefined;
  const exception = snapshot.exceptions.find(({ id }) => id === finding.exceptionId);
  const why = find(`check.${info.id}.why`);
  return (
    <>
      <div className="finding-columns">
        <div>
          <h5>{t("screen.finding.why")}</h5>
          <p>{ref(verdict.message)}</p>
          {subject === undefined ? null : (
            <p>
              <bdi>{t("screen.finding.subject", { subject: outsideText(subject) })}</bdi>
            </p>
          )}
          <p className="finding-quiet">{t("screen.finding.since", { time: times.short(finding.since) })}</p>
          <EvidenceList info={info} snapshot={snapshot} open />
        </div>
        <div>
          {finding.resolveBefore === undefined ? null : <GraceLine until={finding.resolveBefore} />}
          <Remedy row={row} platform={snapshot.app.platform} />
          <h5>{t("screen.finding.risk")}</h5>
          {why === null ? null : <p>{why}</p>}
          {info.risks.map((risk) => (
            <p key={risk} className="finding-quiet">
              <strong>{both(snapshot.policyTexts.risks[risk].title)}</strong>: {both(snapshot.policyTexts.risks[risk].scenario)}
            </p>
          ))}
          <Contact policy={snapshot.policyTexts} />
        </div>
      </div>
      {exception ? <ExceptionBox exception={exception} until={snapshot.standings[exception.id]?.until ?? exception.endsAt} /> : null}
      {info.kind === "declared" ? <Declare info={info} snapshot={snapshot} /> : null}
      <FindingActions row={row} snapshot={snapshot} />
    </>
  );
}
