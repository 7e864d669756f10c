import type { settingsJa } from "./settings.ja.ts";

export const settingsEn = {
  "screen.nav.settings": "Settings",
} as const satisfies { readonly [K in keyof typeof settingsJa]: string };
