import type { Finding } from "../../../shared/decision.ts";

function rank({ outcome, verdict }: Finding): number {
  if (outcome === "block") return verdict.status === "fail" ? 0 : 1;
  const later = { grace: 2, warn: 3, excepted: 4, ok: 5, skipped: 6 } as const;
  return later[outcome];
}

/** Worst first; equal ones stay in the order of the screens. */
export function worstFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort((a, b) => rank(a) - rank(b));
}
