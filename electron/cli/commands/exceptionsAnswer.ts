import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { readInput } from "../readInput.ts";
import { grantedLines } from "../render/granted.ts";
import { showOf } from "../render/show.ts";
import { decideAll } from "../runChecks.ts";
import { terminalJson } from "../terminalText.ts";

export async function exceptionsAnswer(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const [code = "", given = ""] = command.positionals;
  const bytes = given === "-" ? await readInput(context, "-", 1) : null;
  if (given === "-" && bytes === null) return exitCodes.couldNotRun;
  const answer = (bytes === null ? given : new TextDecoder().decode(bytes)).slice(0, 4000);
  const json = command.switches.has("json");
  return withService(context, async (service) => {
    const run = await decideAll(context, service, { progress: json ? "nothing" : "bar" });
    if (!run.ok) return run.exit;
    const outcome = await service.answerRequest(code.slice(0, 64), answer);
    if (!outcome.ok) {
      const limit = outcome.limit ?? 0;
      if (outcome.code === "wrong-code") terminal.complain(text.own("cli.answer.wrong-code", { left: outcome.triesLeft ?? 0 }));
      else if (outcome.code in answerOnly) terminal.complain(text.own(`cli.answer.${outcome.code as keyof typeof answerOnly}`, { code, limit }));
      else
        terminal.complain(
          text.own(`cli.refused.${outcome.code as Exclude<typeof outcome.code, keyof typeof answerOnly | "wrong-code">}`, {
            check: code,
            activity: "",
            limit,
          }),
        );
      return outcome.code === "state-unwritable" ? exitCodes.couldNotRun : exitCodes.stop;
    }
    if (json) terminal.write(`${terminalJson(outcome.exception)}\n`);
    else terminal.print(grantedLines(showOf(context, service.snapshot()), outcome.exception));
    return exitCodes.go;
  });
}

/** Refusals that only an answer can get; the others are those of an exception. */
const answerOnly = {
  "unknown-request": true,
  "request-expired": true,
  "not-an-approval": true,
  "other-request": true,
  "bad-signature": true,
  "unknown-key": true,
  "approval-expired": true,
  "code-expired": true,
  "too-many-tries": true,
  "too-soon": true,
  "codes-used-up": true,
  "way-not-allowed": true,
} as const;
