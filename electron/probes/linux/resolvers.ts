import { known } from "../../../shared/observation.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readResolvers } from "./resolverFiles.ts";

/** The name servers that this PC asks, behind any stub of its own. */
export const resolvers: Probe<"resolvers"> = {
  id: "linux.resolvers",
  fact: "resolvers",
  uses: [],
  validForMs: 900_000,
  async collect(host) {
    const found = await readResolvers(host);
    if ("refusal" in found) return couldNotSee(found.refusal);
    const { servers, searchDomains, paths } = found;
    return {
      observation: known({ servers: [...servers], searchDomains: [...searchDomains] }),
      evidence: [
        evidence(paths.join(", "), [
          ...servers.map((server) => `nameserver ${server.address}${server.interface === null ? "" : ` on ${server.interface}`}`),
          ...(searchDomains.length > 0 ? [`search ${searchDomains.join(" ")}`] : []),
        ]),
      ],
    };
  },
};
