import { createHash } from "node:crypto";
import type { Decision } from "../../shared/decision.ts";
import { canonicalJson } from "../../shared/report/canonicalJson.ts";
import { crockford } from "./crockford.ts";

/**
 * "7K4Q-2MXD": 40 bits of a digest over the run, its time, the policy and what was decided for each activity. Nothing personal goes in, so
 * the code stays the same in a redacted report, where it can be computed again.
 */
export function helpdeskCodeOf(run: { readonly id: string }, now: Date, policyDigest: string, decision: Decision): string {
  const clearances = decision.clearances.map(({ activityId, light, blockedBy, exceptions }) => ({ activityId, light, blockedBy, exceptions }));
  const content = canonicalJson({ run: run.id, now: now.toISOString(), policyDigest, light: decision.light, clearances });
  const code = crockford(createHash("sha256").update(content).digest(), 8);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
