import { assertNever } from "../../../shared/assertNever.ts";
import { handOver } from "../../host/handOver.ts";
import type { CommandContext } from "../context.ts";
import { commandsOwn, type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { refuseActivity, unknownActivity } from "../refusal.ts";
import { decideAll } from "../runChecks.ts";
import { terminalText } from "../terminalText.ts";

/** Node reads the bytes of an argument as UTF-8 and puts this in the place of what is none: the command would get another argument. */
const altered = "\ufffd";

/** Checks, and when the activity may start hands over to the command. Prints nothing on standard output: that is the command's. */
export async function exec(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const [activityId = ""] = command.positionals;
  const [program = "", ...args] = command.passedOn;
  const spoilt = command.passedOn.findIndex((argument) => argument.includes(altered));
  if (spoilt !== -1) {
    terminal.complain(text.own("cli.exec.not-utf8", { number: spoilt + 1 }));
    return exitCodes.badUsage;
  }
  let permitted = false;
  const code = await withService(context, async (service) => {
    const unknown = unknownActivity(context, service.snapshot(), activityId);
    if (unknown !== null) return unknown;
    const run = await decideAll(context, service, { progress: "nothing" });
    if (!run.ok) return run.exit;
    const permit = await service.permitCommand(activityId, { onlyGo: command.switches.has("only-go") });
    permitted = permit.ok;
    return permit.ok ? exitCodes.go : refuseActivity(context, service.snapshot(), activityId);
  });
  if (!permitted) return code;
  const ended = await handOver(program, args, context.signals);
  switch (ended.kind) {
    case "ended":
      return commandsOwn(ended.code);
    // That it was interrupted is said by whoever called us, for every command alike.
    case "interrupted":
      return exitCodes.interrupted;
    case "missing":
    case "denied":
      terminal.complain(text.own(`cli.exec.${ended.kind}`, { command: terminalText(program), detail: ended.detail }));
      return ended.kind === "missing" ? exitCodes.notFound : exitCodes.notExecutable;
    default:
      return assertNever(ended);
  }
}
