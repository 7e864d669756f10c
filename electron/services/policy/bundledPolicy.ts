import text from "../../../shared/policy/default.policy.yaml?raw";
import type { Check } from "../../checks/check.ts";
import { parsePolicy } from "./parsePolicy.ts";

/** The text of the default policy as it is in the package: what a security officer starts from. */
export const bundledPolicyText: string = text;

/** The bytes whose digest names the default policy in reports. */
export function bundledPolicyBytes(): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The default policy, read like any other. @throws Error when the package is damaged: without a policy nothing can be judged. */
export function bundledPolicy(checks: readonly Check[]): Extract<ReturnType<typeof parsePolicy>, { ok: true }> {
  const parsed = parsePolicy(bundledPolicyBytes(), checks);
  if (!parsed.ok) throw new Error(`the bundled policy is damaged: ${JSON.stringify(parsed.problems)}`);
  return parsed;
}
