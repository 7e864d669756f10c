import type { SupportedProducts } from "./supportPeriod.ts";

/** Support of Linux distributions, by release. */
export const linuxSupport = {
  ubuntu: [
    { version: "26.04", end: "2031-04-01" },
    { version: "25.10", end: "2026-07-01" },
    { version: "24.04", end: "2029-05-31" },
    { version: "22.04", end: "2027-04-01" },
    { version: "20.04", end: "2025-05-31" },
  ],
  debian: [
    { version: "13", end: "2028-08-09", extended: { kind: "lts", end: "2030-06-30" } },
    { version: "12", end: "2026-07-11", extended: { kind: "lts", end: "2028-06-30" } },
    { version: "11", end: "2024-08-14", extended: { kind: "lts", end: "2026-08-31" } },
  ],
  fedora: [
    { version: "44", end: "2027-06-02" },
    { version: "43", end: "2026-12-09" },
    { version: "42", end: "2026-05-27" },
  ],
} as const satisfies SupportedProducts;
