import { verifyJournal } from "../../services/journal.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { fileFailure } from "../fileFailure.ts";
import { foldersOfThisPc } from "../openService.ts";
import { journalState } from "../render/journalState.ts";
import { terminalJson } from "../terminalText.ts";

export async function journalVerify(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const { state } = foldersOfThisPc();
  try {
    const verification = await verifyJournal(state);
    if (command.switches.has("json")) terminal.write(`${terminalJson(verification)}\n`);
    else terminal.print(journalState(context, verification));
    return verification.ok ? exitCodes.go : exitCodes.stop;
  } catch (error) {
    terminal.complain(text.own("cli.file.unreadable", { file: state, why: fileFailure(error, text) }));
    return exitCodes.couldNotRun;
  }
}
