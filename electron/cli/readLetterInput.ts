import { squeezed } from "../services/approvals/answerText.ts";
import { type Letter, readLetter } from "../services/approvals/requestLetter.ts";
import type { CommandContext } from "./context.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { readInput } from "./readInput.ts";

export type LetterInput = { readonly ok: true; readonly letter: Letter } | { readonly ok: false; readonly exit: ExitCode };

/** A letter given as it is, as a file, or on standard input ("-"). On failure the person has been told. */
export async function readLetterInput(context: CommandContext, given: string): Promise<LetterInput> {
  const isText = squeezed(given).startsWith("PFRQ1.");
  const bytes = isText ? null : await readInput(context, given, 1);
  if (!isText && bytes === null) return { ok: false, exit: exitCodes.couldNotRun };
  const letter = readLetter(bytes === null ? given : new TextDecoder().decode(bytes));
  if (letter !== null) return { ok: true, letter };
  context.terminal.complain(context.text.own("cli.desk.not-a-letter"));
  return { ok: false, exit: exitCodes.stop };
}
