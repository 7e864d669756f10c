import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { exceptionsTable } from "../render/exceptions.ts";
import { requestsTable } from "../render/requests.ts";
import { showOf } from "../render/show.ts";
import { terminalJson } from "../terminalText.ts";

export async function exceptionsList(context: CommandContext): Promise<ExitCode> {
  const { command, terminal } = context;
  return withService(context, async (service) => {
    const snapshot = service.snapshot();
    const pending = command.switches.has("pending");
    const standing = snapshot.exceptions.map((exception) => ({ ...exception, ...snapshot.standings[exception.id] }));
    if (command.switches.has("json")) terminal.write(`${terminalJson(pending ? snapshot.requests : standing)}\n`);
    else {
      const show = showOf(context, snapshot);
      const waiting = requestsTable(show);
      const table = pending ? [] : exceptionsTable(show);
      terminal.print([...waiting, ...(waiting.length > 0 && table.length > 0 ? [""] : []), ...table]);
      if (pending && waiting.length === 0) terminal.print([context.text.own("cli.request.none")]);
    }
    return exitCodes.go;
  });
}
