import type { SupportedProducts } from "./supportPeriod.ts";

/** Support of Windows on PCs, by release and edition. */
export const windowsSupport = {
  "windows-11": [
    { version: "26H1", editions: "consumer", end: "2028-03-14" },
    { version: "26H1", editions: "enterprise", end: "2029-03-13" },
    { version: "25H2", editions: "consumer", end: "2027-10-12" },
    { version: "25H2", editions: "enterprise", end: "2028-10-10" },
    // LTSC 2024 has the build of 24H2: the edition decides.
    { version: "24H2", editions: "consumer", end: "2026-10-13" },
    { version: "24H2", editions: "enterprise", end: "2027-10-12" },
    { version: "24H2", editions: "ltsc", end: "2029-10-09" },
    { version: "24H2", editions: "iot-ltsc", end: "2034-10-10" },
    { version: "23H2", editions: "consumer", end: "2025-11-11" },
    { version: "23H2", editions: "enterprise", end: "2026-11-10" },
    { version: "22H2", editions: "consumer", end: "2024-10-08" },
    { version: "22H2", editions: "enterprise", end: "2025-10-14" },
  ],
  "windows-10": [
    { version: "22H2", editions: "consumer", end: "2025-10-14", extended: { kind: "paid", end: "2028-10-10" } },
    { version: "22H2", editions: "enterprise", end: "2025-10-14", extended: { kind: "paid", end: "2028-10-10" } },
    { version: "21H2", editions: "ltsc", end: "2027-01-12" },
    { version: "21H2", editions: "iot-ltsc", end: "2032-01-13" },
  ],
} as const satisfies SupportedProducts;
