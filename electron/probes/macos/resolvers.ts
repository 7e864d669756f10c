import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { known, unknown } from "../../../shared/observation.ts";
import { decodeUtf8 } from "../../host/decode.ts";
import { couldNotSee, evidence, fileRefusal, notParsed, outside, type Parsed, parsed } from "../common/gather.ts";
import type { Probe } from "../probe.ts";

export const resolverFile = "/etc/resolv.conf";

const address = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*)(?:%([a-z][a-z0-9]{1,15}))?$/i;

/** resolv.conf(5) as macOS writes it: the servers and search domains of the service that comes first. */
export function parseResolvConf(bytes: Uint8Array): Parsed<FactValue<"resolvers">> {
  const lines = decodeUtf8(bytes)
    .split("\n")
    .map((line) => line.trim().split(/[\t ]+/));
  const servers = lines.flatMap(([word, server = ""]) => {
    const match = word === "nameserver" ? address.exec(server) : null;
    return match === null ? [] : [{ address: outside(server), interface: match[1] ?? null }];
  });
  const named = lines.filter(([word]) => word === "search" || word === "domain").at(-1) ?? [];
  if (servers.length === 0) return notParsed(`${resolverFile}: no name server`);
  return parsed({ servers: servers.slice(0, 64), searchDomains: named.slice(1, 65).map(outside) });
}

/** macOS keeps this file for old programs. It leads to a file that is not there while no network is in use. */
export const resolvers: Probe<"resolvers"> = {
  id: "macos.resolvers",
  fact: "resolvers",
  uses: [],
  validForMs: 900_000,
  async collect(host) {
    const file = await host.readFile(resolverFile);
    if (file.outcome === "missing") return couldNotSee(unknown("offline", `${resolverFile}: missing`));
    if (file.outcome !== "read") return couldNotSee(fileRefusal(resolverFile, file) ?? unknown("failed", resolverFile));
    const found = parseResolvConf(file.bytes);
    if (!found.ok) return couldNotSee(unknown("unparsed", found.detail));
    const { servers, searchDomains } = found.value;
    return {
      observation: known(found.value),
      evidence: [
        evidence(resolverFile, [...servers.map((server) => `nameserver ${server.address}`), ...searchDomains.map((domain) => `search ${domain}`)]),
      ],
    };
  },
};
