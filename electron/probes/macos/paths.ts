import type { Evidence } from "../../../shared/facts/catalogue.ts";
import type { LinkKind, RouteLeg } from "../../../shared/facts/network.ts";
import type { EgressResult, Host, InterfaceAddress } from "../../host/host.ts";
import { evidence, outside, type Refusal } from "../common/gather.ts";
import { internetTargets } from "../common/internetTargets.ts";
import type { ProbeContext } from "../probe.ts";
import { type ClassifiedLink, classifyLink, hasOwnAddress, isLinkLocal, isPhysical } from "./linkKinds.ts";
import { pppIsTunnel, readNetworkSettings } from "./networkSettings.ts";
import { readNetworkPorts } from "./readNetworkPorts.ts";
import { parseRoutingTable } from "./routingTableParser.ts";

export interface Paths {
  readonly legs: readonly RouteLeg[];
  /** The physical link below any tunnel; null when none carries a default route. */
  readonly underlay: { readonly interface: string; readonly kind: LinkKind } | null;
  /** Tunnel interfaces with an address of their own. */
  readonly tunnels: readonly ClassifiedLink[];
  readonly interfaces: readonly InterfaceAddress[];
  readonly kindOf: (name: string | null) => LinkKind;
  readonly evidence: readonly Evidence[];
  /** The first question that the kernel did not answer. */
  readonly failed: string | undefined;
  /** Why the network ports could not be read. */
  readonly refusal: Refusal | undefined;
}

interface Links {
  readonly classify: (name: string) => ClassifiedLink;
  readonly source: string;
  readonly refusal: Refusal | undefined;
}

async function readLinks(host: Host, signal: AbortSignal): Promise<Links> {
  const [answer, settings] = await Promise.all([readNetworkPorts(host, signal), readNetworkSettings(host)]);
  const ppp = settings.outcome === "read" ? pppIsTunnel(settings.value) : null;
  const ports = "ports" in answer ? answer.ports : null;
  return {
    classify: (name) => classifyLink(name, ports, ppp),
    source: "source" in answer ? answer.source : "network ports",
    refusal: "refusal" in answer ? answer.refusal : undefined,
  };
}

function kindsOf({ classify }: Links): (name: string | null) => LinkKind {
  return (name) => (name === null ? "unrecognised" : classify(name).kind);
}

/** What kind of link an interface is, for those who learn an interface's name in another way (a TLS connection). */
export async function macosKindOfInterface(host: Host, _context: ProbeContext, signal: AbortSignal): Promise<(name: string | null) => LinkKind> {
  return kindsOf(await readLinks(host, signal));
}

/**
 * The physical link that a tunnel's packets leave by: the routing table's first router on a physical port, else the one physical port that has
 * an address.
 */
async function underlayBelow(host: Host, links: Links, interfaces: readonly InterfaceAddress[], signal: AbortSignal): Promise<ClassifiedLink | null> {
  const result = await host.run("netstat-rn", signal);
  const table = result.outcome === "exited" && result.code === 0 ? parseRoutingTable(result.stdout) : undefined;
  if (table?.ok) {
    const routes = [...table.value.defaults].sort((a, b) => Number(a.scoped) - Number(b.scoped));
    const found = routes.map((route) => links.classify(route.interface)).find(({ kind }) => isPhysical(kind));
    if (found) return found;
  }
  const names = [...new Set(interfaces.map((entry) => entry.interface))].filter((name) => hasOwnAddress(name, interfaces));
  const candidates = names.map(links.classify).filter(({ kind }) => isPhysical(kind));
  return candidates.length === 1 ? (candidates[0] ?? null) : null;
}

function describe(answer: EgressResult, kind: LinkKind): string {
  switch (answer.outcome) {
    case "routed":
      return `${answer.interface ?? "?"} (${kind}), from ${answer.localAddress}`;
    case "no-route":
      return "no route";
    case "failed":
      return answer.detail;
  }
}

/**
 * Which way traffic leaves, for the internet and for the company's addresses. Asks the kernel itself, because the default route misleads: some
 * VPNs leave it where it was and lay eight shorter prefixes over it. A way from a link-local address is no way: macOS's own tunnels have no other,
 * and a network may announce a router for IPv6 without handing out addresses.
 */
export async function tracePaths(host: Host, context: ProbeContext, signal: AbortSignal): Promise<Paths> {
  const targets = [
    ...internetTargets.map((question) => ({ ...question, target: "internet" as const })),
    ...context.companyAddresses
      .slice(0, 16)
      .map((address) => ({ address, family: address.includes(":") ? (6 as const) : (4 as const), target: "company" as const })),
  ];
  const [answers, links] = await Promise.all([
    Promise.all(targets.map(async (question) => ({ ...question, answer: await host.egress(question.address, question.family) }))),
    readLinks(host, signal),
  ]);
  const interfaces = host.interfaces();
  const kindOf = kindsOf(links);
  const ways = answers.map((question) => {
    const { answer } = question;
    const name = answer.outcome === "routed" ? answer.interface : null;
    return { ...question, kind: kindOf(name), routed: answer.outcome === "routed" && !isLinkLocal(answer.localAddress), name };
  });
  const legs = ways.flatMap(({ target, address, family, answer, kind, routed, name }): RouteLeg[] =>
    answer.outcome === "failed"
      ? []
      : [{ target, address: outside(address), family, via: routed ? { interface: outside(name ?? "?"), kind } : null }],
  );
  const names = [...new Set(interfaces.map((entry) => entry.interface))];
  const internetWays = ways.filter(({ target, routed }) => target === "internet" && routed);
  const direct = internetWays.find(({ kind }) => isPhysical(kind));
  const below =
    typeof direct?.name === "string"
      ? links.classify(direct.name)
      : internetWays.length > 0
        ? await underlayBelow(host, links, interfaces, signal)
        : null;
  const tunnels = names.map(links.classify).filter(({ name, kind }) => kind === "tunnel" && hasOwnAddress(name, interfaces));
  const unanswered = answers.flatMap(({ address, answer }) => (answer.outcome === "failed" ? [`${address}: ${answer.detail}`] : []));
  return {
    legs,
    underlay: below === null ? null : { interface: outside(below.name), kind: below.kind },
    tunnels,
    interfaces,
    kindOf,
    evidence: [
      evidence(
        "connect(2) of a UDP socket, nothing sent",
        ways.map(
          ({ target, address, answer, kind, routed }) =>
            `${target} ${address}: ${describe(answer, kind)}${answer.outcome === "routed" && !routed ? ", which reaches nothing behind the next router" : ""}`,
        ),
      ),
      evidence(
        links.source,
        names
          .filter((name) => hasOwnAddress(name, interfaces))
          .map(links.classify)
          .map(({ name, kind, because }) => `${name}: ${kind} (${because})`),
      ),
    ],
    failed: unanswered[0],
    refusal: links.refusal,
  };
}
