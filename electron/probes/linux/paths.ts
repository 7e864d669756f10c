import type { Evidence } from "../../../shared/facts/catalogue.ts";
import type { LinkKind, RouteLeg } from "../../../shared/facts/network.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, evidence, outside, type Refusal } from "../common/gather.ts";
import { askWays, describeWay, legsOf, unansweredWay } from "../common/legs.ts";
import type { ProbeContext } from "../probe.ts";
import { type Link, parseIpLink } from "./ipLinkParser.ts";
import { type ClassifiedLink, classifyLink, isPhysical, type LinkContext } from "./linkKinds.ts";
import { type DefaultRoute, parseRoutes4, parseRoutes6 } from "./routesParser.ts";

export interface Paths {
  readonly legs: readonly RouteLeg[];
  readonly links: readonly Link[] | null;
  /** Why `links` is null. */
  readonly linksRefusal: Refusal | undefined;
  /** The kinds of all interfaces that are up, and of those that carry a leg. */
  readonly kinds: readonly ClassifiedLink[];
  readonly underlay: { readonly interface: string; readonly kind: ClassifiedLink["kind"] } | null;
  /** Best first, IPv4 before IPv6. */
  readonly defaults: readonly DefaultRoute[];
  readonly evidence: readonly Evidence[];
  /** A question that the kernel did not answer: nothing may be concluded from the other legs then. */
  readonly failed: string | undefined;
}

async function readDefaultRoutes(host: Host): Promise<readonly DefaultRoute[]> {
  const [v4, v6] = await Promise.all([host.readFile("/proc/net/route"), host.readFile("/proc/net/ipv6_route")]);
  const byMetric = (a: DefaultRoute, b: DefaultRoute) => a.metric - b.metric;
  return [
    ...(v4.outcome === "read" ? [...parseRoutes4(v4.bytes)].sort(byMetric) : []),
    ...(v6.outcome === "read" ? [...parseRoutes6(v6.bytes)].sort(byMetric) : []),
  ];
}

async function readLinks(host: Host, signal: AbortSignal): Promise<Pick<Paths, "links" | "linksRefusal">> {
  const result = await host.run("ip-link", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { links: null, linksRefusal: refusal };
  const links = parseIpLink(result.stdout);
  if (result.code === 0 && links.ok) return { links: links.value, linksRefusal: undefined };
  return {
    links: null,
    linksRefusal: { kind: "unknown", reason: "unparsed", detail: links.ok ? complaint(result) : links.detail },
  };
}

/** What kind of link an interface is, for those who learn an interface's name in another way (a TLS connection). */
export async function linuxKindOfInterface(host: Host, context: ProbeContext, signal: AbortSignal): Promise<(name: string | null) => LinkKind> {
  const { kinds } = await tracePaths(host, context, signal);
  return (name) => kinds.find((link) => link.name === name)?.kind ?? "unrecognised";
}

/**
 * Which way traffic leaves, for the internet and for the company's addresses, and what kind of link that is. Asks the kernel itself: the
 * default route of the main table is wrong with wg-quick, Tailscale and every other design with policy rules.
 */
export async function tracePaths(host: Host, context: ProbeContext, signal: AbortSignal): Promise<Paths> {
  const [ways, routes, { links, linksRefusal }] = await Promise.all([askWays(host, context), readDefaultRoutes(host), readLinks(host, signal)]);
  const upNames = links?.filter(({ up, loopback }) => up && !loopback).map(({ name }) => name) ?? [];
  const carrying = ways.flatMap(({ answer }) => (answer.outcome === "routed" && answer.interface ? [answer.interface] : []));
  const names = [...new Set([...upNames, ...carrying, ...routes.map((route) => route.interface)])];
  const addressesOf = (name: string) =>
    ways.flatMap(({ answer }) => (answer.outcome === "routed" && answer.interface === name ? [answer.localAddress] : []));
  const classifyAll = (overAnotherNetwork: boolean, which: readonly string[]) => {
    const linkContext: LinkContext = { links, overAnotherNetwork, addressesOf };
    return Promise.all(which.map((name) => classifyLink(host, name, linkContext)));
  };
  const withDefault = await classifyAll(false, [...new Set(routes.map((route) => route.interface))]);
  const below = withDefault.find(({ kind }) => isPhysical(kind));
  const kinds = await classifyAll(below !== undefined, names);
  const kindOf = (name: string | null) => kinds.find((link) => link.name === name)?.kind ?? "unrecognised";
  // Where the internet leaves by a physical link, that is the one. Its route may be in another table than the main one, or policy rules may prefer it.
  const outward = ways.flatMap(({ target, answer }) => (target === "internet" && answer.outcome === "routed" ? [answer.interface] : []));
  const underlay = outward.flatMap((name) => kinds.filter((link) => link.name === name && isPhysical(link.kind)))[0] ?? below;
  return {
    legs: legsOf(ways, kindOf),
    links,
    linksRefusal,
    kinds,
    defaults: routes,
    underlay: underlay ? { interface: outside(underlay.name), kind: underlay.kind } : null,
    evidence: [
      evidence(
        "connect(2) of a UDP socket, nothing sent",
        ways.map((way) => describeWay(way, kindOf)),
      ),
      evidence(
        `${commandLine("ip-link")}; /sys/class/net`,
        kinds.map(({ name, kind, because }) => `${name}: ${kind} (${because})`),
      ),
      evidence(
        "/proc/net/route, /proc/net/ipv6_route",
        routes.map((route) => `default: ${route.interface}, metric ${route.metric}`),
      ),
    ],
    failed: unansweredWay(ways),
  };
}
