import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import type { OwnSign } from "../common/connectivity.ts";
import { internetTargets } from "../common/internetTargets.ts";

/** macOS shows sign-in pages itself, but tells no other program what it found: all that can be seen is that there is no way out at all. */
export async function ownConnectivity(host: Host): Promise<OwnSign> {
  const ways = await Promise.all(internetTargets.map(({ address, family }) => host.egress(address, family)));
  const isOffline = ways.every(({ outcome }) => outcome === "no-route");
  return isOffline ? { kind: "refused", refusal: unknown("offline", "no route to the internet") } : { kind: "none" };
}
