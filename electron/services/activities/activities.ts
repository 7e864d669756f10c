import type { CheckId } from "../../../shared/checks/verdict.ts";
import type { CallOutput } from "../../../shared/ipc/contract.ts";
import type { Core } from "../core.ts";

export interface Activities {
  /** Starts the launch target of an activity, under a live clearance alone. */
  startActivity(activityId: string): Promise<CallOutput<"activities.start">>;
  /** Opens the place where a finding is put right. */
  openRemedy(checkId: CheckId): Promise<CallOutput<"remedies.open">>;
}

export function activitiesOf(_core: Core): Activities {
  return {
    startActivity: async () => ({ ok: false, code: "no-target" }),
    openRemedy: async () => ({ ok: false, code: "nothing-to-open" }),
  };
}
