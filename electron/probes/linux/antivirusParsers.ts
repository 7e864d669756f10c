import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

export type Product = FactValue<"antivirus">["products"][number];

const months: readonly string[] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function isoTime(time: number): string | null {
  // Date takes about 275 000 years each way, the schema of the fact four-digit years only.
  return time > 0 && time < Date.UTC(9999, 0) ? new Date(time).toISOString() : null;
}

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

// Newer versions wrap a value with who manages it.
const wrapped = <T extends z.ZodType>(value: T) => z.union([value, z.object({ value })]);
const healthSchema = z.object({
  licensed: z.boolean(),
  realTimeProtectionEnabled: wrapped(z.boolean()),
  passiveModeEnabled: wrapped(z.boolean()).optional(),
  definitionsUpdated: z.union([z.string(), z.number()]).optional(),
  productExpiration: z.union([z.string(), z.number()]).optional(),
});
const unwrap = <T>(value: T | { value: T }): T => (typeof value === "object" && value !== null && "value" in value ? value.value : value);
const milliseconds = (value: string | number | undefined) => (/^\d{1,15}$/.test(String(value)) ? Number(value) : null);

/** `mdatp health --output json`: https://learn.microsoft.com/defender-endpoint/health-status */
export function parseMdatpHealth(bytes: Uint8Array, now: Date): Parsed<Product> {
  let json: unknown;
  try {
    json = JSON.parse(decodeUtf8(bytes));
  } catch {
    return notParsed("mdatp: not JSON");
  }
  const health = healthSchema.safeParse(json);
  if (!health.success) return notParsed("mdatp: licence or real-time protection is missing");
  const { licensed, definitionsUpdated, productExpiration } = health.data;
  const ends = milliseconds(productExpiration);
  const renewed = milliseconds(definitionsUpdated);
  const passive = health.data.passiveModeEnabled !== undefined && unwrap(health.data.passiveModeEnabled);
  const realTime = unwrap(health.data.realTimeProtectionEnabled);
  const working = passive ? "passive" : realTime ? "on" : "off";
  return parsed({
    name: "Microsoft Defender for Endpoint",
    // An expired product is off, whatever its other switches say.
    state: !licensed || (ends !== null && ends < now.getTime()) ? "expired" : working,
    definitionsAt: renewed === null ? null : isoTime(renewed),
    upToDate: null,
  });
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
