import { z } from "zod";
import type { RememberedNetwork } from "../../shared/networks.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { ProbeContext } from "../probes/probe.ts";

const appsSchema = z.object({ apps: z.array(z.string()) });

/** What the probes may know of the policy and of earlier runs. A rule that is off names nothing to look for. */
export function probeContextOf({ network, rules }: Policy, remembered: readonly RememberedNetwork[]): ProbeContext {
  const { companyAddresses, office, portalCheck } = network;
  const rule = rules["unapproved-apps"];
  const apps = rule && rule.level !== "off" ? appsSchema.safeParse(rule.settings) : null;
  return { companyAddresses, office, portalCheck, watchedApps: apps?.success ? apps.data.apps : [], remembered };
}
