import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";

export async function networksName(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, interrupted } = context;
  const [word] = command.positionals;
  const named = word === "home" || word === "tether" ? word : null;
  return withService(context, async (service) => {
    // Which network it is, is known after a look at it.
    await service.run({ checks: ["network-trust"] });
    if (interrupted.aborted) return exitCodes.interrupted;
    const outcome = await service.nameNetwork(named);
    if (outcome.ok) {
      terminal.print([text.own(`cli.networks.named.${named ?? "none"}`)]);
      return exitCodes.go;
    }
    terminal.complain(text.own(`cli.networks.${outcome.code}`));
    return outcome.code === "state-unwritable" ? exitCodes.couldNotRun : exitCodes.stop;
  });
}
