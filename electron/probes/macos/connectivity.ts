import { notApplicable, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { tracePaths } from "./paths.ts";

/** macOS shows sign-in pages itself, but tells no other program what it found. What a page that the policy names answers is asked elsewhere. */
export const connectivity: Probe<"connectivity"> = {
  id: "macos.connectivity",
  fact: "connectivity",
  uses: ["networksetup-listallhardwareports", "netstat-rn"],
  validForMs: 300_000,
  async collect(host, context, signal) {
    const { legs, evidence: seen } = await tracePaths(host, context, signal);
    if (legs.length > 0 && legs.every(({ via }) => via === null)) return couldNotSee(unknown("offline", "no route to the internet"), seen);
    return { observation: notApplicable("policy"), evidence: [evidence("policy", "names no page that may be fetched")] };
  },
};
