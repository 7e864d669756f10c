import type { FactValue } from "../../../shared/facts/catalogue.ts";
import type { LinkKind } from "../../../shared/facts/network.ts";
import { known, notApplicable } from "../../../shared/observation.ts";
import type { Platform } from "../../../shared/platform.ts";
import type { CommandId } from "../../host/commands.ts";
import type { Host, TlsResult } from "../../host/host.ts";
import type { Probe, ProbeContext } from "../probe.ts";
import { evidence } from "./gather.ts";

/** Says of an interface name what kind of link it is; of null (the OS did not name it) "unrecognised". One question to the OS for all names. */
export type KindOf = (host: Host, context: ProbeContext, signal: AbortSignal) => Promise<(name: string | null) => LinkKind>;

type Endpoint = FactValue<"office-proof">["endpoints"][number];

const mostEndpoints = 8;
const wayOf: Readonly<Record<LinkKind, Endpoint["via"]>> = {
  cable: "direct",
  wifi: "direct",
  cellular: "direct",
  tether: "direct",
  tunnel: "tunnel",
  // It may lead to the office in the clear, from anywhere.
  "clear-tunnel": "unrecognised",
  virtual: "unrecognised",
  unrecognised: "unrecognised",
};

/** What one answer proves. A server that did not answer went no way at all. */
function endpointOf({ host, port, pins }: ProbeContext["office"][number], answer: TlsResult, kind: (name: string | null) => LinkKind): Endpoint {
  if (answer.outcome !== "answered") return { host, port, outcome: "unreachable", via: "unrecognised" };
  const outcome = pins.includes(answer.pin) ? "proved" : "other-certificate";
  return { host, port, outcome, via: answer.interface === null ? "unrecognised" : wayOf[kind(answer.interface)] };
}

function seen(answer: TlsResult): string {
  return answer.outcome === "answered"
    ? `${answer.pin} over ${answer.interface ?? "?"} (${answer.localAddress})`
    : `${answer.outcome}: ${answer.detail}`;
}

/**
 * Is this the office? Asks the inside servers that the policy names for their certificate, side by side, and compares the key with the pins.
 * Only an answer that came over a link of this PC, not through a tunnel, proves anything about the network here.
 * `uses`: the commands that `kindOf` runs.
 */
export function officeProof(platform: Platform, kindOf: KindOf, uses: readonly CommandId[] = []): Probe<"office-proof"> {
  return {
    id: `${platform}.office-proof`,
    fact: "office-proof",
    uses,
    validForMs: 900_000,
    async collect(host, context, signal) {
      const asked = context.office.slice(0, mostEndpoints);
      if (asked.length === 0) return { observation: notApplicable("policy"), evidence: [] };
      const answers = await Promise.all(asked.map(async (entry) => ({ entry, answer: await host.tlsPeer(entry.host, entry.port, signal) })));
      // Which link it was matters only for an answer.
      const kind: (name: string | null) => LinkKind = answers.some(({ answer }) => answer.outcome === "answered")
        ? await kindOf(host, context, signal)
        : () => "unrecognised";
      return {
        observation: known({ endpoints: answers.map(({ entry, answer }) => endpointOf(entry, answer, kind)) }),
        evidence: answers.map(({ entry, answer }) => evidence(`TLS ${entry.host}:${entry.port}`, seen(answer))),
      };
    },
  };
}
