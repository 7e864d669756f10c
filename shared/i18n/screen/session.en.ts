import type { sessionJa } from "./session.ja.ts";

export const sessionEn = {} as const satisfies { readonly [K in keyof typeof sessionJa]: string };
