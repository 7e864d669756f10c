import { lessonIdSchema } from "../../../shared/learning.ts";
import { lessons } from "../../../shared/lessons/lessons.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { labelled } from "../layout.ts";
import { withService } from "../openService.ts";

export async function lessonsAnswer(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text, language } = context;
  const [word, ...numbers] = command.positionals;
  const lesson = lessons[lessonIdSchema.parse(word)];
  const { id, questions } = lesson;
  const answers = numbers.map((number) => Number(number) - 1);
  return withService(context, async (service) => {
    const outcome = await service.answerLesson(id, answers);
    if (!outcome.ok) {
      terminal.complain(text.own(`cli.lessons.${outcome.code}`, { wanted: questions.length, given: answers.length }));
      return outcome.code === "wrong-count" ? exitCodes.badUsage : exitCodes.couldNotRun;
    }
    if (outcome.passed) {
      terminal.print([text.own("cli.lessons.done", { title: lesson.title[language] })]);
      return exitCodes.go;
    }
    const reasons = outcome.wrong.map((index) => {
      const why = questions[index]?.options[answers[index] ?? -1]?.why[language] ?? "";
      return [text.own("cli.lessons.question", { number: index + 1 }), why] as const;
    });
    terminal.print([...labelled(reasons, 0, terminal.columns), "", text.own("cli.lessons.again")]);
    return exitCodes.stop;
  });
}
