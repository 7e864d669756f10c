import type { RouteLeg } from "../../../shared/facts/network.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { egressOf } from "../common/egress.ts";
import { outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { type Paths, tracePaths } from "./paths.ts";

function idleTunnels({ kinds, legs }: Paths): Paths["kinds"] {
  const used = new Set(legs.flatMap(({ via }) => (via ? [via.interface] : [])));
  return kinds.filter(({ name, kind }) => kind === "tunnel" && !used.has(name));
}

export const vpn: Probe<"vpn"> = {
  id: "linux.vpn",
  fact: "vpn",
  uses: ["ip-link"],
  validForMs: 900_000,
  async collect(host, context, signal) {
    const paths = await tracePaths(host, context, signal);
    const { legs, kinds, evidence, failed, links, linksRefusal } = paths;
    if (failed !== undefined) return { observation: unknown("failed", `egress ${failed}`), evidence };
    // "Direct" is only said of a link that was recognised: otherwise a tunnel of a kind we do not know would turn red, or the reverse.
    const dark = legs.find(({ via }) => via?.kind === "unrecognised");
    if (dark) return { observation: linksRefusal ?? unknown("unparsed", `what carries ${dark.address} is not recognised`), evidence };
    if (links === null && linksRefusal) return { observation: linksRefusal, evidence };
    const of = (target: RouteLeg["target"], family?: 4 | 6) =>
      egressOf(legs.filter((leg) => leg.target === target && (family === undefined || leg.family === family)));
    const carryingNames = new Set(legs.flatMap(({ via }) => (via?.kind === "tunnel" ? [via.interface] : [])));
    const listed = (chosen: Paths["kinds"], most: number) =>
      chosen
        .slice(0, most)
        .map(({ name, because }) => ({ interface: outside(name), kind: outside(because), product: null, mesh: false, weak: null }));
    return {
      observation: known({
        internetV4: of("internet", 4),
        internetV6: of("internet", 6),
        company: context.companyAddresses.length === 0 ? null : of("company"),
        dns: null,
        carrying: listed(
          kinds.filter(({ name }) => carryingNames.has(name)),
          32,
        ),
        idle: listed(idleTunnels(paths), 64),
        clients: [],
      }),
      evidence,
    };
  },
};
