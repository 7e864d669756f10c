import type { KeyboardEvent } from "react";
import { useEffect, useId, useRef } from "react";
import type { JournalDay } from "../../../shared/journal.ts";
import { type Text, useText } from "../../app/useText.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import { dayWords } from "./dayWords.ts";

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
  PageUp: -7,
  PageDown: 7,
  Home: -1000,
  End: 1000,
};

/** The shape of a day: its worst light, or why there is none. */
export function dayShape({ worst, entries }: JournalDay): IconName | null {
  return worst ?? (entries > 0 ? "unknown" : null);
}

/** "11/1" for the first of a month and the first bar, else the day alone. */
function numberOf(day: string, first: boolean): string {
  const [, month, date] = day.split("-").map(Number);
  return date === 1 || first ? `${month}/${date}` : String(date);
}

function labelOf(day: JournalDay, text: Text): string {
  const { t } = text;
  const shape = dayShape(day);
  const word = day.worst !== null ? t(`light.${day.worst}`) : t(shape === null ? "screen.journal.day.none" : "screen.journal.day.no-light");
  return t("screen.journal.day.label", { day: dayWords(day.day, text.language), light: word, runs: day.runs });
}

interface DayBarsProps {
  readonly days: readonly JournalDay[];
  readonly selected: string;
  readonly onSelect: (day: string) => void;
}

/** One bar a day: its height, pattern and mark all say the worst light. A list of choices for the keyboard: arrows by day, page keys by week. */
export function DayBars({ days, selected, onSelect }: DayBarsProps) {
  const text = useText();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === list.current) document.getElementById(`${id}-${selected}`)?.scrollIntoView({ block: "nearest" });
  }, [id, selected]);
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = days.findIndex(({ day }) => day === selected);
    const next = days[Math.max(0, Math.min(days.length - 1, at + step))];
    if (next) onSelect(next.day);
  };
  return (
    <div
      ref={list}
      className="day-bars"
      role="listbox"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={text.t("screen.journal.days", { count: days.length })}
      aria-activedescendant={`${id}-${selected}`}
      onKeyDown={move}
    >
      {days.map((day, index) => {
        const shape = dayShape(day);
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names the active option
          <div
            key={day.day}
            id={`${id}-${day.day}`}
            className="day-bar"
            role="option"
            aria-selected={day.day === selected}
            onClick={() => onSelect(day.day)}
          >
            <span className="visually-hidden">{labelOf(day, text)}</span>
            <span className="day-space" aria-hidden="true">
              <span className={`day-column day-${shape ?? "none"}`}>
                {shape === null ? null : <Icon name={shape} className={shape === "unknown" ? "icon-quiet" : `icon-${shape}`} />}
              </span>
            </span>
            <span className="day-number" aria-hidden="true">
              {numberOf(day.day, index === 0)}
            </span>
          </div>
        );
      })}
    </div>
  );
}
