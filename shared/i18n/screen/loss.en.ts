import type { lossJa } from "./loss.ja.ts";

export const lossEn = {
  "screen.nav.loss": "Loss or theft",
} as const satisfies { readonly [K in keyof typeof lossJa]: string };
