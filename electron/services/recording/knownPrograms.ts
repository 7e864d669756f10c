import type { Policy } from "../../../shared/policy/schema.ts";
import { vpnProducts } from "../../probes/common/vpnProducts.ts";
import { dockerProxy } from "../../probes/linux/dockerPorts.ts";
import { remoteServices } from "../../probes/linux/remoteServices.ts";
import { desktopPrograms } from "../../probes/linux/sessionDesktop.ts";
import { tunnelPrograms } from "../../probes/linux/tunnelProducts.ts";
import { probeContextOf } from "../probeContext.ts";

/** Does the product or the policy look for a program of this name? */
export type KnownPrograms = (name: string) => boolean;

const browsers = ["chrome", "msedge", "brave", "firefox", "chromium", "safari"];
const others = ["pppd", "pptp", dockerProxy];

const plain = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/\.exe$/, "");

/** The programs that any probe looks for. The names of all others say what somebody does with the PC, and nothing rests on them. */
export function knownPrograms(policy: Policy): KnownPrograms {
  const known = new Set(
    [
      ...probeContextOf(policy, []).watchedApps,
      ...vpnProducts.flatMap(({ processes }) => processes),
      ...remoteServices.flatMap(({ programs }) => programs),
      ...tunnelPrograms,
      ...desktopPrograms,
      ...browsers,
      ...others,
    ].map(plain),
  );
  // The kernel cuts names to 15 bytes.
  const cut = new Set([...known].map((name) => name.slice(0, 15)));
  return (name) => known.has(plain(name)) || cut.has(plain(name));
}
