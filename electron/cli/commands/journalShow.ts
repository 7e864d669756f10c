import { type JournalReading, readJournal } from "../../services/journal.ts";
import { hostTimeOf } from "../../services/journalEntry.ts";
import { clock } from "../clock.ts";
import type { CommandContext } from "../context.ts";
import { padEnd } from "../displayWidth.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { fileFailure } from "../fileFailure.ts";
import { hanging } from "../layout.ts";
import { foldersOfThisPc } from "../openService.ts";
import { journalState } from "../render/journalState.ts";
import { terminalJson, terminalText } from "../terminalText.ts";

type Entry = JournalReading["entries"][number];

// Names for machines: the JSON has them.
const machineNames = new Set(["runId", "digest"]);

/** What an entry is about: its plain values, without names for machines and nested data. */
function gist({ data }: Entry): string {
  return Object.entries(data)
    .flatMap(([name, value]) =>
      !machineNames.has(name) && (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
        ? [`${name}: ${String(value)}`]
        : [],
    )
    .join(", ");
}

function entryLines({ text, terminal, language }: CommandContext, entry: Entry, now: Date): readonly string[] {
  const { style, columns } = terminal;
  const key = `cli.journal.kind.${entry.kind}`;
  const kind = text.find(key) ?? terminalText(entry.kind);
  const warning = entry.trusted ? "" : `  ${style.light("stop", text.own("cli.journal.untrusted"))}`;
  const head = `${String(entry.seq).padStart(5)}  ${padEnd(clock(hostTimeOf(entry), now, language), 18)}  `;
  return [
    `${head}${style.bold(kind)}${warning}`,
    ...hanging("       ", terminalText(gist(entry)).slice(0, 400), columns).map((line) => style.dim(line)),
  ];
}

export async function journalShow(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const given = command.values.get("last")?.[0] ?? "20";
  const last = /^[1-9]\d{0,6}$/.test(given) ? Number(given) : null;
  if (last === null) {
    terminal.complain(text.own("cli.journal.bad-last", { given }));
    return exitCodes.badUsage;
  }
  const { state } = foldersOfThisPc();
  let reading: JournalReading;
  try {
    reading = await readJournal(state);
  } catch (error) {
    terminal.complain(text.own("cli.file.unreadable", { file: state, why: fileFailure(error, text) }));
    return exitCodes.couldNotRun;
  }
  const newest = reading.entries.slice(-last).reverse();
  const { verification } = reading;
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson({ verification, entries: newest })}\n`);
  } else {
    const now = new Date();
    terminal.print([
      ...(newest.length === 0 ? [text.own("cli.journal.empty")] : newest.flatMap((entry) => entryLines(context, entry, now))),
      ...(newest.length === 0 && verification.ok ? [] : ["", ...journalState(context, verification)]),
    ]);
  }
  return verification.ok ? exitCodes.go : exitCodes.stop;
}
