import type { LinkKind } from "../../../shared/facts/network.ts";
import type { Host } from "../../host/host.ts";
import type { Link } from "./ipLinkParser.ts";

/** Kinds of `ip -d link` that only pass on to interfaces below them: what lies below says what they are. */
export const stackedKinds: ReadonlySet<string> = new Set([
  "vlan",
  "bridge",
  "bond",
  "team",
  "macvlan",
  "macvtap",
  "ipvlan",
  "ipvtap",
  "macsec",
  "hsr",
]);

/**
 * The interfaces below a bridge, a bond, a VLAN. `ip` names them from both sides (a port's master, a VLAN's link); without it the folder does
 * (https://docs.kernel.org/networking/bridge.html). A port without a carrier passes nothing on while another one has it.
 */
export async function lowerLinks(host: Host, name: string, links: readonly Link[] | null): Promise<readonly string[]> {
  const own = links?.find((link) => link.name === name);
  const ports = links?.filter(({ master }) => master === name) ?? [];
  const carrying = ports.filter(({ carrier }) => carrier);
  const known = [...(own?.link ? [own.link] : []), ...(carrying.length > 0 ? carrying : ports).map((port) => port.name)];
  if (known.length > 0) return known;
  const folder = await host.readFolder(`/sys/class/net/${name}`);
  return folder.outcome === "read" ? folder.names.filter((entry) => entry.startsWith("lower_")).map((entry) => entry.slice("lower_".length)) : [];
}

/** From the one that others share most easily to the one that nobody does. */
const worstFirst = ["wifi", "cable", "tether", "cellular"] as const satisfies readonly LinkKind[];

/** What several links below are together: the worst of them; "virtual" when none of them is known to lead anywhere. */
export function worstBelow(kinds: readonly LinkKind[]): LinkKind {
  return worstFirst.find((kind) => kinds.includes(kind)) ?? "virtual";
}
