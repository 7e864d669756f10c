import path from "node:path";
import { errorCode } from "../../services/errorDetail.ts";
import { journalBytes } from "../../services/journal.ts";
import { journalFile } from "../../services/journalSegments.ts";
import { writeWhole } from "../../services/writeWhole.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { fileFailure } from "../fileFailure.ts";
import { foldersOfThisPc } from "../openService.ts";

/** The journal's file, byte for byte: whoever gets it can verify the chain. */
export async function journalExport({ command, terminal, text }: CommandContext): Promise<ExitCode> {
  const file = command.values.get("out")?.[0];
  if (file === undefined) {
    terminal.complain(text.own("cli.journal.out-needed"));
    return exitCodes.badUsage;
  }
  const { state } = foldersOfThisPc();
  let bytes: Uint8Array | null;
  try {
    bytes = await journalBytes(state);
  } catch (error) {
    terminal.complain(text.own("cli.file.unreadable", { file: path.join(state, journalFile), why: fileFailure(error, text) }));
    return exitCodes.couldNotRun;
  }
  if (bytes === null) {
    terminal.complain(text.own("cli.journal.empty"));
    return exitCodes.couldNotRun;
  }
  try {
    await writeWhole(file, bytes, { mode: 0o600, replace: command.switches.has("force") });
  } catch (error) {
    const taken = errorCode(error) === "EEXIST";
    terminal.complain(text.own(taken ? "cli.journal.exists" : "cli.journal.not-written", { file, why: fileFailure(error, text) }));
    return exitCodes.couldNotRun;
  }
  terminal.print([text.own("cli.journal.written", { file })]);
  return exitCodes.go;
}
