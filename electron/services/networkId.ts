import type { Facts } from "../../shared/facts/catalogue.ts";
import { networkOf } from "./networks.ts";
import type { Pseudonym } from "./secretKey.ts";

/** What the network in use is known again by; null: by nothing. */
function identityOf(facts: Facts): readonly unknown[] | null {
  const wifi = facts["wifi-link"]?.observation;
  const route = facts.route?.observation;
  const isWifi = route?.kind === "known" && route.value.underlay?.kind === "wifi";
  // Its name is enough, also while the router is not seen yet.
  if (isWifi && wifi?.kind === "known" && wifi.value.connected && wifi.value.ssid !== null) return ["wifi", wifi.value.ssid, wifi.value.security];
  const inUse = networkOf(facts);
  if (inUse.kind !== "known") return null;
  const { link, security, gateways, domain } = inUse.value;
  // Of several routers the best one alone: the others are seen at one time and not at another.
  const [router] = gateways;
  if (router === undefined) return null;
  return link === "wifi" ? ["wifi-without-name", security, router, domain] : [link, [router], domain];
}

/**
 * A stable id of the network in use, for what holds on one network only: exceptions, and answers about the place (decision 0128). Made of what the machine
 * shows of the physical link. Wi-Fi: name and security (an open twin of a protected network is another network; the access point is left out, people
 * roam); Wi-Fi whose name the OS hides, cable and what has no kind: the router and its domain, where the router has an address of its own; mobile line:
 * that it is one. Null when the facts cannot tell one network from another: then nothing that is bound to a network holds. Keyed, so that nobody can
 * guess the name of the Wi-Fi from a report.
 */
export function networkIdOf(facts: Facts, pseudonym: Pseudonym): string | null {
  const route = facts.route?.observation;
  if (route?.kind !== "known" || route.value.underlay === null) return null;
  if (route.value.underlay.kind === "cellular") return pseudonym("net", "cellular");
  const identity = identityOf(facts);
  return identity === null ? null : pseudonym("net", JSON.stringify(identity));
}
