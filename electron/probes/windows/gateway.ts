import { known, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readConnections } from "./connectionBlock.ts";
import { gatewaysOf, macShared, meteredOf } from "./gatewayParts.ts";
import { readNeighbours } from "./linkBlocks.ts";
import { tracePaths } from "./paths.ts";

export const gateway: Probe<"gateway"> = {
  id: "windows.gateway",
  fact: "gateway",
  uses: ["powershell"],
  validForMs: 900_000,
  async collect(host, context, signal) {
    const [paths, connections, neighbours] = await Promise.all([
      tracePaths(host, { ...context, companyAddresses: [] }, signal),
      readConnections(host, signal),
      readNeighbours(host, signal),
    ]);
    const best = paths.links.find(({ name }) => outside(name) === paths.underlay?.interface);
    if (best === undefined) return couldNotSee(paths.refusal ?? unknown("offline", "no connected interface has a router"), paths.evidence);
    const others = paths.links.filter(({ up, kind, gateways }) => up && !["tunnel", "clear-tunnel", "virtual"].includes(kind) && gateways.length > 0);
    const links = [best, ...others.filter((link) => link !== best)];
    const table = neighbours.ok ? neighbours.value.neighbours : null;
    const gateways = gatewaysOf(links, table);
    if (gateways.length === 0) return couldNotSee(unknown("offline", `${best.name}: no router`), paths.evidence);
    const metered = meteredOf(best, connections.ok ? connections.value : null);
    return {
      observation: known({
        gateways: [...gateways],
        domain: best.suffix === "" ? null : outside(best.suffix),
        metered,
        macShared: macShared(links, table),
      }),
      evidence: [
        evidence(
          "powershell.exe: NetworkInterface, MSFT_NetNeighbor",
          gateways.map(({ interface: name, address, mac }) => `${name}: ${address} ${mac ?? "?"}`),
        ),
      ],
    };
  },
};
