import type { Evidence } from "../../../shared/facts/catalogue.ts";
import type { LinkKind, RouteLeg } from "../../../shared/facts/network.ts";
import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { evidence, outside, type Refusal } from "../common/gather.ts";
import { askWays, describeWay, legsOf, unansweredWay, type Way } from "../common/legs.ts";
import type { ProbeContext } from "../probe.ts";
import { isPhysical } from "./adapterKind.ts";
import { realGateways } from "./gatewayAddresses.ts";
import { describeLinks, kindByName, readLinks, type WindowsLink } from "./links.ts";

export interface WindowsPaths {
  readonly legs: readonly RouteLeg[];
  readonly links: readonly WindowsLink[];
  /** The physical link below any tunnel. */
  readonly underlay: { readonly interface: string; readonly kind: LinkKind } | null;
  readonly evidence: readonly Evidence[];
  /** A question to the kernel without an answer, or a source that would have told what carries traffic and did not. */
  readonly refusal: Refusal | undefined;
  /** All sources answered and yet what carries this address is not recognised. */
  readonly unrecognised: Refusal | undefined;
}

/** Node lists only interfaces with a carrier; Windows itself knows the others, so an address without a name is looked up among all. */
function named(way: Way, links: readonly WindowsLink[]): Way {
  const { answer } = way;
  if (answer.outcome !== "routed" || answer.interface !== null) return way;
  const holders = links.filter(({ addresses, name }) => name !== "" && addresses.includes(answer.localAddress));
  return { ...way, answer: { ...answer, interface: holders.length === 1 ? (holders[0]?.name ?? null) : null } };
}

/** Windows prefers the faster link (automatic metric): a cable before Wi-Fi before a mobile network. https://learn.microsoft.com/troubleshoot/windows-server/networking/automatic-metric-for-ipv4-routes */
const preference: readonly LinkKind[] = ["cable", "wifi", "tether", "cellular", "unrecognised", "virtual"];

/** The link with a router below any tunnel: the one that carries traffic directly, else the one that Windows prefers. */
export function underlayOf(legs: readonly RouteLeg[], links: readonly WindowsLink[]): WindowsLink | undefined {
  const candidates = links.filter(
    ({ kind, up, gateways }) => kind !== "tunnel" && kind !== "clear-tunnel" && up && realGateways(gateways).length > 0,
  );
  const carrying = legs.find(({ target, via }) => target === "internet" && via !== null && isPhysical(via.kind))?.via?.interface;
  return (
    links.find(({ name, kind }) => outside(name) === carrying && isPhysical(kind)) ??
    [...candidates].sort((a, b) => preference.indexOf(a.kind) - preference.indexOf(b.kind))[0]
  );
}

/**
 * Which way traffic leaves, for the internet and for the company's addresses, and what kind of link that is. The kernel is asked for the way;
 * what kind of link it is comes from the one PowerShell of the run.
 */
export async function tracePaths(host: Host, context: ProbeContext, signal: AbortSignal): Promise<WindowsPaths> {
  const [asked, { links, refusal }] = await Promise.all([askWays(host, context), readLinks(host, signal)]);
  const ways = asked.map((way) => named(way, links));
  const kindOf = kindByName(links);
  const legs = legsOf(ways, kindOf);
  const failed = unansweredWay(ways);
  const dark = legs.find(({ via }) => via?.kind === "unrecognised");
  const below = underlayOf(legs, links);
  return {
    legs,
    links,
    underlay: below ? { interface: outside(below.name), kind: below.kind } : null,
    evidence: [
      evidence(
        "connect(2) of a UDP socket, nothing sent",
        ways.map((way) => describeWay(way, kindOf)),
      ),
      describeLinks(links),
    ],
    refusal:
      failed !== undefined
        ? unknown("failed", `egress ${failed}`)
        : dark !== undefined || (below === undefined && legs.some(({ via }) => via !== null))
          ? refusal
          : undefined,
    unrecognised: dark && unknown("unparsed", `what carries ${dark.address} is not recognised`),
  };
}
