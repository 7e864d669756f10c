import type { desktopJa } from "./desktop.ja.ts";

export const desktopEn = {} as const satisfies { readonly [K in keyof typeof desktopJa]: string };
