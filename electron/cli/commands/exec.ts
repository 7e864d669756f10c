import { handOver } from "../../host/handOver.ts";
import type { CommandContext } from "../context.ts";
import { commandsOwn, type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { refuseActivity, unknownActivity } from "../refusal.ts";
import { decideAll } from "../runChecks.ts";
import { terminalText } from "../terminalText.ts";

/** Checks, and when the activity may start hands over to the command. Prints nothing on standard output: that is the command's. */
export async function exec(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const [activityId = ""] = command.positionals;
  const [program = "", ...args] = command.passedOn;
  let permitted = false;
  const code = await withService(context, async (service) => {
    const unknown = unknownActivity(context, service.snapshot(), activityId);
    if (unknown !== null) return unknown;
    const run = await decideAll(context, service, { progress: "nothing" });
    if (!run.ok) return run.exit;
    const permit = await service.permitCommand(activityId, { onlyGo: command.switches.has("only-go") });
    permitted = permit.ok;
    return permit.ok ? exitCodes.go : refuseActivity(context, run.snapshot, activityId);
  });
  if (!permitted || context.interrupted.aborted) return code;
  context.releaseSignals();
  const ended = await handOver(program, args);
  if (ended.kind === "ended") return commandsOwn(ended.code);
  terminal.complain(text.own(`cli.exec.${ended.kind}`, { command: terminalText(program), detail: ended.detail }));
  return ended.kind === "missing" ? exitCodes.notFound : exitCodes.notExecutable;
}
