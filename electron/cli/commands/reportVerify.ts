import { checks } from "../../checks/registry.ts";
import { type JournalReading, readJournal } from "../../services/journal.ts";
import type { PartResult } from "../../services/report/partResult.ts";
import { maxReportMiB } from "../../services/report/readReport.ts";
import { type ReportVerdict, type ReportVerification, verifyReport } from "../../services/verifyReport.ts";
import type { CommandContext } from "../context.ts";
import { padEnd } from "../displayWidth.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { hanging } from "../layout.ts";
import { foldersOfThisPc } from "../openService.ts";
import { readInput } from "../readInput.ts";
import { symbols } from "../style.ts";
import { terminalJson, terminalText } from "../terminalText.ts";

const shapeOfResult = { ok: "go", failed: "stop", "not-checked": "unseen" } as const;
const exitOf: { readonly [V in ReportVerdict]: ExitCode } = {
  unchanged: exitCodes.go,
  partly: exitCodes.caution,
  changed: exitCodes.stop,
  "nothing-to-verify": exitCodes.noReport,
};
const shapeOf = { unchanged: "go", partly: "caution", changed: "stop", "nothing-to-verify": "unseen" } as const;

function partLines({ text, terminal }: CommandContext, { part, result, detail }: PartResult): readonly string[] {
  const shape = shapeOfResult[result];
  const name = padEnd(text.own(`cli.verify.part.${part}`), 26);
  return [
    `  ${terminal.style.light(shape, symbols[shape])} ${name}  ${terminal.style.light(shape, text.own(`cli.verify.${result}.word`))}`,
    ...(detail === "" ? [] : hanging("      ", terminalText(detail), terminal.columns)),
  ];
}

function sentenceOf({ text, version }: CommandContext, { verdict, file, madeBy }: ReportVerification): string {
  if (file !== null) return text.own(`cli.verify.is.${file}`);
  if (verdict === "partly" && madeBy !== null) return text.own("cli.verify.other-version", { made: terminalText(madeBy), version });
  return text.own(`cli.verify.${verdict === "unchanged" ? "ok" : verdict === "partly" ? "partly" : "failed"}`);
}

export async function reportVerify(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const file = command.positionals[0] ?? "";
  const bytes = await readInput(context, file, maxReportMiB);
  if (bytes === null) return exitCodes.couldNotRun;
  // The journal of this PC is one more proof when the report is from here; without it the report still proves itself.
  const journal: JournalReading | undefined = await readJournal(foldersOfThisPc().state).catch(() => undefined);
  const verification = verifyReport(bytes, checks, { journal, version: context.version });
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson(verification)}\n`);
  } else {
    const shape = shapeOf[verification.verdict];
    const sentence = sentenceOf(context, verification);
    const carried = verification.undone.map((change) => text.own(`cli.verify.undone.${change}`));
    terminal.print([
      ...hanging(`${symbols[shape]} `, sentence, terminal.columns).map((line, index) => (index === 0 ? terminal.style.light(shape, line) : line)),
      ...(carried.length === 0
        ? []
        : hanging("  ", text.own("cli.verify.undone", { changes: carried.join(text.own("cli.verify.undone.and")) }), terminal.columns)),
      ...(verification.file === null ? verification.parts.flatMap((part) => partLines(context, part)) : []),
      ...(verification.helpdeskCode === null ? [] : [`  ${text.own("cli.verify.code", { code: verification.helpdeskCode })}`]),
    ]);
  }
  return exitOf[verification.verdict];
}
