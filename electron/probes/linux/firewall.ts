import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, notApplicable, type Observation, unknown } from "../../../shared/observation.ts";
import { firewallUnits as units } from "../../host/commands/linux.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, isThere } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";
import { parseIsActive } from "./systemctlParser.ts";

/** Active means only that rules were loaded at start-up. Which ones, and whether they filter anything, only root can read. */
const loaders = ["nftables", "netfilter-persistent", "iptables", "shorewall", "ferm"] as const;
const ufwConfig = "/etc/ufw/ufw.conf";
const programs = ["/usr/sbin/nft", "/usr/sbin/iptables", "/usr/sbin/ufw", "/usr/sbin/firewalld", "/usr/bin/firewalld"] as const;

/** ENABLED of /etc/ufw/ufw.conf; null when the line is missing. The last one counts, as in the shell that reads it. */
export function ufwEnabled(text: string): boolean | null {
  const values = [...text.matchAll(/^\s*ENABLED\s*=\s*["']?(\w+)/gm)];
  const last = values.at(-1)?.[1];
  return last === undefined ? null : last.toLowerCase() === "yes";
}

/**
 * firewalld is on when its service runs. ufw needs both its switch and its service: the service is "active (exited)" also when the switch is
 * off, and with the switch on but the service off rules may be loaded until the next start.
 */
export function judgeFirewall(active: ReadonlyMap<string, boolean>, ufw: boolean | null): Observation<FactValue<"firewall">> {
  const on = (unit: string) => active.get(unit) === true;
  const services = units.map((name) => ({ name, active: name === "ufw" ? on("ufw") && ufw === true : on(name), scope: "all" as const }));
  if (on("firewalld") || (on("ufw") && ufw === true)) return known({ active: true, services, excludedInterfaces: [] });
  const loaded = loaders.filter(on);
  if (loaded.length > 0) return unknown("needs-admin", `${loaded.join(", ")} loaded rules that only root can read`);
  if (ufw === true) return unknown("needs-admin", "ufw is switched on but its service is not active: only root can see its rules");
  return known({ active: false, services, excludedInterfaces: [] });
}

/** Without systemd nothing tells which rules are loaded, unless there is no program that could load any. */
async function withoutSystemd(host: Host): Promise<Gathered<"firewall">> {
  const there = await Promise.all(programs.map(async (path) => ((await isThere(host, path)) ? [path] : [])));
  const found = there.flat();
  if (found.length > 0)
    return couldNotSee(unknown("needs-admin", `${found.join(", ")}: only root can read the rules, and no systemd tells the state`));
  const services = ["nftables", "iptables", "ufw", "firewalld"].map((name) => ({ name, active: false, scope: "all" as const }));
  return { observation: known({ active: false, services, excludedInterfaces: [] }), evidence: [evidence(programs.join(", "), "none is installed")] };
}

export const firewall: Probe<"firewall"> = {
  id: "linux.firewall",
  fact: "firewall",
  uses: ["systemctl-is-active"],
  validForMs: 600_000,
  async collect(host, _context, signal) {
    const container = await detectContainer(host);
    if (container !== null) return { observation: notApplicable("virtual"), evidence: [evidence("container", container)] };
    // sd_booted(3): this folder is there exactly when systemd runs the system.
    if ((await host.readFolder("/run/systemd/system")).outcome === "missing") return withoutSystemd(host);
    const [result, config] = await Promise.all([host.run("systemctl-is-active", signal), host.readFile(ufwConfig)]);
    const refusal = commandRefusal(result);
    if (refusal) return couldNotSee(refusal);
    const active = parseIsActive(result.stdout);
    if (!active.ok) return couldNotSee(unknown("unparsed", `${active.detail}; ${complaint(result)}`));
    const ufw = config.outcome === "read" ? ufwEnabled(decodeUtf8(config.bytes)) : null;
    const proof = [
      evidence(
        commandLine("systemctl-is-active"),
        units.map((unit) => `${unit}: ${active.value.get(unit) ? "active" : "not active"}`),
      ),
      evidence(ufwConfig, config.outcome === "read" ? `ENABLED=${ufw === null ? "(not set)" : ufw ? "yes" : "no"}` : config.outcome),
    ];
    // ufw is active but its switch cannot be read: neither on nor off may be said.
    if (active.value.get("ufw") && !active.value.get("firewalld") && config.outcome !== "read" && config.outcome !== "missing") {
      return couldNotSee(unknown("denied", `${ufwConfig}: ${config.outcome}`), proof);
    }
    return { observation: judgeFirewall(active.value, ufw), evidence: proof };
  },
};
