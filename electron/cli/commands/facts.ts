import { type FactId, factIds } from "../../../shared/facts/catalogue.ts";
import { nearest } from "../../../shared/nearest.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { type LabelledRow, labelled } from "../layout.ts";
import { withService } from "../openService.ts";
import { quotedRows, seenLines } from "../render/evidence.ts";
import { type Show, showOf, timeOf } from "../render/show.ts";
import { runChecks } from "../runChecks.ts";
import { symbols } from "../style.ts";
import { terminalJson } from "../terminalText.ts";

/** JSON in one line that can wrap between its parts. */
function spacedJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n */g, " ");
}

function factLines(show: Show, id: FactId): readonly string[] {
  const { text, style, columns, snapshot } = show;
  const fact = snapshot.facts[id];
  if (!fact) return [`${style.dim(symbols.skipped)} ${style.bold(id)}  ${style.dim(text.own("cli.fact.not-gathered"))}`];
  const { observation } = fact;
  const word =
    observation.kind === "known"
      ? style.light("go", text.own("cli.fact.known"))
      : observation.kind === "unknown"
        ? style.light("unseen", text.message({ key: `unknown.${observation.reason}` }))
        : style.dim(text.message({ key: `not-applicable.${observation.why}` }));
  const shape =
    observation.kind === "known"
      ? style.light("go", symbols.go)
      : observation.kind === "unknown"
        ? style.light("unseen", symbols.unseen)
        : symbols.skipped;
  const rows: LabelledRow[] = [
    ...(observation.kind === "known" ? quotedRows(text.own("cli.label.value"), [spacedJson(observation.value)]) : []),
    ...(observation.kind === "unknown" && observation.detail !== "" ? quotedRows(text.own("cli.label.detail"), [observation.detail]) : []),
    ...quotedRows(
      text.own("cli.label.seen"),
      fact.evidence.flatMap(({ source, seen }) => seenLines(source, seen)),
    ),
    [
      text.own("cli.label.time"),
      text.own("cli.fact.at", {
        time: timeOf(show, fact.at),
        ms: Math.round(fact.durationMs),
        until: timeOf(show, new Date(Date.parse(fact.at) + fact.validForMs).toISOString()),
      }),
    ],
  ];
  return [`${shape} ${style.bold(id)}  ${word}`, ...labelled(rows, 2, columns)];
}

export async function facts(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const record = command.values.get("record")?.[0];
  if (record !== undefined) return (await import("./factsRecord.ts")).factsRecord(context, record);
  const wrong = command.positionals.find((id) => !factIds.some((known) => known === id));
  if (wrong !== undefined) {
    const word = nearest(wrong, factIds);
    const near = word === undefined ? "" : text.own("cli.near", { word });
    terminal.complain(text.own("cli.fact.unknown", { id: wrong, near, known: factIds.join(", ") }));
    return exitCodes.badUsage;
  }
  const wanted = factIds.filter((id) => command.positionals.length === 0 || command.positionals.includes(id));
  const json = command.switches.has("json");
  return withService(context, async (service) => {
    const run = await runChecks(context, service, { progress: json ? "nothing" : "bar" });
    if (!run.ok) return run.exit;
    const show = showOf(context, run.snapshot);
    if (json)
      terminal.write(`${terminalJson(Object.fromEntries(wanted.flatMap((id) => (run.snapshot.facts[id] ? [[id, run.snapshot.facts[id]]] : []))))}\n`);
    else terminal.print(wanted.flatMap((id, index) => [...(index === 0 ? [] : [""]), ...factLines(show, id)]));
    return exitCodes.go;
  });
}
