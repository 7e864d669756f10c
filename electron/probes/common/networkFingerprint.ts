import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { networkChanges, WifiSecurity } from "../../../shared/facts/network.ts";
import type { RememberedNetwork } from "../../../shared/networks.ts";
import { known, type Observation, unknown } from "../../../shared/observation.ts";
import { isSharedMac } from "../../../shared/sharedMac.ts";
import { isWeakerThan } from "./wifiStrength.ts";

type NetworkChange = (typeof networkChanges)[number];

/** What can be told of the network in use without asking anybody on it. */
export interface NetworkInUse {
  readonly link: RememberedNetwork["link"];
  /** null: a cable, or the OS hides it. */
  readonly ssid: string | null;
  readonly security: WifiSecurity | null;
  /** MAC addresses of its routers that are an identity, lower case, best router first; shared virtual ones are left out. */
  readonly gateways: readonly string[];
  /** A router was there whose MAC is shared by many of its kind. */
  readonly virtualGateway: boolean;
  /** A router was there whose MAC is not known (yet). */
  readonly unseenGateway: boolean;
  readonly domain: string | null;
  /** First three octets of the access point's address; null: hidden, or made up by the access point itself. */
  readonly vendor: string | null;
}

/** The maker's part of an access point's address; null for addresses that the access point made up itself (second bit of the first octet). */
export function vendorOf(bssid: string | null): string | null {
  if (bssid === null || !/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i.test(bssid)) return null;
  return (Number.parseInt(bssid.slice(0, 2), 16) & 2) === 0 ? bssid.slice(0, 8).toLowerCase() : null;
}

export interface NetworkFacts {
  readonly route: Observation<FactValue<"route">>;
  readonly wifi: Observation<FactValue<"wifi-link">>;
  readonly gateway: Observation<FactValue<"gateway">>;
}

function refusal(observation: Observation<unknown>, what: string): ReturnType<typeof unknown> {
  return observation.kind === "unknown" ? observation : unknown("failed", `${what} says nothing of the link in use`);
}

/** The network below any tunnel; unknown when what it is made of could not be seen. A mobile line has no router to know it by. */
export function networkInUse({ route, wifi, gateway }: NetworkFacts): Observation<NetworkInUse> {
  if (route.kind !== "known") return refusal(route, "route");
  const { underlay } = route.value;
  if (underlay === null) return unknown("offline", "no link carries a default route");
  const link = underlay.kind === "wifi" ? "wifi" : underlay.kind === "cable" ? "cable" : "other";
  const nothing = { ssid: null, security: null, gateways: [], virtualGateway: false, unseenGateway: false, domain: null, vendor: null };
  if (underlay.kind === "cellular") return known({ link, ...nothing });
  if (gateway.kind !== "known") return refusal(gateway, "gateway");
  const own = gateway.value.gateways.filter((one) => one.interface === underlay.interface);
  const routers = own.length > 0 ? own : gateway.value.gateways;
  const macs = routers.flatMap(({ mac }) => (mac === null ? [] : [mac.toLowerCase()]));
  const base = {
    link,
    gateways: [...new Set(macs.filter((mac) => !isSharedMac(mac)))],
    virtualGateway: macs.some(isSharedMac),
    unseenGateway: macs.length < routers.length,
    domain: gateway.value.domain,
  } as const;
  if (link !== "wifi") return known({ ...base, ssid: null, security: null, vendor: null });
  if (wifi.kind !== "known" || !wifi.value.connected) return refusal(wifi, "wifi-link");
  const { ssid, security, bssid } = wifi.value;
  return known({ ...base, ssid, security, vendor: vendorOf(bssid) });
}

function sharesGateway(now: NetworkInUse, then: RememberedNetwork): boolean {
  return now.gateways.some((mac) => then.gateways.includes(mac));
}

/**
 * What is remembered of the network in use: a Wi-Fi by its name; a cable, or a Wi-Fi whose name the OS hides, by its router and the domain
 * that it hands out. A network that shows neither name nor router is known to nobody.
 */
export function recall(now: NetworkInUse, remembered: readonly RememberedNetwork[]): RememberedNetwork | undefined {
  // A cable of a dock is told from a telephone's line by nothing: by which of them it was remembered does not matter.
  const same = remembered.filter(({ link }) => (link === "wifi") === (now.link === "wifi"));
  if (now.ssid !== null) return same.find(({ ssid }) => ssid === now.ssid);
  const candidates = same.filter((one) => sharesGateway(now, one) && one.domain === now.domain);
  // Which of them it is cannot be told, so the worst.
  return candidates.find(({ portalSeen }) => portalSeen) ?? candidates.find(({ named }) => named !== null) ?? candidates[0];
}

/** Telephones that share their line make up a new address each time (second bit of the first octet): another one is no change then. */
function namesItselfAnew({ named, gateways }: RememberedNetwork): boolean {
  return named === "tether" && gateways.every((mac) => (Number.parseInt(mac.slice(0, 2), 16) & 2) !== 0);
}

/** How the network in use differs from what is remembered of it; unknown when there is something to compare and this run does not show it. */
export function changesSince(now: NetworkInUse, then: RememberedNetwork): Observation<readonly NetworkChange[]> {
  const changes: NetworkChange[] = [];
  if (now.security !== null && then.security !== null && isWeakerThan(now.security, then.security)) changes.push("weaker-security");
  if (then.gateways.length > 0 && !sharesGateway(now, then) && !namesItselfAnew(then)) {
    const seen = now.gateways.length > 0 || now.virtualGateway;
    if (!seen) return changes.length > 0 ? known(changes) : unknown("failed", "the router's hardware address is not known yet");
    changes.push("other-gateway");
  }
  if (now.vendor !== null && then.vendors.length > 0 && !then.vendors.includes(now.vendor)) changes.push("other-vendor");
  return known(changes);
}
