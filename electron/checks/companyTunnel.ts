import type { FactValue } from "../../shared/facts/catalogue.ts";
import type { Policy } from "../../shared/policy/schema.ts";

type Vpn = FactValue<"vpn">;

function nameMatches(name: string, pattern: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/**
 * company: the policy can tell that the tunnel is the company's. other: traffic leaves through a tunnel that the policy does not name although it names some.
 * unrecognised: the policy says too little to tell. none: no tunnel carries anything.
 */
export type TunnelOwner = "company" | "other" | "unrecognised" | "none";

/**
 * Whose tunnel carries the traffic? Proofs: every carrying interface has a name from the policy; or, without names, the company's addresses alone leave
 * through the tunnel, which only a tunnel that knows the company does. A full tunnel without a name proves nothing: a consumer VPN carries
 * the company's addresses too.
 */
export function tunnelOwner(vpn: Vpn, network: Policy["network"]): TunnelOwner {
  if (vpn.carrying.length === 0) return "none";
  if (network.vpnInterfaces.length > 0) {
    const named = vpn.carrying.every((tunnel) => network.vpnInterfaces.some((pattern) => nameMatches(tunnel.interface, pattern)));
    return named ? "company" : "other";
  }
  const internet = [vpn.internetV4, vpn.internetV6];
  return vpn.company === "tunnel" && !internet.includes("tunnel") && !internet.includes("mixed") ? "company" : "unrecognised";
}

/** Every internet route there is leaves through the tunnel, in both families. */
export function carriesEverything(vpn: Vpn): boolean {
  const families = [vpn.internetV4, vpn.internetV6].filter((egress) => egress !== "none");
  return families.length > 0 && families.every((egress) => egress === "tunnel");
}

/** A tunnel that protects work on a link that is not safe itself: the company's, carrying everything. */
export function protectsUnsafeLink(vpn: Vpn, network: Policy["network"]): boolean {
  return tunnelOwner(vpn, network) === "company" && carriesEverything(vpn) && (vpn.company === null || vpn.company === "tunnel");
}
