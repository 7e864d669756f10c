import type { JournalDay } from "../../../shared/journal.ts";
import { readJournal } from "../../services/journal.ts";
import { dayIn } from "../../services/localDay.ts";
import { daysOfJournal, journalState } from "../../services/timeline.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { foldersOfThisPc } from "../openService.ts";
import { journalState as stateLines } from "../render/journalState.ts";
import { symbols } from "../style.ts";
import { terminalJson } from "../terminalText.ts";

const mostDays = 366;

/** One character a day: the shape of its worst light, "?" for entries without a light, "·" for a day without entries. */
function shapeOf({ worst, entries }: JournalDay, { terminal }: CommandContext): string {
  if (worst !== null) return terminal.style.light(worst, symbols[worst]);
  return entries > 0 ? "?" : "·";
}

/** A week a line, with the day on which it begins. */
function picture(days: readonly JournalDay[], context: CommandContext): readonly string[] {
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7));
  return weeks.map((week) => `${week[0]?.day ?? ""}  ${week.map((day) => shapeOf(day, context)).join(" ")}`);
}

export async function journalDays(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const given = command.values.get("days")?.[0] ?? "90";
  const count = /^[1-9]\d{0,2}$/.test(given) ? Number(given) : null;
  if (count === null || count > mostDays) {
    terminal.complain(text.own("cli.journal.bad-days", { given, most: mostDays }));
    return exitCodes.badUsage;
  }
  const reading = await readJournal(foldersOfThisPc().state);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const days = daysOfJournal(reading, count, new Date(), dayIn(zone));
  if (command.switches.has("json")) terminal.write(`${terminalJson({ days, state: journalState(reading) })}\n`);
  else terminal.print([...picture(days, context), "", text.own("cli.journal.days.legend"), ...stateLines(context, reading.verification)]);
  return reading.verification.ok ? exitCodes.go : exitCodes.stop;
}
