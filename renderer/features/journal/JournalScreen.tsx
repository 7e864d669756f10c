import { useState } from "react";
import type { JournalDay } from "../../../shared/journal.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { useText } from "../../app/useText.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ScreenTitle } from "../../ui/ScreenTitle.tsx";
import { ChainState } from "./ChainState.tsx";
import { DayBars } from "./DayBars.tsx";
import { DayLines } from "./DayLines.tsx";
import { useDays } from "./useJournal.ts";
import "./Journal.css";

const dayCount = 90;

/** Changes whenever something may have been recorded. */
function identityOf({ phase, helpdeskCode, exceptions, requests, declarations, disputes }: Snapshot): string {
  return [phase.kind, helpdeskCode, exceptions.length, requests.length, declarations.map(({ at }) => at), disputes.map(({ at }) => at)].join(" ");
}

/** The picture as words, for those who do not see it and for those who only want the figures. */
function Summary({ days }: { readonly days: readonly JournalDay[] }) {
  const { t } = useText();
  const count = (light: JournalDay["worst"]) => days.filter(({ worst }) => worst === light).length;
  return (
    <ul className="day-legend">
      {(["stop", "caution", "go"] as const).map((light) => (
        <li key={light}>
          <Icon name={light} className={`icon-${light}`} /> {t("screen.journal.legend", { light: t(`light.${light}`), count: count(light) })}
        </li>
      ))}
      <li>
        <Icon name="unknown" className="icon-quiet" />{" "}
        {t("screen.journal.legend", {
          light: t("screen.journal.day.no-light"),
          count: days.filter((day) => day.worst === null && day.entries > 0).length,
        })}
      </li>
    </ul>
  );
}

/** 記録: the last 90 days at a glance, one day in words, and whether the records can be relied on. */
export function JournalScreen({ snapshot }: { readonly snapshot: Snapshot }) {
  const { t } = useText();
  const of = identityOf(snapshot);
  const days = useDays(dayCount, of);
  const [chosen, setChosen] = useState<string | null>(null);
  const list = days.kind === "ready" ? days.value.days : [];
  const day = list.find((one) => one.day === chosen) ?? list.at(-1);
  return (
    <section aria-labelledby="journal-title">
      <ScreenTitle id="journal-title">{t("screen.nav.journal")}</ScreenTitle>
      <p className="journal-intro">{t("screen.journal.intro")}</p>
      {days.kind === "loading" ? <p role="status">{t("screen.journal.loading")}</p> : null}
      {days.kind === "failed" ? <Notice tone="caution">{t("screen.journal.failed")}</Notice> : null}
      {days.kind === "ready" ? <ChainState state={days.value.state} /> : null}
      {day === undefined ? null : (
        <>
          <div className="journal-picture card">
            <DayBars days={list} selected={day.day} onSelect={setChosen} />
            <Summary days={list} />
          </div>
          <DayLines day={day} snapshot={snapshot} of={of} />
        </>
      )}
    </section>
  );
}
