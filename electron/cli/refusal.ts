import type { Snapshot } from "../../shared/snapshot.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { refusalLines } from "./render/refusal.ts";
import { showOf } from "./render/show.ts";
import { createStyle } from "./style.ts";
import { terminalText } from "./terminalText.ts";

/** Says that the policy has no such activity; null: it has. */
export function unknownActivity({ terminal, text }: CommandContext, snapshot: Snapshot, id: string): ExitCode | null {
  const known = snapshot.policyTexts.activities.map((activity) => activity.id);
  if (known.includes(id)) return null;
  terminal.complain(text.own("cli.gate.unknown", { id, known: known.join(", ") }));
  return exitCodes.badUsage;
}

/** The command line that tells everything about an activity, under the policy that was asked for. */
function wholeStory({ command }: CommandContext, activityId: string): string {
  const policy = command.values.get("policy")?.[0];
  const quoted = policy === undefined || /^[\w./-]+$/.test(policy) ? policy : `"${terminalText(policy)}"`;
  return `preflight gate --activity ${activityId}${quoted === undefined ? "" : ` --policy ${quoted}`}`;
}

/** Says on standard error that an activity must not start now, why, and what to do first. */
export function refuseActivity(context: CommandContext, snapshot: Snapshot, activityId: string): ExitCode {
  const { terminal, text } = context;
  const { decision } = snapshot;
  const clearance = decision?.clearances.find((one) => one.activityId === activityId);
  const careful = context.command.switches.has("only-go") && clearance?.light === "caution";
  if (!careful && clearance?.light !== "stop") {
    // It might have started by what was seen; then the policy, an answer or the network became another one.
    terminal.complain(text.own("cli.refusal.changed"));
    return exitCodes.refused;
  }
  terminal.complain(text.own(careful ? "cli.exec.only-go" : "cli.start.no-clearance"));
  // Standard error may be a file while standard output is a terminal.
  const show = { ...showOf(context, snapshot), style: createStyle(false) };
  if (decision && clearance) terminal.explain(refusalLines(show, decision, clearance, wholeStory(context, activityId)));
  return exitCodes.refused;
}
