import type { welcomeJa } from "./welcome.ja.ts";

export const welcomeEn = {} as const satisfies { readonly [K in keyof typeof welcomeJa]: string };
