import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";

export async function networksForget(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const id = (command.positionals[0] ?? "").slice(0, 64);
  return withService(context, async (service) => {
    const outcome = await service.forgetNetwork(id);
    if (outcome.ok) {
      terminal.print([text.own("cli.networks.forgotten", { id })]);
      return exitCodes.go;
    }
    terminal.complain(text.own(`cli.networks.${outcome.code}`, { id }));
    return outcome.code === "state-unwritable" ? exitCodes.couldNotRun : exitCodes.stop;
  });
}
