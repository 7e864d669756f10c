import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, outside } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { readInterfaces } from "./linkBlocks.ts";
import { joinLinks } from "./links.ts";
import { readRegistry, registryCommands } from "./registry.ts";
import { serversOf } from "./resolverServers.ts";

/** Suffixes are separated by commas; those of `Domain` and `DhcpDomain` are single. */
function suffixes(value: string | number | undefined): readonly string[] {
  return String(value ?? "")
    .split(/[,\s]+/)
    .filter((suffix) => suffix !== "");
}

/**
 * The list of the policy, else that of the PC, else the PC's own domain; with them the suffixes of the connections.
 * https://learn.microsoft.com/troubleshoot/windows-server/networking/configure-domain-suffix-search-list-domain-name-system-clients
 */
async function searchDomains(host: Host, connectionSuffixes: readonly string[], signal: AbortSignal): Promise<readonly string[]> {
  const [policy, own] = await Promise.all([readRegistry(host, "dns-client-policy", signal), readRegistry(host, "tcpip-parameters", signal)]);
  const value = (answer: typeof own, name: string) => (answer.ok ? answer.key?.values.get(name) : undefined);
  const listed = [suffixes(value(policy, "searchlist")), suffixes(value(own, "searchlist"))].find((list) => list.length > 0);
  const all = listed ?? [...suffixes(value(own, "domain")), ...suffixes(value(own, "dhcpdomain")), ...connectionSuffixes];
  return [...new Set(all.map((domain) => outside(domain)))].slice(0, 64);
}

export const resolvers: Probe<"resolvers"> = {
  id: "windows.resolvers",
  fact: "resolvers",
  uses: registryCommands("dns-client-policy", "tcpip-parameters"),
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const block = await readInterfaces(host, signal);
    if (!block.ok) return couldNotSee(block.refusal);
    const links = joinLinks([], block.value.interfaces, []).filter(({ up }) => up);
    const servers = serversOf(links);
    const seen = evidence(
      "powershell.exe: NetworkInterface.GetIPProperties",
      servers.map(({ address, interface: name }) => `${name ?? "?"}: ${address}`),
    );
    // An interface without a server is an offline one; without any server nothing is known of who answers.
    if (servers.length === 0) return couldNotSee(unknown("offline", "no connected interface has a name server"), [seen]);
    const domains = await searchDomains(
      host,
      links.map(({ suffix }) => suffix).filter((suffix) => suffix !== ""),
      signal,
    );
    return {
      observation: known({ servers: [...servers], searchDomains: [...domains] }),
      evidence: [seen, evidence("registry: SearchList, Domain", domains)],
    };
  },
};
