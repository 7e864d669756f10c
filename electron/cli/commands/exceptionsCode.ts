import { readRequestCode } from "../../services/approvals/answerText.ts";
import { parseApprovalSecret } from "../../services/approvals/approvalSecret.ts";
import { codeEndsAt, shortCodeOf, windowAt } from "../../services/approvals/shortCode.ts";
import { clock } from "../clock.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { readInput } from "../readInput.ts";
import { readLetterInput } from "../readLetterInput.ts";
import { letterLines } from "../render/letter.ts";
import { terminalJson } from "../terminalText.ts";
import { wrap } from "../wrap.ts";

/** On the helpdesk's PC: the short code for a request of which only the number is known, or its letter. */
export async function exceptionsCode(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, language } = context;
  const given = command.positionals[0] ?? "";
  const spoken = readRequestCode(given);
  const input = spoken === null ? await readLetterInput(context, given) : null;
  if (input?.ok === false) return input.exit;
  const letter = input?.ok ? input.letter : null;
  const secretFile = command.values.get("secret")?.[0] ?? "";
  const bytes = await readInput(context, secretFile, 1);
  if (bytes === null) return exitCodes.couldNotRun;
  const secret = parseApprovalSecret(new TextDecoder().decode(bytes));
  if (secret === null) {
    terminal.complain(text.own("cli.desk.secret-unusable", { file: secretFile }));
    return exitCodes.couldNotRun;
  }
  const now = new Date();
  const request = letter?.code ?? spoken ?? "";
  const code = shortCodeOf(secret, request, windowAt(now));
  const shown = `${code.slice(0, 4)}-${code.slice(4)}`;
  const endsAt = codeEndsAt(now).toISOString();
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson({ request, code: shown, acceptedUntil: endsAt })}\n`);
    return exitCodes.go;
  }
  terminal.print([
    ...(letter === null ? wrap(text.own("cli.desk.code.unseen", { code: request }), terminal.columns) : letterLines(context, letter)),
    `${text.own("cli.desk.code")} ${terminal.style.bold(shown)}`,
    text.own("cli.desk.code.until", { time: clock(endsAt, now, language) }),
  ]);
  return exitCodes.go;
}
