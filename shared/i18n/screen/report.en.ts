import type { reportJa } from "./report.ja.ts";

export const reportEn = {
  "screen.nav.report": "Report",
} as const satisfies { readonly [K in keyof typeof reportJa]: string };
