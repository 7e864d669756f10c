import { known } from "../../../shared/observation.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { Probe } from "../probe.ts";
import { couldNotSee, evidence } from "./gather.ts";
import { changesSince, networkInUse, recall } from "./networkFingerprint.ts";

/** The probes whose answers tell one network from another. */
export interface NetworkSources {
  readonly wifiLink: Probe<"wifi-link">;
  readonly gateway: Probe<"gateway">;
  readonly route: Probe<"route">;
}

/**
 * What is remembered of the network in use, and how it differs from that. Asks the other probes again: within a run the host answers each question
 * once. Where they could not see, this is unknown, never "nothing has changed".
 */
export function networkHistory(platform: Platform, sources: NetworkSources): Probe<"network-history"> {
  const { wifiLink, gateway, route } = sources;
  return {
    id: `${platform}.network-history`,
    fact: "network-history",
    uses: [...new Set([...wifiLink.uses, ...gateway.uses, ...route.uses])],
    validForMs: Math.min(wifiLink.validForMs, gateway.validForMs, route.validForMs),
    async collect(host, context, signal) {
      const [wifi, routers, ways] = await Promise.all([
        wifiLink.collect(host, context, signal),
        gateway.collect(host, context, signal),
        route.collect(host, context, signal),
      ]);
      const now = networkInUse({ route: ways.observation, wifi: wifi.observation, gateway: routers.observation });
      if (now.kind === "unknown") return couldNotSee(now);
      if (now.kind === "not-applicable") return { observation: now, evidence: [] };
      const then = recall(now.value, context.remembered);
      if (then === undefined) {
        const nothing = { remembered: false, named: null, portalSeen: false, changes: [] };
        return { observation: known(nothing), evidence: [evidence("networks.json", "this network is not remembered")] };
      }
      const seen = evidence("networks.json", [
        `${then.id}: ${then.link}, first seen ${then.firstSeenAt}, last seen ${then.lastSeenAt}`,
        `remembered: security ${then.security ?? "-"}, routers ${then.gateways.join(" ") || "-"}, makers ${then.vendors.join(" ") || "-"}`,
        `now: security ${now.value.security ?? "-"}, routers ${now.value.gateways.join(" ") || "-"}, maker ${now.value.vendor ?? "-"}`,
      ]);
      const changes = changesSince(now.value, then);
      if (changes.kind !== "known") return { observation: changes, evidence: [seen] };
      const { named, portalSeen } = then;
      return { observation: known({ remembered: true, named, portalSeen, changes: [...changes.value] }), evidence: [seen] };
    },
  };
}
