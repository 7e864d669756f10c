import { lessons } from "../../../shared/lessons/lessons.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withService } from "../openService.ts";
import { showOf, timeOf } from "../render/show.ts";
import { terminalJson } from "../terminalText.ts";

export async function lessonsList(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, language } = context;
  return withService(context, async (service) => {
    const snapshot = service.snapshot();
    const show = showOf(context, snapshot);
    const states = snapshot.lessons;
    const lines = states.flatMap(({ id, passedAt, validUntil, due }) => {
      const passed =
        passedAt === null || validUntil === null
          ? text.own("cli.lessons.never")
          : text.own("cli.lessons.passed", { at: timeOf(show, passedAt), until: timeOf(show, validUntil) });
      const title = `${terminal.style.bold(id)}  ${lessons[id].title[language]}`;
      return [`  ${title}${due ? `  ${text.own("cli.lessons.due")}` : ""}`, `    ${terminal.style.dim(passed)}`];
    });
    if (command.switches.has("json")) terminal.write(`${terminalJson(states)}\n`);
    else terminal.print([...lines, "", text.own("cli.lessons.hint")]);
    return states.some(({ due }) => due) ? exitCodes.caution : exitCodes.go;
  });
}
