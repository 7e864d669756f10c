import type { SupportedProducts } from "./supportPeriod.ts";

/** Support of macOS, by major version. */
export const macosSupport = {
  // Apple names no dates: the newest three majors get fixes, and only the newest gets all of them.
  macos: [
    { version: "26", end: null },
    { version: "15", end: null },
    { version: "14", end: null, uncertain: true },
    { version: "13", end: "2025-09-15" },
  ],
} as const satisfies SupportedProducts;
