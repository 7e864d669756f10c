import { standingGroup } from "../../../shared/exceptionStandings.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";
import { useNow } from "../../ui/useNow.ts";
import { PendingRequests } from "../approvals/PendingRequests.tsx";
import { ExceptionCard } from "./ExceptionCard.tsx";
import "./Exceptions.css";

/** 例外: what counts, with what was promised for it and how long it still runs; what does not count now, with the reason; what has ended, folded. */
export function ExceptionsScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const now = useNow(30_000);
  const inGroup = (group: ReturnType<typeof standingGroup>) =>
    snapshot.exceptions.filter(({ id }) => standingGroup(snapshot.standings[id], now) === group);
  const [open, idle, ended] = [inGroup("open"), inGroup("idle"), inGroup("ended")];
  const cards = (list: Snapshot["exceptions"]) => (
    <ul className="exceptions">
      {list.map((exception) => (
        <ExceptionCard
          key={exception.id}
          exception={exception}
          entry={snapshot.standings[exception.id]}
          activities={snapshot.policyTexts.activities}
          now={now}
        />
      ))}
    </ul>
  );
  return (
    <section aria-labelledby="exceptions-title">
      <ScreenTitle id="exceptions-title">{t("screen.exceptions")}</ScreenTitle>
      <PendingRequests snapshot={snapshot} now={now} />
      <h3 className="section-title">{t("screen.exceptions.open")}</h3>
      {open.length === 0 ? <p className="card exception">{t("screen.exceptions.open.none")}</p> : cards(open)}
      {idle.length === 0 ? null : (
        <>
          <h3 className="section-title">{t("screen.exceptions.idle")}</h3>
          {cards(idle)}
        </>
      )}
      {ended.length === 0 ? null : <Disclosure label={t("screen.exceptions.ended", { count: ended.length })}>{cards(ended)}</Disclosure>}
    </section>
  );
}
