import type { journalJa } from "./journal.ja.ts";

export const journalEn = {
  "screen.nav.journal": "Journal",
} as const satisfies { readonly [K in keyof typeof journalJa]: string };
