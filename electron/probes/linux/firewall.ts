import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, notApplicable, type Observation, unknown } from "../../../shared/observation.ts";
import { firewallUnits as units } from "../../host/commands/linux.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, isThere } from "../common/gather.ts";
import type { Gathered, Probe } from "../probe.ts";
import { detectContainer } from "./container.ts";
import { type Defaults, readDefaults } from "./firewallDefaults.ts";
import { parseIsActive } from "./systemctlParser.ts";
import { ufwEnabled } from "./ufwFiles.ts";

type Firewall = FactValue<"firewall">;

/** Active means only that rules were loaded at start-up. Which ones, and whether they filter anything, only root can read. */
const loaders = ["nftables", "netfilter-persistent", "iptables", "shorewall", "ferm"] as const;
const ufwConfig = "/etc/ufw/ufw.conf";
const programs = ["/usr/sbin/nft", "/usr/sbin/iptables", "/usr/sbin/ufw", "/usr/sbin/firewalld", "/usr/bin/firewalld"] as const;

/**
 * firewalld is on when its service runs. ufw needs both its switch and its service: the service is "active (exited)" also when the switch is
 * off, and with the switch on but the service off rules may be loaded until the next start. nftables counts by the file that it loads. One that lets in what
 * no rule is about filters nothing.
 */
export function judgeFirewall(active: ReadonlyMap<string, boolean>, ufw: boolean | null, { inbound, letsIn }: Defaults): Observation<Firewall> {
  const runs = (unit: string) => active.get(unit) === true;
  const on = (unit: string) => runs(unit) && (unit !== "ufw" || ufw === true);
  const judged = units.filter((unit) => on(unit) && (unit === "ufw" || unit === "firewalld" || (unit === "nftables" && inbound.has(unit))));
  const services = units.map((name) => {
    const chosen = judged.includes(name) ? inbound.get(name) : undefined;
    return { name, active: on(name), scope: "all" as const, ...(chosen === undefined ? {} : { inbound: chosen }) };
  });
  const value = { services, excludedInterfaces: [], ...(letsIn === undefined ? {} : { letsIn }) };
  if (judged.some((unit) => inbound.get(unit) !== "allow")) return known({ active: true, ...value });
  const loaded = loaders.filter((unit) => runs(unit) && !judged.includes(unit));
  if (loaded.length > 0) return unknown("needs-admin", `${loaded.join(", ")} loaded rules that only root can read`);
  if (ufw === true && !runs("ufw")) return unknown("needs-admin", "ufw is switched on but its service is not active: only root can see its rules");
  return known({ active: false, ...value });
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
  uses: ["systemctl-is-active", "firewalld-zones"],
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
    const defaults = await readDefaults(host, active.value, ufw === true, signal);
    if ("refusal" in defaults) return couldNotSee(defaults.refusal, proof);
    return { observation: judgeFirewall(active.value, ufw, defaults), evidence: [...proof, ...defaults.proof] };
  },
};
