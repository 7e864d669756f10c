function partsIn(zone: string): (iso: string) => Readonly<Record<string, string>> {
  const format = (timeZone: string) =>
    new Intl.DateTimeFormat("en-GB", {
      ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "longOffset" },
    });
  let formatter: Intl.DateTimeFormat;
  try {
    formatter = format(zone);
  } catch {
    formatter = format("UTC");
  }
  return (iso) => Object.fromEntries(formatter.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]));
}

/** "2026-11-23 17:41:02" in this IANA time zone; in UTC when the machine does not know the zone. */
export function timeIn(zone: string): (iso: string) => string {
  const parts = partsIn(zone);
  return (iso) => {
    const { year, month, day, hour, minute, second } = parts(iso);
    return `${year}-${month}-${day} ${hour}:${minute}:${second}`;
  };
}

/** "2026-11-23-1741+0900" in this IANA time zone, with its offset: for a file's name on every OS. */
export function timeInFileName(zone: string): (iso: string) => string {
  const parts = partsIn(zone);
  return (iso) => {
    const { year, month, day, hour, minute, timeZoneName = "" } = parts(iso);
    // "GMT" or "GMT+09:00".
    const offset = timeZoneName.replace("GMT", "").replace(":", "") || "+0000";
    return `${year}-${month}-${day}-${hour}${minute}${offset}`;
  };
}
