import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { couldNotSee, evidence, outside } from "../common/gather.ts";
import { plistAt, plistNumber, plistSwitch, plistText } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";
import type { Probe } from "../probe.ts";
import { currentServices, networkSettingsFile, readNetworkSettings } from "./networkSettings.ts";
import { tracePaths } from "./paths.ts";
import { plistRefusal } from "./plistFile.ts";
import { portCommands } from "./readNetworkPorts.ts";

const manual = [
  ["HTTPS", "HTTPSEnable", "HTTPSProxy", "HTTPSPort"],
  ["HTTP", "HTTPEnable", "HTTPProxy", "HTTPPort"],
  ["SOCKS", "SOCKSEnable", "SOCKSProxy", "SOCKSPort"],
] as const;

/** The proxy settings of one network service (SCSchemaDefinitions.h): an automatic script goes before named servers, as in macOS itself. */
export function proxyOfService(service: PlistValue): FactValue<"proxy"> {
  const value = (key: string) => plistAt(service, "Proxies", key);
  const on = (key: string) => plistSwitch(value(key)) === true;
  if (on("ProxyAutoConfigEnable")) return { mode: "auto-config", server: outside(plistText(value("ProxyAutoConfigURLString")) ?? "") || null };
  if (on("ProxyAutoDiscoveryEnable")) return { mode: "auto-detect", server: null };
  for (const [, enable, host, port] of manual) {
    if (!on(enable)) continue;
    const number = plistNumber(value(port));
    return { mode: "manual", server: outside(`${plistText(value(host)) ?? "?"}${number === undefined ? "" : `:${number}`}`) };
  }
  return { mode: "none", server: null };
}

/** The proxy of the network service whose port is in use. A VPN may bring its own, which the settings do not show. */
export const proxy: Probe<"proxy"> = {
  id: "macos.proxy",
  fact: "proxy",
  uses: [...portCommands, "netstat-rn"],
  validForMs: 900_000,
  async collect(host, context, signal) {
    const [settings, paths] = await Promise.all([readNetworkSettings(host), tracePaths(host, context, signal)]);
    const refusal = plistRefusal(networkSettingsFile, settings);
    if (refusal || settings.outcome !== "read") return couldNotSee(refusal ?? unknown("failed", networkSettingsFile));
    const name = paths.underlay?.interface;
    if (name === undefined) return couldNotSee(unknown("offline", "no network port is in use"));
    const service = currentServices(settings.value).find((entry) => plistText(plistAt(entry, "Interface", "DeviceName")) === name);
    if (service === undefined) return couldNotSee(unknown("unparsed", `${networkSettingsFile}: no network service of ${name}`));
    const value = proxyOfService(service);
    return { observation: known(value), evidence: [evidence(networkSettingsFile, `${name}: ${value.mode} ${value.server ?? ""}`.trim())] };
  },
};
