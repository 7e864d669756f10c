import { lessonIdSchema } from "../../../shared/learning.ts";
import { lessons } from "../../../shared/lessons/lessons.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { labelled } from "../layout.ts";

export async function lessonsShow({ command, terminal, text, language }: CommandContext): Promise<ExitCode> {
  const lesson = lessons[lessonIdSchema.parse(command.positionals[0])];
  const sections = lesson.sections.flatMap(({ heading, text: words }) => [
    "",
    terminal.style.bold(heading[language]),
    ...labelled([["", words[language]]], 0, terminal.columns),
  ]);
  const questions = lesson.questions.flatMap(({ ask, options }, index) => [
    "",
    ...labelled([[text.own("cli.lessons.question", { number: index + 1 }), ask[language]]], 0, terminal.columns),
    ...labelled(
      options.map((option, place) => [String(place + 1), option.text[language]] as const),
      2,
      terminal.columns,
    ),
  ]);
  const line = `preflight lessons answer ${lesson.id} ${lesson.questions.map((_, index) => `N${index + 1}`).join(" ")}`;
  terminal.print([terminal.style.bold(lesson.title[language]), ...sections, ...questions, "", text.own("cli.lessons.how", { line })]);
  return exitCodes.go;
}
