import { z } from "zod";
import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "./gather.ts";
import { isoTime } from "./isoTime.ts";

export type Product = FactValue<"antivirus">["products"][number];

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

/** `mdatp health --output json`, the same on Linux and macOS: https://learn.microsoft.com/defender-endpoint/health-status */
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
