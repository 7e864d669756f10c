import { policyDigest, policyDocument } from "../../../shared/policy/default.policy.yaml?document";
import type { Policy } from "../../../shared/policy/schema.ts";
import type { Check } from "../../checks/check.ts";
import { resolvePolicy } from "../../checks/resolvePolicy.ts";

export interface BundledPolicy {
  readonly policy: Policy;
  readonly digest: string;
}

/** The default policy, resolved like any other. @throws Error when the package is damaged: without a policy nothing can be judged. */
export function bundledPolicy(checks: readonly Check[]): BundledPolicy {
  const resolved = resolvePolicy(policyDocument, checks);
  if (!resolved.ok) throw new Error(`the bundled policy is damaged: ${JSON.stringify(resolved.problems)}`);
  return { policy: resolved.policy, digest: policyDigest };
}
