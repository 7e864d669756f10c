import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { refuseActivity, unknownActivity } from "../refusal.ts";
import { activityWords } from "../render/clearances.ts";
import { showOf } from "../render/show.ts";
import { decideAll } from "../runChecks.ts";

export async function start(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const [activityId = ""] = command.positionals;
  return withService(context, async (service) => {
    const unknown = unknownActivity(context, service.snapshot(), activityId);
    if (unknown !== null) return unknown;
    const run = await decideAll(context, service, { progress: "bar" });
    if (!run.ok) return run.exit;
    if (!(await context.signals.commit())) return exitCodes.interrupted;
    const answer = await service.startActivity(activityId);
    if (answer.ok) {
      terminal.print([text.own("cli.start.done", { title: activityWords(showOf(context, run.snapshot), activityId).title })]);
      return exitCodes.go;
    }
    if (answer.code === "no-clearance") return refuseActivity(context, service.snapshot(), activityId);
    terminal.complain(text.own(`cli.start.${answer.code}`));
    return answer.code === "not-started" ? exitCodes.couldNotRun : exitCodes.refused;
  });
}
