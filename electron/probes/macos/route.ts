import { known, unknown } from "../../../shared/observation.ts";
import type { Probe } from "../probe.ts";
import { tracePaths } from "./paths.ts";
import { portCommands } from "./readNetworkPorts.ts";

/** Which way traffic leaves. With no route anywhere every `via` is null: being offline is knowledge. */
export const route: Probe<"route"> = {
  id: "macos.route",
  fact: "route",
  uses: [...portCommands, "netstat-rn"],
  validForMs: 900_000,
  async collect(host, context, signal) {
    const paths = await tracePaths(host, context, signal);
    return {
      observation:
        paths.failed === undefined ? known({ legs: [...paths.legs], underlay: paths.underlay }) : unknown("failed", `egress ${paths.failed}`),
      evidence: paths.evidence,
    };
  },
};
