import type { FactValue } from "../../shared/facts/catalogue.ts";
import type { LinkKind, networkChanges } from "../../shared/facts/network.ts";
import type { Observation, UnknownReason } from "../../shared/observation.ts";
import { isSharedMac } from "../../shared/sharedMac.ts";
import { officeAnswered } from "./companyTunnel.ts";
import { isPhoneSubnet } from "./phoneSubnet.ts";

/** What kind of place the network in use belongs to. portal: a sign-in page stands in the way. unknown: nothing bad was seen, and nothing that vouches for it. */
export type Trust = "office" | "home" | "tether" | "public" | "portal" | "unknown";

export type TrustSignalId =
  | "office-pin"
  | "portal-now"
  | "weaker-security"
  | "wifi-open"
  | "wifi-wep"
  | "portal-before"
  | "mobile-line"
  | "named-home"
  | "named-tether"
  | "public-name"
  | "hotspot-domain"
  | "other-gateway"
  | "other-vendor"
  | "shared-mac"
  | "other-certificate"
  | "phone-subnet"
  | "metered"
  | "phone-line";

export interface TrustSignal {
  readonly id: TrustSignalId;
  readonly weight: "strong" | "medium" | "weak";
  readonly towards: Trust;
}

export interface NetworkSigns {
  readonly route: Observation<FactValue<"route">>;
  readonly wifi: Observation<FactValue<"wifi-link">>;
  readonly gateway: Observation<FactValue<"gateway">>;
  readonly connectivity: Observation<FactValue<"connectivity">>;
  readonly office: Observation<FactValue<"office-proof">>;
  readonly history: Observation<FactValue<"network-history">>;
  readonly vpn: Observation<FactValue<"vpn">>;
}

/** Names that say "public" or "hotspot". A name is a hint: whoever runs the network chooses it, so it can only make the verdict stricter. */
export interface PublicHints {
  /** SSID, exact spelling. */
  readonly names: readonly string[];
  /** Domains that hotspot operators hand out by DHCP; subdomains count as well. */
  readonly domains: readonly string[];
}

export interface NetworkJudgement {
  /** null: the PC is on no network. */
  readonly trust: Trust | null;
  /** Strong ones first. */
  readonly signals: readonly TrustSignal[];
  /** How it differs from what is remembered of it. */
  readonly changes: readonly (typeof networkChanges)[number][];
  /** A fact that could have made it worse was not seen; null: all were. */
  readonly unseen: UnknownReason | null;
}

const noHints: PublicHints = { names: [], domains: [] };
const heavy = { strong: 0, medium: 1, weak: 2 } as const;

/**
 * This PC is in the office: an inside server proved itself by its pinned key, on a link of this PC. Over a tunnel, or while a VPN client says that it
 * works (some have no interface of their own), the answer says nothing about the network here.
 */
export function isInOffice(vpn: NetworkSigns["vpn"], office: NetworkSigns["office"]): boolean {
  return officeAnswered(office, "direct") && vpn.kind === "known" && vpn.value.clients.every(({ state }) => state === "disconnected");
}

function isBelow(domain: string, zone: string): boolean {
  const [name, top] = [domain.toLowerCase().replace(/\.$/, ""), zone.toLowerCase()];
  return name === top || name.endsWith(`.${top}`);
}

/** A network that others may be in as well. What looks like a telephone is one of them: a dock or a stranger's device looks the same (decision 0120). */
const isShared = (kind: LinkKind | undefined) => kind === "wifi" || kind === "cable" || kind === "tether";

/** On a mobile line, and nothing leaves by another link beside it (IPv4 by the mobile line and IPv6 by the café's Wi-Fi is the café's network). */
function isMobileOnly({ route }: NetworkSigns): boolean {
  return route.kind === "known" && route.value.underlay?.kind === "cellular" && !route.value.legs.some(({ via }) => isShared(via?.kind));
}

/**
 * Part of the traffic leaves by another Wi-Fi, cable or telephone than the one that was looked at (IPv4 by the cable at home, IPv6 by a stranger's Wi-Fi).
 * The same router on both makes them one network; an address that many routers share does not.
 */
function leavesElsewhere({ route, gateway }: NetworkSigns): boolean {
  if (route.kind !== "known" || route.value.underlay === null) return false;
  const own = route.value.underlay.interface;
  const routersOf = (name: string) =>
    gateway.kind === "known"
      ? gateway.value.gateways.flatMap((one) => (one.interface === name && one.mac !== null && !isSharedMac(one.mac) ? [one.mac.toLowerCase()] : []))
      : [];
  const known = routersOf(own);
  return route.value.legs.some(({ via }) => {
    return via !== null && isShared(via.kind) && via.interface !== own && !routersOf(via.interface).some((mac) => known.includes(mac));
  });
}

function signalsOf(signs: NetworkSigns, underlay: FactValue<"route">["underlay"], hints: PublicHints): readonly TrustSignal[] {
  const { wifi, gateway, connectivity, office, history, vpn } = signs;
  const found: TrustSignal[] = [];
  const add = (when: boolean, id: TrustSignalId, weight: TrustSignal["weight"], towards: Trust) => {
    if (when) found.push({ id, weight, towards });
  };
  add(isInOffice(vpn, office), "office-pin", "strong", "office");
  add(connectivity.kind === "known" && connectivity.value.level === "portal", "portal-now", "strong", "portal");
  add(isMobileOnly(signs), "mobile-line", "strong", "tether");
  add(underlay?.kind === "tether", "phone-line", "weak", "tether");
  const isWifiUsed = underlay?.kind === "wifi" || (signs.route.kind === "known" && signs.route.value.legs.some(({ via }) => via?.kind === "wifi"));
  // Without the ways out, a Wi-Fi that is connected counts as the one in use.
  if (wifi.kind === "known" && wifi.value.connected && (underlay === null || isWifiUsed)) {
    const { security, ssid } = wifi.value;
    add(security === "open", "wifi-open", "strong", "public");
    add(security === "wep", "wifi-wep", "strong", "public");
    add(ssid !== null && hints.names.includes(ssid), "public-name", "weak", "public");
  }
  if (history.kind === "known") {
    const { remembered, named, portalSeen, changes } = history.value;
    add(changes.includes("weaker-security"), "weaker-security", "strong", "public");
    add(portalSeen, "portal-before", "strong", "public");
    add(changes.includes("other-gateway"), "other-gateway", "medium", "unknown");
    add(changes.includes("other-vendor"), "other-vendor", "weak", "unknown");
    const vouched = remembered && changes.length === 0 && !leavesElsewhere(signs);
    add(vouched && named === "home", "named-home", "strong", "home");
    add(vouched && named === "tether", "named-tether", "strong", "tether");
  }
  if (gateway.kind === "known") {
    const { domain, gateways, macShared, metered } = gateway.value;
    add(domain !== null && hints.domains.some((zone) => isBelow(domain, zone)), "hotspot-domain", "weak", "public");
    add(macShared === true, "shared-mac", "medium", "unknown");
    add(
      gateways.some(({ address }) => isPhoneSubnet(address)),
      "phone-subnet",
      "weak",
      "tether",
    );
    add(metered === true, "metered", "weak", "tether");
  }
  const stranger = office.kind === "known" && office.value.endpoints.some(({ outcome, via }) => outcome === "other-certificate" && via === "direct");
  add(stranger, "other-certificate", "medium", "unknown");
  return found.sort((a, b) => heavy[a.weight] - heavy[b.weight]);
}

/**
 * What kind of network is this? Office only by a proof. On a mobile line, strangers do not share the network. Everything that speaks for "public" goes
 * before what the user said: a name can be copied. Home and a phone's hotspot only when the user named the network and nothing has changed.
 */
function trustOf(signals: readonly TrustSignal[]): Trust {
  const says = (id: TrustSignalId) => signals.some((signal) => signal.id === id);
  if (says("office-pin")) return "office";
  if (says("portal-now")) return "portal";
  if (says("mobile-line")) return "tether";
  if (signals.some(({ towards }) => towards === "public")) return "public";
  if (says("named-home")) return "home";
  return says("named-tether") ? "tether" : "unknown";
}

/** The first of these facts that could not be seen. A fact that the policy or the PC has no use for is nothing to see. */
function unseenOf(signs: NetworkSigns, underlay: FactValue<"route">["underlay"]): UnknownReason | null {
  if (signs.route.kind === "unknown") return signs.route.reason;
  if (signs.route.kind !== "known" || underlay === null) return "not-supported";
  // Also a Wi-Fi that carries only a part, beside a cable: what is wrong with it must not vanish by not being seen.
  const isWifiUsed = underlay.kind === "wifi" || signs.route.value.legs.some(({ via }) => via?.kind === "wifi");
  if (isWifiUsed && !(signs.wifi.kind === "known" && signs.wifi.value.connected)) {
    return signs.wifi.kind === "unknown" ? signs.wifi.reason : "unparsed";
  }
  const asked = isMobileOnly(signs) ? [signs.connectivity] : [signs.connectivity, signs.history, signs.gateway];
  const unknown = asked.find(({ kind }) => kind === "unknown");
  if (unknown?.kind === "unknown") return unknown.reason;
  // The name is for the network that was looked at; the other one stays in the dark.
  return signs.history.kind === "known" && signs.history.value.named !== null && leavesElsewhere(signs) ? "not-supported" : null;
}

/** Pure. The weights are those of the research on hotspots and look-alike networks; a changed network is never home. */
export function networkTrust(signs: NetworkSigns, hints: PublicHints = noHints): NetworkJudgement {
  const ways = signs.route.kind === "known" ? signs.route.value : null;
  const underlay = ways?.underlay ?? null;
  const signals = signalsOf(signs, underlay, hints);
  const changes = signs.history.kind === "known" ? signs.history.value.changes : [];
  const offline = ways !== null && ways.underlay === null && ways.legs.every(({ via }) => via === null);
  const trust = trustOf(signals);
  return { trust: offline && trust !== "office" ? null : trust, signals, changes, unseen: unseenOf(signs, underlay) };
}
