import type { learnJa } from "./learn.ja.ts";

export const learnEn = {
  "screen.nav.learn": "Learn",
} as const satisfies { readonly [K in keyof typeof learnJa]: string };
