import type { LinkKind, RouteLeg } from "../../../shared/facts/network.ts";
import type { EgressResult, Host } from "../../host/host.ts";
import type { ProbeContext } from "../probe.ts";
import { outside } from "./gather.ts";
import { internetTargets } from "./internetTargets.ts";

/** A question to the kernel "which way would traffic to this address leave?" and its answer. */
export interface Way {
  readonly target: RouteLeg["target"];
  readonly address: string;
  readonly family: 4 | 6;
  readonly answer: EgressResult;
}

/** Asks for the internet and for the company's addresses (up to 16). Nothing is sent. */
export async function askWays(host: Host, context: ProbeContext): Promise<readonly Way[]> {
  const company = context.companyAddresses.slice(0, 16).map((address) => ({
    target: "company" as const,
    address,
    family: address.includes(":") ? (6 as const) : (4 as const),
  }));
  const targets = [...internetTargets.map((question) => ({ target: "internet" as const, ...question })), ...company];
  return Promise.all(targets.map(async (question) => ({ ...question, answer: await host.egress(question.address, question.family) })));
}

/** The answers as legs of the route; a question that was not answered makes no leg (see `unansweredWay`). `kindOf` is asked with null for an interface without a name. */
export function legsOf(ways: readonly Way[], kindOf: (name: string | null) => LinkKind): readonly RouteLeg[] {
  return ways.flatMap(({ target, address, family, answer }): RouteLeg[] => {
    if (answer.outcome === "failed") return [];
    const via = answer.outcome === "no-route" ? null : { interface: outside(answer.interface ?? "?"), kind: kindOf(answer.interface) };
    return [{ target, address: outside(address), family, via }];
  });
}

/** The first question that the kernel did not answer: nothing may be concluded from the other legs then. */
export function unansweredWay(ways: readonly Way[]): string | undefined {
  return ways.flatMap(({ address, answer }) => (answer.outcome === "failed" ? [`${address}: ${answer.detail}`] : []))[0];
}

/** One line for the evidence. */
export function describeWay({ target, address, answer }: Way, kindOf: (name: string | null) => LinkKind): string {
  switch (answer.outcome) {
    case "routed":
      return `${target} ${address}: ${answer.interface ?? "?"} (${kindOf(answer.interface)}), from ${answer.localAddress}`;
    case "no-route":
      return `${target} ${address}: no route`;
    case "failed":
      return `${target} ${address}: ${answer.detail}`;
  }
}
