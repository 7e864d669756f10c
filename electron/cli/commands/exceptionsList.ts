import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { exceptionsTable } from "../render/exceptions.ts";
import { showOf } from "../render/show.ts";
import { terminalJson } from "../terminalText.ts";

export async function exceptionsList(context: CommandContext): Promise<ExitCode> {
  const { command, terminal } = context;
  return withService(context, async (service) => {
    const snapshot = service.snapshot();
    if (command.switches.has("json")) terminal.write(`${terminalJson(snapshot.exceptions)}\n`);
    else terminal.print(exceptionsTable(showOf(context, snapshot)));
    return exitCodes.go;
  });
}
