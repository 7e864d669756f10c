import type { egresses, RouteLeg } from "../../../shared/facts/network.ts";

export type Egress = (typeof egresses)[number];

/** A part without a route does not leak: it is left out. "mixed" is some through a tunnel and some not. */
export function egressOf(legs: readonly RouteLeg[]): Egress {
  const ways = new Set(legs.flatMap(({ via }) => (via === null ? [] : ([via.kind === "tunnel" ? "tunnel" : "direct"] as const))));
  if (ways.size > 1) return "mixed";
  return [...ways][0] ?? "none";
}
