import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";

export async function exceptionsWithdraw(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const code = (command.positionals[0] ?? "").slice(0, 64);
  return withService(context, async (service) => {
    const outcome = await service.withdrawRequest(code);
    if (outcome.ok) {
      terminal.print([text.own("cli.request.withdrawn", { code })]);
      return exitCodes.go;
    }
    if (outcome.code === "state-unwritable") {
      terminal.complain(text.own("cli.request.not-withdrawn", { code }));
      return exitCodes.couldNotRun;
    }
    terminal.complain(text.own("cli.answer.unknown-request", { code }));
    return exitCodes.stop;
  });
}
