import type { Check } from "../checks/check.ts";
import type { Host } from "../host/host.ts";
import type { ProbeTable } from "../probes/probe.ts";
import type { PreflightService } from "./preflight.ts";

export interface PreflightOptions {
  readonly host: Host;
  readonly probes: ProbeTable;
  readonly checks: readonly Check[];
  readonly appVersion: string;
  readonly stateFolder: string;
  readonly managedFolder: string;
  /** A policy file that the user named. */
  readonly openedPolicy?: string | undefined;
}

/**
 * Makes the service behind the front doors: loads the policy and what is kept; gathers nothing yet.
 * @throws PolicyFileError when `openedPolicy` is not a usable policy; nothing else, whatever the state folder is like.
 */
export async function createPreflight(_options: PreflightOptions): Promise<PreflightService> {
  throw new Error("not there yet");
}
