import { known, unknown } from "../../../shared/observation.ts";
import type { EnvironmentName } from "../../host/host.ts";
import { couldNotSee, evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { proxyOfEnvironment, proxyOfInternetSettings } from "./proxySettings.ts";
import { readRegistry, registryCommands } from "./registry.ts";

const variables: readonly EnvironmentName[] = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"];

/** The proxy of Windows; where it has none, that of the environment. */
export const proxy: Probe<"proxy"> = {
  id: "windows.proxy",
  fact: "proxy",
  uses: registryCommands("internet-settings", "internet-settings-machine", "internet-settings-policy"),
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const policy = await readRegistry(host, "internet-settings-policy", signal);
    if (!policy.ok) return couldNotSee(policy.refusal);
    const perMachine = policy.key?.values.get("proxysettingsperuser") === 0;
    const settings = await readRegistry(host, perMachine ? "internet-settings-machine" : "internet-settings", signal);
    if (!settings.ok) return couldNotSee(settings.refusal);
    const cut = [policy, settings].find(({ key }) => key !== null && !key.valuesRead);
    if (cut) return couldNotSee(unknown("unparsed", `${cut.source}: no values`));
    const own = proxyOfInternetSettings(settings.key);
    const fromEnvironment = variables.map((name) => [name, proxyOfEnvironment(host.environment(name))] as const).find(([, value]) => value !== null);
    const [name, other] = fromEnvironment ?? [];
    const used = (own.mode === "none" || own.mode === "auto-detect" ? other : null) ?? own;
    return {
      observation: known(used),
      evidence: [
        evidence(settings.source, `${own.mode}${own.server === null ? "" : ` ${own.server}`}`),
        ...(name ? [evidence("environment", `${name}: ${other?.server ?? ""}`)] : []),
      ],
    };
  },
};
