/** Offsets of time zones are multiples of a quarter of an hour, and so are the moments at which they change. */
const quarterMs = 15 * 60_000;

/** The calendar day of a moment in this IANA time zone as "2026-11-22"; in UTC when the machine does not know the zone. */
export function dayIn(zone: string): (at: Date) => string {
  const format = (timeZone: string) => new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  let formatter: Intl.DateTimeFormat;
  try {
    formatter = format(zone);
  } catch {
    formatter = format("UTC");
  }
  // A journal has thousands of entries but few quarters of an hour with one.
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at.getTime() / quarterMs);
    const before = known.get(quarter);
    if (before !== undefined) return before;
    const { year, month, day } = Object.fromEntries(formatter.formatToParts(at).map(({ type, value }) => [type, value]));
    const found = `${year}-${month}-${day}`;
    known.set(quarter, found);
    return found;
  };
}

/** `count` calendar days that end with `last`, oldest first. Counted on the calendar, so that a day of 23 or 25 hours is one day. */
export function daysUntil(last: string, count: number): readonly string[] {
  const end = Date.parse(`${last}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) => new Date(end - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10));
}
