import type { activitiesJa } from "./activities.ja.ts";

export const activitiesEn = {} as const satisfies { readonly [K in keyof typeof activitiesJa]: string };
