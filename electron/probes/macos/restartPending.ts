import { notApplicable } from "../../../shared/observation.ts";
import { evidence } from "../common/gather.ts";
import type { Probe } from "../probe.ts";

/**
 * macOS has no state "installed, waiting for a restart": an update of the system is put in place during the restart that it needs, and until then
 * it is an update that waits (`pending-updates`).
 */
export const restartPending: Probe<"restart-pending"> = {
  id: "macos.restart-pending",
  fact: "restart-pending",
  uses: [],
  validForMs: 86_400_000,
  collect: async () => ({ observation: notApplicable("os"), evidence: [evidence("macOS", "updates are put in place during the restart itself")] }),
};
