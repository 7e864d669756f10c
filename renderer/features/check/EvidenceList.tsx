import type { Facts } from "../../../shared/facts/catalogue.ts";
import type { CheckInfo, Snapshot } from "../../../shared/snapshot.ts";
import { factsOf } from "../../app/facts.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useText } from "../../app/useText.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";

type AnyFact = NonNullable<Facts[keyof Facts]>;

function FactEvidence({ fact }: { readonly fact: AnyFact }) {
  const { t, times } = useText();
  const until = new Date(Date.parse(fact.at) + fact.validForMs).toISOString();
  return (
    <li>
      <dl className="evidence-seen">
        {fact.evidence.map(({ source, seen }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same source may be seen twice, and the list never changes its order
          <div key={index}>
            <dt className="outside">{outsideText(source)}</dt>
            <dd>
              <code className="outside">{outsideText(seen)}</code>
            </dd>
          </div>
        ))}
      </dl>
      {fact.observation.kind === "unknown" ? (
        <p className="evidence-detail">
          {t("screen.finding.evidence.detail")}: <code className="outside">{outsideText(fact.observation.detail)}</code>
        </p>
      ) : null}
      <p className="evidence-time">{t("screen.finding.evidence.at", { time: times.clock(fact.at), until: times.short(until) })}</p>
    </li>
  );
}

interface EvidenceListProps {
  readonly info: CheckInfo;
  readonly snapshot: Snapshot;
  readonly open?: boolean;
}

/** What was seen, by which source, when, and until when it holds: the ground of the verdict, as the machine said it. */
export function EvidenceList({ info, snapshot, open = false }: EvidenceListProps) {
  const { t } = useText();
  const facts = factsOf(snapshot);
  const seen = info.facts.flatMap((id): readonly AnyFact[] => {
    const fact = facts[id];
    return fact ? [fact] : [];
  });
  if (seen.length === 0) return null;
  // What the machine answered is evidence, too, when it was not an answer.
  const nothing = seen.every(({ evidence, observation }) => evidence.length === 0 && observation.kind !== "unknown");
  const list = (
    <>
      {nothing ? <p>{t("screen.finding.evidence.none")}</p> : null}
      <ul className="evidence">
        {seen.map((fact) => (
          <FactEvidence key={fact.id} fact={fact} />
        ))}
      </ul>
    </>
  );
  if (!open) return <Disclosure label={t("screen.finding.evidence")}>{list}</Disclosure>;
  return (
    <>
      <h5>{t("screen.finding.evidence")}</h5>
      {list}
    </>
  );
}
