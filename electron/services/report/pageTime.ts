/** "2026-11-23 17:41:02" in this IANA time zone; in UTC when the machine does not know the zone. */
export function timeIn(zone: string): (iso: string) => string {
  const format = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
  let formatter: Intl.DateTimeFormat;
  try {
    formatter = format(zone);
  } catch {
    formatter = format("UTC");
  }
  return (iso) => {
    const parts = Object.fromEntries(formatter.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
    const { year, month, day, hour, minute, second } = parts;
    return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
  };
}
