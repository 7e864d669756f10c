import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { networksTable } from "../render/networks.ts";
import { showOf } from "../render/show.ts";
import { terminalJson } from "../terminalText.ts";

export async function networksList(context: CommandContext): Promise<ExitCode> {
  const { command, terminal } = context;
  return withService(context, async (service) => {
    const networks = await service.networks();
    if (command.switches.has("json")) terminal.write(`${terminalJson(networks)}\n`);
    else terminal.print(networksTable(showOf(context, service.snapshot()), networks));
    return exitCodes.go;
  });
}
