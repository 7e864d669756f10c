import type { Declaration } from "../../shared/declarations.ts";
import type { Policy } from "../../shared/policy/schema.ts";
import type { Snapshot } from "../../shared/snapshot.ts";
import type { Check } from "../checks/check.ts";
import { evaluateCheck } from "../checks/decide.ts";
import { liveChecks } from "./liveChecks.ts";

const nowhere = { facts: {}, networkId: null, logIn: { id: null, bootedAt: null } };

/** The worth of each answer that holds in any place, from the check that counts it, so that no door has a view of its own. Pure. */
export function answersOf(checks: readonly Check[], policy: Policy, declarations: readonly Declaration[], now: Date): Snapshot["answers"] {
  return liveChecks(checks, policy)
    .filter(({ kind, holdsHere }) => kind === "declared" && !holdsHere)
    .map((check) => {
      const { status, message } = evaluateCheck(check, { ...nowhere, policy, declarations, now });
      return { checkId: check.id, counts: status === "pass", message };
    });
}
