import type { SupportedProducts } from "./supportPeriod.ts";

/**
 * Support of macOS, by major version. Apple names no dates; its practice is that the newest three get fixes, and only the newest gets all of them
 * (https://support.apple.com/guide/deployment/about-software-updates-depc4c80847a/web). A fourth ends on the day of the newest: dates of that by
 * endoflife.date (see `shared/osSupport.ts`). What Apple still published for 10.15 and 11 on 2026-02-02 renewed certificates and was no security support.
 */
export const macosSupport = {
  macos: [
    { version: "26", end: null },
    { version: "15", end: null },
    // The third: it ends when the next one comes, which is not in the table yet.
    { version: "14", end: null, uncertain: true },
    { version: "13", end: "2025-09-15" },
    { version: "12", end: "2024-09-16" },
    { version: "11", end: "2023-09-26" },
    { version: "10.15", end: "2022-10-24" },
    { version: "10.14", end: "2021-10-25" },
  ],
} as const satisfies SupportedProducts;
