import type { Snapshot } from "../../shared/snapshot.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { oneActivity } from "./render/activity.ts";
import { showOf } from "./render/show.ts";
import { createStyle } from "./style.ts";

/** Says that the policy has no such activity; null: it has. */
export function unknownActivity({ terminal, text }: CommandContext, snapshot: Snapshot, id: string): ExitCode | null {
  const known = snapshot.policyTexts.activities.map((activity) => activity.id);
  if (known.includes(id)) return null;
  terminal.complain(text.own("cli.gate.unknown", { id, known: known.join(", ") }));
  return exitCodes.badUsage;
}

/** Says on standard error that an activity must not start now, why, and what to do. */
export function refuseActivity(context: CommandContext, snapshot: Snapshot, activityId: string): ExitCode {
  const { terminal, text } = context;
  const { decision } = snapshot;
  const clearance = decision?.clearances.find((one) => one.activityId === activityId);
  const careful = context.command.switches.has("only-go") && clearance?.light === "caution";
  terminal.complain(text.own(careful ? "cli.exec.only-go" : "cli.start.no-clearance"));
  // Standard error may be a file while standard output is a terminal.
  const show = { ...showOf(context, snapshot), style: createStyle(false) };
  if (decision && clearance) terminal.explain(oneActivity(show, clearance, decision));
  return exitCodes.refused;
}
