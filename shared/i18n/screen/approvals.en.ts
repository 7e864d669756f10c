import type { approvalsJa } from "./approvals.ja.ts";

export const approvalsEn = {} as const satisfies { readonly [K in keyof typeof approvalsJa]: string };
