import type { Decision } from "../../../shared/decision.ts";
import { questionsIn, worstFirst } from "../../../shared/findingOrder.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodeOfLight, exitCodes } from "../exitCodes.ts";
import { labelled } from "../layout.ts";
import { withService } from "../openService.ts";
import { oneActivity } from "../render/activity.ts";
import { integrityLines } from "../render/checkResult.ts";
import { clearanceTable } from "../render/clearances.ts";
import { findingBlock } from "../render/finding.ts";
import { lightLines } from "../render/light.ts";
import { type Show, showOf, timeOf } from "../render/show.ts";
import { decideAll } from "../runChecks.ts";
import { terminalJson } from "../terminalText.ts";

function allActivities(show: Show, decision: Decision): readonly string[] {
  const { text, snapshot, style, columns } = show;
  const blocking = worstFirst(snapshot.findings, questionsIn(snapshot.checks)).filter(({ outcome }) => outcome === "block");
  return [
    ...lightLines(show, snapshot.findings, decision),
    ...integrityLines(show, decision),
    "",
    style.bold(text.own("cli.heading.activities")),
    ...clearanceTable(show, decision.clearances),
    ...blocking.flatMap((finding) => ["", ...findingBlock(show, finding, false)]),
    "",
    ...labelled([[text.own("cli.label.validity"), text.own("cli.until.validity", { time: timeOf(show, decision.validUntil) })]], 2, columns),
  ];
}

export async function gate(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const json = command.switches.has("json");
  const activity = command.values.get("activity")?.[0];
  return withService(context, async (service) => {
    const known = service.snapshot().policyTexts.activities.map(({ id }) => id);
    if (activity !== undefined && !known.includes(activity)) {
      terminal.complain(text.own("cli.gate.unknown", { id: activity, known: known.join(", ") }));
      return exitCodes.badUsage;
    }
    const run = await decideAll(context, service, { progress: json ? "nothing" : "bar" });
    if (!run.ok) return run.exit;
    const { decision, snapshot } = run;
    const one = decision.clearances.find(({ activityId }) => activityId === activity);
    if (activity !== undefined && one === undefined) {
      terminal.complain(text.own("cli.no-decision", { detail: `no clearance for ${activity}` }));
      return exitCodes.couldNotRun;
    }
    const show = showOf(context, snapshot);
    if (json) {
      const clearances = one ? [one] : decision.clearances;
      terminal.write(`${terminalJson({ schema: "preflight-gate/1", light: (one ?? decision).light, clearances, integrity: decision.integrity })}\n`);
    } else {
      terminal.print(one ? oneActivity(show, one, decision) : allActivities(show, decision));
    }
    return exitCodeOfLight((one ?? decision).light);
  });
}
