import { checks } from "../../checks/registry.ts";
import { type JournalReading, readJournal } from "../../services/journal.ts";
import { type PartResult, verifyReport } from "../../services/verifyReport.ts";
import type { CommandContext } from "../context.ts";
import { padEnd } from "../displayWidth.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { hanging } from "../layout.ts";
import { foldersOfThisPc } from "../openService.ts";
import { readInput } from "../readInput.ts";
import { symbols } from "../style.ts";
import { terminalJson, terminalText } from "../terminalText.ts";

const shapeOfResult = { ok: "go", failed: "stop", "not-checked": "unseen" } as const;
const largestMiB = 32;

function partLines({ text, terminal }: CommandContext, { part, result, detail }: PartResult): readonly string[] {
  const shape = shapeOfResult[result];
  const name = padEnd(text.own(`cli.verify.part.${part}`), 26);
  return [
    `  ${terminal.style.light(shape, symbols[shape])} ${name}  ${terminal.style.light(shape, text.own(`cli.verify.${result}.word`))}`,
    ...(detail === "" ? [] : hanging("      ", terminalText(detail), terminal.columns)),
  ];
}

export async function reportVerify(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const file = command.positionals[0] ?? "";
  const bytes = await readInput(context, file, largestMiB);
  if (bytes === null) return exitCodes.couldNotRun;
  // The journal of this PC is one more proof when the report is from here; without it the report still proves itself.
  const journal: JournalReading | undefined = await readJournal(foldersOfThisPc().state).catch(() => undefined);
  const verification = verifyReport(bytes, checks, { journal });
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson(verification)}\n`);
  } else {
    const shape = verification.ok ? "go" : "stop";
    const sentence = text.own(verification.ok ? "cli.verify.ok" : "cli.verify.failed");
    terminal.print([
      ...hanging(`${symbols[shape]} `, sentence, terminal.columns).map((line, index) => (index === 0 ? terminal.style.light(shape, line) : line)),
      ...verification.parts.flatMap((part) => partLines(context, part)),
      ...(verification.helpdeskCode === null ? [] : [`  ${text.own("cli.verify.code", { code: verification.helpdeskCode })}`]),
    ]);
  }
  return verification.ok ? exitCodes.go : exitCodes.stop;
}
