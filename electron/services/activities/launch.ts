import type { Platform } from "../../../shared/platform.ts";
import type { Policy } from "../../../shared/policy/schema.ts";
import { isProgram, mayOpen } from "../../host/allowedTargets.ts";
import type { LoadedPolicy } from "../policySource.ts";
import type { Target } from "./places.ts";

type Launch = NonNullable<Policy["activities"][number]["launch"]>;

/** Targets of a policy count only when it is proved that an administrator put it there, and its signature holds. */
export function policyMayStart({ summary, refusal }: Pick<LoadedPolicy, "summary" | "refusal">): boolean {
  return summary.origin === "managed" && refusal === null && summary.ownership === undefined;
}

/**
 * What "start" starts on this system, or null. Looks again at what the schema has already held: an https address, or an absolute path of this OS.
 * Says nothing of whether the policy counts. Pure.
 */
export function targetOfLaunch(launch: Launch | Policy["network"]["vpnClient"], platform: Platform): Target | null {
  if (launch === undefined) return null;
  if ("url" in launch) return launch.url.startsWith("https://") && mayOpen(launch.url) ? { kind: "address", address: launch.url } : null;
  const own = launch[platform];
  return own !== undefined && isProgram(own.program, platform) ? { kind: "program", program: own.program, arguments: own.arguments } : null;
}
