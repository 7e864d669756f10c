import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";

export async function exceptionsRevoke(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const id = (command.positionals[0] ?? "").slice(0, 64);
  return withService(context, async (service) => {
    const outcome = await service.revokeException(id);
    if (outcome.ok) {
      terminal.print([text.own("cli.exceptions.revoked.done", { id })]);
      return exitCodes.go;
    }
    terminal.complain(text.own(`cli.revoke.${outcome.code}`, { id }));
    return outcome.code === "state-unwritable" ? exitCodes.couldNotRun : exitCodes.stop;
  });
}
