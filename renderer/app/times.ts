import type { Language } from "../../shared/message.ts";

const locale: { readonly [L in Language]: string } = { ja: "ja-JP", en: "en-GB" };

export interface Times {
  /** "09:12:04" */
  clock(iso: string): string;
  /** "09:27" */
  hour(iso: string): string;
  /** "09:27" today, with the date on any other day. */
  short(iso: string): string;
  /** With date, weekday and time. */
  full(iso: string): string;
}

/** Times of day and dates in the chosen language, in the time zone of this PC. */
export function timesIn(language: Language): Times {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale[language], options);
    return (iso: string) => {
      const time = Date.parse(iso);
      return Number.isNaN(time) ? iso : formatter.format(time);
    };
  };
  const hours = { hour: "2-digit", minute: "2-digit", hour12: false } as const;
  const time = format(hours);
  const dated = format({ month: "long", day: "numeric", ...hours });
  return {
    clock: format({ ...hours, second: "2-digit" }),
    hour: time,
    short: (iso) => (new Date(iso).toDateString() === new Date().toDateString() ? time(iso) : dated(iso)),
    full: format({ year: "numeric", month: "long", day: "numeric", weekday: "short", ...hours }),
  };
}
