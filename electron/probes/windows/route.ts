import { known } from "../../../shared/observation.ts";
import type { Probe } from "../probe.ts";
import { tracePaths } from "./paths.ts";

/**
 * Which way traffic leaves. With no route anywhere every `via` is null: being offline is knowledge, and needs no PowerShell. A link that all
 * sources describe and nobody recognises is said as such.
 */
export const route: Probe<"route"> = {
  id: "windows.route",
  fact: "route",
  uses: ["powershell"],
  validForMs: 900_000,
  async collect(host, context, signal) {
    const { legs, underlay, evidence, refusal } = await tracePaths(host, context, signal);
    return { observation: refusal ?? known({ legs: [...legs], underlay }), evidence };
  },
};
