import type { Facts } from "../../shared/facts/catalogue.ts";
import { networkOf } from "./networks.ts";
import type { Pseudonym } from "./secretKey.ts";

/**
 * A stable id of the network in use, for exceptions that hold on one network only. Made of what the machine shows of the physical link:
 * Wi-Fi: name and security (an open twin of a protected network is another network; the access point is left out, people roam);
 * cable: its routers and their domain, where a router has an address of its own; mobile network: that it is one. Null when the facts cannot tell one
 * network from another (a cable behind routers that share their address): then no exception
 * that is bound to a network applies. Keyed, so that nobody can guess the name of the Wi-Fi from a report.
 */
export function networkIdOf(facts: Facts, pseudonym: Pseudonym): string | null {
  const route = facts.route?.observation;
  if (route?.kind !== "known" || route.value.underlay === null) return null;
  const { kind } = route.value.underlay;
  if (kind === "cellular") return pseudonym("net", "cellular");
  if (kind === "cable") {
    const cable = networkOf(facts);
    if (cable.kind !== "known" || cable.value.gateways.length === 0) return null;
    return pseudonym("net", JSON.stringify(["cable", cable.value.gateways, cable.value.domain]));
  }
  if (kind !== "wifi") return null;
  const wifi = facts["wifi-link"]?.observation;
  if (wifi?.kind !== "known" || !wifi.value.connected || wifi.value.ssid === null) return null;
  return pseudonym("net", JSON.stringify(["wifi", wifi.value.ssid, wifi.value.security]));
}
