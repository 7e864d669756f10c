/** Until when the maker supports one release of an OS. */
export interface SupportPeriod {
  /** As the OS names it; "12" also stands for "12.7". Versions of one product are compared number by number. */
  readonly version: string;
  /** Of Windows, whose names repeat and do not sort: the number that tells the release. */
  readonly build?: number;
  /** Of Windows, where editions of one release end at different times. Absent: all. */
  readonly editions?: readonly ("home" | "pro" | "enterprise" | "ltsc" | "iot-ltsc" | "server" | "half-year")[];
  /** Last day of the maker's regular updates (YYYY-MM-DD); null: supported, and the maker names no date. */
  readonly end: string | null;
  /** Updates after that: from a community ("lts") or for those who enrolled ("paid"), which cannot be seen from the PC. */
  readonly extended?: { readonly kind: "lts" | "paid"; readonly end: string };
  /** The maker's own practice says that support is about to end, or ended after the table was made. */
  readonly uncertain?: true;
  /** It has no releases: what is installed now counts. */
  readonly rolling?: true;
}

/** Key of the product in the fact `os-release` → its releases. */
export type SupportedProducts = Readonly<Record<string, readonly SupportPeriod[]>>;
