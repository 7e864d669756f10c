import { assertNever } from "../../../shared/assertNever.ts";
import type { Decision } from "../../../shared/decision.ts";
import type { Snapshot } from "../../../shared/snapshot.ts";
import type { ConnectionState } from "../../app/connection.ts";

/** What the signal may show. Only "decided" lights a lamp: everything else is dark and says why. */
export type ShownLight =
  | { readonly kind: "lost" | "idle" | "cancelled" | "failed" | "expired" }
  | { readonly kind: "checking"; readonly done: number; readonly total: number }
  | { readonly kind: "decided"; readonly decision: Decision };

export interface Shown {
  readonly snapshot: Snapshot;
  readonly connection: ConnectionState;
  readonly expired: boolean;
}

/** A light is current only when the connection lives, no run is under way, and its validity has not passed. */
export function shownLight({ snapshot, connection, expired }: Shown): ShownLight {
  if (connection === "lost") return { kind: "lost" };
  const { phase, decision } = snapshot;
  switch (phase.kind) {
    case "running":
      return { kind: "checking", done: phase.done, total: phase.total };
    case "failed":
    case "cancelled":
      return { kind: phase.kind };
    case "idle":
    case "finished":
      if (decision === null) return { kind: "idle" };
      return expired ? { kind: "expired" } : { kind: "decided", decision };
    default:
      return assertNever(phase);
  }
}
