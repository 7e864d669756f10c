import { clockCorrectionMs } from "../../../shared/clockCorrection.ts";
import type { Clearance } from "../../../shared/decision.ts";
import type { Core } from "../core.ts";
import type { State } from "../stateStore.ts";

/**
 * The clearance under which this activity may start at this moment, or null. Live is the last run's own decision alone: not while one is under way,
 * not after its end by the PC's clock, and not when the two clocks disagree: one was set, or the PC slept and nobody has looked since.
 * @param clock of the state as it was just read
 */
export function liveClearance(core: Pick<Core, "model" | "isRunning" | "judgedForMs">, activityId: string, clock: State["clock"]): Clearance | null {
  const { judgment, loaded, phase } = core.model();
  if (core.isRunning() || judgment === null || phase.kind !== "finished" || loaded.refusal !== null) return null;
  const clearance = judgment.decision.clearances.find((one) => one.activityId === activityId);
  if (clearance === undefined || clearance.light === "stop") return null;
  const end = Date.parse(clearance.validUntil);
  const decidedAt = judgment.input.now.getTime();
  const now = clock.host().getTime();
  const passed = core.judgedForMs();
  // Of two clocks the one that says "later" counts. The steady one stands still while the PC sleeps, the other can be set.
  if (now >= end || decidedAt + passed >= end) return null;
  // The steady clock alone already ends a clearance in time while the PC is awake.
  if (Math.abs(now - decidedAt - passed) > clockCorrectionMs) return null;
  if (clock.issue !== null && !judgment.decision.integrity.some(({ kind }) => kind === "clock-went-back")) return null;
  return clearance;
}
