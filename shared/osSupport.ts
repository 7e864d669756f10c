/**
 * When the makers end security updates, as dated data. Source: the endoflife.date project's release data at commit a70eca3 (2026-08-22),
 * https://github.com/endoflife-date/endoflife.date (MIT). Renew it with every release of Preflight; a version newer than the table is
 * "could not check", never a failure, and after `validUntil` so is every version that it does not show as ended.
 */
export interface SupportPeriod {
  /** As the OS names it; "12" also stands for "12.7". Versions of one product are compared number by number. */
  readonly version: string;
  /** For Windows, where editions of one version end at different times. Absent: all. */
  readonly editions?: "consumer" | "enterprise" | "ltsc" | "iot-ltsc";
  /** Last day of the maker's regular updates (YYYY-MM-DD); null: supported, and the maker names no date. */
  readonly end: string | null;
  /** Updates after that: from a community ("lts") or for those who enrolled ("paid"), which cannot be seen from the PC. */
  readonly extended?: { readonly kind: "lts" | "paid"; readonly end: string };
  /** The maker's own practice says that support is about to end, or ended after the table was made. */
  readonly uncertain?: true;
}

export interface SupportTable {
  readonly asOf: string;
  readonly validUntil: string;
  readonly products: Readonly<Record<string, readonly SupportPeriod[]>>;
}

export const osSupport: SupportTable = {
  asOf: "2026-08-22",
  validUntil: "2027-02-22",
  products: {
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
    // Apple names no dates: the newest three majors get fixes, and only the newest gets all of them.
    macos: [
      { version: "26", end: null },
      { version: "15", end: null },
      { version: "14", end: null, uncertain: true },
      { version: "13", end: "2025-09-15" },
    ],
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
  },
};
