import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { isoTime } from "../common/isoTime.ts";
import type { Product } from "../common/mdatpHealth.ts";

const months: readonly string[] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * `clamd --version`: "ClamAV 1.4.2/27543/Mon Feb 10 08:30:00 2025" names the day of the definitions in the zone of the process (UTC here).
 * Without definitions only "ClamAV 1.4.2" is printed.
 */
export function parseClamavVersion(bytes: Uint8Array): Parsed<string | null> {
  const text = decodeUtf8(bytes).trim();
  if (/^ClamAV [\w.+~-]+$/.test(text)) return parsed(null);
  const match = /^ClamAV [\w.+~-]+\/\d+\/[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/.exec(text);
  if (!match) return notParsed("clamd: the version line is not known");
  const [month = "", ...numbers] = match.slice(1);
  const [day = 0, hour = 0, minute = 0, second = 0, year = 0] = numbers.map(Number);
  const index = months.indexOf(month);
  const time = index < 0 ? null : isoTime(Date.UTC(year, index, day, hour, minute, second));
  return time === null ? notParsed("clamd: the date of the definitions is not known") : parsed(time);
}

/** `bduitool get ps`: "Antimalware status: On" and "Last security content update: 2025-02-10 at 09:00:00 GMT+9". */
export function parseBduitool(bytes: Uint8Array): Parsed<Product> {
  const text = decodeUtf8(bytes);
  const [, state] = /^[ \t]*(?:-[ \t]*)?Antimalware status:[ \t]*(On|Off)[ \t\r]*$/m.exec(text) ?? [];
  if (state === undefined) return notParsed("bduitool: no antimalware status");
  const [, day, time, hours] =
    /^Last security content update: (\d{4}-\d{2}-\d{2}) at (\d{2}:\d{2}:\d{2}) GMT([+-]\d{1,2})?[ \t\r]*$/m.exec(text) ?? [];
  const local = day === undefined || time === undefined ? Number.NaN : Date.parse(`${day}T${time}Z`);
  return parsed({
    name: "Bitdefender Endpoint Security",
    state: state === "On" ? "on" : "off",
    definitionsAt: Number.isNaN(local) ? null : isoTime(local - Number(hours ?? 0) * 3_600_000),
    upToDate: null,
  });
}
