import { useId, useState } from "react";
import type { JournalDay, JournalKind, JournalLine } from "../../../shared/journal.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import { outsideText } from "../../app/outsideText.ts";
import { useText } from "../../app/useText.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Tag } from "../../ui/Tag.tsx";
import { dayWords } from "./dayWords.ts";
import { isKind, kindList, kindWords } from "./kindWords.ts";
import { lineWords } from "./lineWords.ts";
import { useLines } from "./useJournal.ts";

/** Drawn at once; a busy day has thousands. */
const pageLength = 50;

function Line({ line, snapshot }: { readonly line: JournalLine; readonly snapshot: Snapshot }) {
  const text = useText();
  const { t, times } = text;
  const words = lineWords(line, { text, activities: snapshot.policyTexts.activities });
  return (
    <li className="line card">
      <p className="line-head">
        <time dateTime={line.at}>{times.clock(line.at)}</time> <Tag>{isKind(line.kind) ? t(kindWords[line.kind]) : outsideText(line.kind)}</Tag>{" "}
        {line.trusted ? null : <Tag tone="stop">{t("screen.journal.untrusted")}</Tag>}
      </p>
      <p className="line-words outside">{words ?? t("screen.journal.say.other")}</p>
      <Disclosure label={t("screen.journal.data", { seq: line.seq })}>
        <code className="outside">{outsideText(JSON.stringify(line.data, null, 1))}</code>
      </Disclosure>
    </li>
  );
}

function Lines({ lines, more, snapshot }: { readonly lines: readonly JournalLine[]; readonly more: number; readonly snapshot: Snapshot }) {
  const { t } = useText();
  const [shown, setShown] = useState(pageLength);
  if (lines.length === 0) return <p className="card line">{t("screen.journal.lines.none")}</p>;
  const hidden = lines.length - shown;
  return (
    <>
      <ol className="lines">
        {lines.slice(0, shown).map((line) => (
          <Line key={line.seq} line={line} snapshot={snapshot} />
        ))}
      </ol>
      {hidden > 0 ? <Button onPress={() => setShown(shown + pageLength)}>{t("screen.journal.lines.more", { count: hidden })}</Button> : null}
      {more > 0 && hidden <= 0 ? <p className="field-hint">{t("screen.journal.lines.rest", { count: more })}</p> : null}
    </>
  );
}

interface DayLinesProps {
  readonly day: JournalDay;
  readonly snapshot: Snapshot;
  /** Changes when something was recorded. */
  readonly of: string;
}

/** The entries of the chosen day in words, newest first. */
export function DayLines({ day, snapshot, of }: DayLinesProps) {
  const { t, language } = useText();
  const id = useId();
  const [kind, setKind] = useState<JournalKind | null>(null);
  const lines = useLines(day.day, kind, of);
  const worst = day.worst === null ? t(day.entries > 0 ? "screen.journal.day.no-light" : "screen.journal.day.none") : t(`light.${day.worst}`);
  return (
    <section aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`} className="section-title">
        {dayWords(day.day, language)}
      </h3>
      <p aria-live="polite" className="day-summary">
        {t("screen.journal.day.summary", { light: worst, runs: day.runs, entries: day.entries })}
      </p>
      {day.untrusted > 0 ? <Notice tone="caution">{t("screen.journal.day.untrusted", { count: day.untrusted })}</Notice> : null}
      <p className="line-filter">
        <label htmlFor={`${id}-kind`}>{t("screen.journal.filter")}</label>{" "}
        <select id={`${id}-kind`} className="input" value={kind ?? ""} onChange={({ target }) => setKind(isKind(target.value) ? target.value : null)}>
          <option value="">{t("screen.journal.filter.all")}</option>
          {kindList.map((one) => (
            <option key={one} value={one}>
              {t(kindWords[one])}
            </option>
          ))}
        </select>
      </p>
      {lines.kind === "loading" ? <p role="status">{t("screen.journal.loading")}</p> : null}
      {lines.kind === "failed" ? <Notice tone="caution">{t("screen.journal.failed")}</Notice> : null}
      {lines.kind === "ready" ? <Lines key={`${day.day} ${kind}`} {...lines.value} snapshot={snapshot} /> : null}
    </section>
  );
}
