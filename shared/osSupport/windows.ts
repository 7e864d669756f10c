import type { SupportedProducts } from "./supportPeriod.ts";

/**
 * Support of Windows by build, because names repeat ("22H2" of 10 and of 11) and do not sort (20H2 came after 2004). Windows Home and Pro end together
 * but for the extended updates: those for consumers (Home) end a year before those for organisations.
 * Dates: endoflife.date (see `shared/osSupport.ts`), which follows https://learn.microsoft.com/lifecycle/products and
 * https://learn.microsoft.com/windows/release-health/release-information. Extended updates:
 * https://support.microsoft.com/windows/windows-10-consumer-extended-security-updates-esu-program-33e17de9-36b3-43bb-874d-6c53d2e4bf42 (2026-06-25),
 * https://learn.microsoft.com/windows/whats-new/extended-security-updates, for LTSB 2016
 * https://techcommunity.microsoft.com/blog/windows-itpro-blog/plan-for-windows-server-2016-and-windows-10-2016-ltsb-end-of-support/4496136
 */
export const windowsSupport = {
  "windows-11": [
    { version: "26H1", build: 28000, editions: ["home", "pro"], end: "2028-03-14" },
    { version: "26H1", build: 28000, editions: ["enterprise"], end: "2029-03-13" },
    { version: "25H2", build: 26200, editions: ["home", "pro"], end: "2027-10-12" },
    { version: "25H2", build: 26200, editions: ["enterprise"], end: "2028-10-10" },
    // LTSC 2024 has the build of 24H2: the edition decides.
    { version: "24H2", build: 26100, editions: ["home", "pro"], end: "2026-10-13" },
    { version: "24H2", build: 26100, editions: ["enterprise"], end: "2027-10-12" },
    { version: "24H2", build: 26100, editions: ["ltsc"], end: "2029-10-09" },
    { version: "24H2", build: 26100, editions: ["iot-ltsc"], end: "2034-10-10" },
    { version: "23H2", build: 22631, editions: ["home", "pro"], end: "2025-11-11" },
    { version: "23H2", build: 22631, editions: ["enterprise"], end: "2026-11-10" },
    { version: "22H2", build: 22621, editions: ["home", "pro"], end: "2024-10-08" },
    { version: "22H2", build: 22621, editions: ["enterprise"], end: "2025-10-14" },
    { version: "21H2", build: 22000, editions: ["home", "pro"], end: "2023-10-10" },
    { version: "21H2", build: 22000, editions: ["enterprise"], end: "2024-10-08" },
  ],
  "windows-10": [
    { version: "22H2", build: 19045, editions: ["home"], end: "2025-10-14", extended: { kind: "paid", end: "2027-10-12" } },
    { version: "22H2", build: 19045, editions: ["pro", "enterprise"], end: "2025-10-14", extended: { kind: "paid", end: "2028-10-10" } },
    { version: "21H2", build: 19044, editions: ["home", "pro"], end: "2023-06-13" },
    { version: "21H2", build: 19044, editions: ["enterprise"], end: "2024-06-11" },
    { version: "21H2", build: 19044, editions: ["ltsc"], end: "2027-01-12" },
    { version: "21H2", build: 19044, editions: ["iot-ltsc"], end: "2032-01-13" },
    { version: "21H1", build: 19043, end: "2022-12-13" },
    { version: "20H2", build: 19042, editions: ["home", "pro"], end: "2022-05-10" },
    { version: "20H2", build: 19042, editions: ["enterprise"], end: "2023-05-09" },
    { version: "2004", build: 19041, end: "2021-12-14" },
    { version: "1909", build: 18363, editions: ["home", "pro"], end: "2021-05-11" },
    { version: "1909", build: 18363, editions: ["enterprise"], end: "2022-05-10" },
    { version: "1903", build: 18362, end: "2020-12-08" },
    // LTSC 2019, also of IoT.
    { version: "1809", build: 17763, editions: ["ltsc", "iot-ltsc"], end: "2029-01-09" },
    { version: "1809", build: 17763, editions: ["home", "pro"], end: "2020-11-10" },
    { version: "1809", build: 17763, editions: ["enterprise"], end: "2021-05-11" },
    { version: "1803", build: 17134, editions: ["home", "pro"], end: "2019-11-12" },
    { version: "1803", build: 17134, editions: ["enterprise"], end: "2021-05-11" },
    { version: "1709", build: 16299, editions: ["home", "pro"], end: "2019-04-09" },
    { version: "1709", build: 16299, editions: ["enterprise"], end: "2020-10-13" },
    { version: "1703", build: 15063, editions: ["home", "pro"], end: "2018-10-09" },
    { version: "1703", build: 15063, editions: ["enterprise"], end: "2019-10-08" },
    // LTSB 2016, also of IoT.
    { version: "1607", build: 14393, editions: ["ltsc", "iot-ltsc"], end: "2026-10-13", extended: { kind: "paid", end: "2029-10-09" } },
    { version: "1607", build: 14393, editions: ["home", "pro"], end: "2018-04-10" },
    { version: "1607", build: 14393, editions: ["enterprise"], end: "2019-04-09" },
    { version: "1511", build: 10586, end: "2017-10-10" },
    // LTSB 2015.
    { version: "1507", build: 10240, editions: ["ltsc", "iot-ltsc"], end: "2025-10-14" },
    { version: "1507", build: 10240, editions: ["home", "pro", "enterprise"], end: "2017-05-09" },
  ],
  // Before Windows 10; the extended updates that organisations bought are over too.
  windows: [
    { version: "8.1", build: 9600, end: "2023-01-10" },
    { version: "8", build: 9200, end: "2016-01-12" },
    { version: "7", build: 7601, end: "2020-01-14" },
  ],
  // No OS for employees' PCs, but some are used as one.
  "windows-server": [
    { version: "2025", build: 26100, end: "2034-11-14" },
    { version: "23H2", build: 25398, end: "2026-05-12" },
    { version: "2022", build: 20348, end: "2031-10-14" },
    { version: "20H2", build: 19042, end: "2022-08-09" },
    { version: "2004", build: 19041, end: "2021-12-14" },
    { version: "1909", build: 18363, end: "2021-05-11" },
    { version: "1903", build: 18362, end: "2020-12-08" },
    // The releases of a half-year share the build of 2019: their editions end with "ACor".
    { version: "1809", build: 17763, editions: ["half-year"], end: "2020-11-10" },
    { version: "2019", build: 17763, editions: ["server"], end: "2029-01-09" },
    { version: "1803", build: 17134, end: "2019-11-12" },
    { version: "1709", build: 16299, end: "2019-04-09" },
    { version: "2016", build: 14393, end: "2027-01-12", extended: { kind: "paid", end: "2030-01-12" } },
    { version: "2012 R2", build: 9600, end: "2023-10-10", extended: { kind: "paid", end: "2026-10-13" } },
    { version: "2012", build: 9200, end: "2023-10-10", extended: { kind: "paid", end: "2026-10-13" } },
  ],
} as const satisfies SupportedProducts;
