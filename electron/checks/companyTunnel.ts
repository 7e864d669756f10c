import type { FactValue } from "../../shared/facts/catalogue.ts";
import type { Tunnel } from "../../shared/facts/network.ts";
import type { Observation } from "../../shared/observation.ts";
import type { Policy } from "../../shared/policy/schema.ts";

type Vpn = FactValue<"vpn">;
type Network = Policy["network"];
type OfficeProof = Observation<FactValue<"office-proof">>;

function nameMatches(name: string, pattern: string): boolean {
  return pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/**
 * The policy names this tunnel as the company's: by its interface; or by its product, which counts here only because the tunnel carries traffic.
 * The product of a mesh (Tailscale, ZeroTier) is also on private PCs, so it counts only when the company's addresses go through it.
 */
function isNamed(tunnel: Tunnel, vpn: Vpn, network: Network): boolean {
  if (network.vpnInterfaces.some((pattern) => nameMatches(tunnel.interface, pattern))) return true;
  const byProduct = tunnel.product !== null && network.vpnProducts.includes(tunnel.product);
  return byProduct && (!tunnel.mesh || vpn.company === "tunnel");
}

/** A server of the company answered with its pinned key, and the connection went this way. */
export function officeAnswered(office: OfficeProof, via: "direct" | "tunnel"): boolean {
  return office.kind === "known" && office.value.endpoints.some((endpoint) => endpoint.outcome === "proved" && endpoint.via === via);
}

/**
 * company: the policy or a proof can tell that the tunnel is the company's. other: traffic leaves through a tunnel that the policy does not name
 * although it names some, or that is sold to private people. unrecognised: nothing tells whose it is. none: no tunnel carries anything.
 */
export type TunnelOwner = "company" | "other" | "unrecognised" | "none";

/**
 * Whose tunnel carries the traffic? Proofs: the policy names every carrying interface; or the only one led to a server of the company that holds
 * its pinned key; or, without names, the company's addresses alone leave through the tunnel, which only a tunnel that knows the company does.
 * A full tunnel without a name proves nothing: a consumer VPN carries the company's addresses too. Nor does a mesh of private PCs.
 */
export function tunnelOwner(vpn: Vpn, network: Network, office: OfficeProof): TunnelOwner {
  if (vpn.carrying.length === 0) return "none";
  const named = network.vpnInterfaces.length > 0 || network.vpnProducts.length > 0;
  if (named && vpn.carrying.every((tunnel) => isNamed(tunnel, vpn, network))) return "company";
  // With several tunnels the answer does not say through which of them it came.
  if (vpn.carrying.length === 1 && officeAnswered(office, "tunnel")) return "company";
  if (named || vpn.carrying.every(({ consumer }) => consumer === true)) return "other";
  const internet = [vpn.internetV4, vpn.internetV6];
  const companyAlone = vpn.company === "tunnel" && !internet.includes("tunnel") && !internet.includes("mixed");
  return companyAlone && !vpn.carrying.some(({ mesh, consumer }) => mesh || consumer === true) ? "company" : "unrecognised";
}

/** Every internet route there is leaves through the tunnel, in both families. */
export function carriesEverything(vpn: Vpn): boolean {
  const families = [vpn.internetV4, vpn.internetV6].filter((egress) => egress !== "none");
  return families.length > 0 && families.every((egress) => egress === "tunnel");
}

/** Questions to name servers are seen to go past the tunnel, at least some. Not seen (null) is not a leak. */
export function leaksNames(vpn: Vpn): boolean {
  return vpn.dns === "direct" || vpn.dns === "mixed";
}

/** A tunnel that is built in a way that others can break. */
export function weakTunnel(vpn: Vpn): Tunnel | undefined {
  return vpn.carrying.find(({ weak }) => weak !== null);
}

/** A tunnel that protects work on a link that is not safe itself: the company's, sound, carrying everything, names as well. */
export function protectsUnsafeLink(vpn: Observation<Vpn>, network: Network, office: OfficeProof): boolean {
  if (vpn.kind !== "known") return false;
  const { value } = vpn;
  return (
    tunnelOwner(value, network, office) === "company" &&
    carriesEverything(value) &&
    (value.company === null || value.company === "tunnel") &&
    weakTunnel(value) === undefined &&
    !leaksNames(value)
  );
}
