import { type CommandId, commands } from "../../host/commands.ts";
import type { Reading } from "../../probes/reader.ts";
import { readers } from "../../probes/readers.ts";
import { plainText } from "../../services/plainText.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { labelled } from "../layout.ts";
import { nearest } from "../nearest.ts";
import { withoutPasting } from "../pasted.ts";
import { readInput } from "../readInput.ts";
import { quotedRows } from "../render/evidence.ts";
import { symbols } from "../style.ts";
import { terminalJson } from "../terminalText.ts";

const largestMiB = 16;

const readable = (Object.keys(commands) as CommandId[]).filter((id) => readers[id] !== undefined);
const nameOf = (id: CommandId) => `${commands[id].platform}/${id}`;

function spacedJson(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n */g, " ");
}

function readingLines({ text, terminal }: CommandContext, { fact, observation }: Reading): readonly string[] {
  const { style, columns } = terminal;
  switch (observation.kind) {
    case "known":
      return [
        `${style.light("go", symbols.go)} ${style.bold(fact)}  ${style.light("go", text.own("cli.fact.known"))}`,
        ...labelled(quotedRows(text.own("cli.label.value"), [spacedJson(observation.value)]), 2, columns),
      ];
    case "unknown":
      return [
        `${style.light("unseen", symbols.unseen)} ${style.bold(fact)}  ${style.light("unseen", text.message({ key: `unknown.${observation.reason}` }))}`,
        ...labelled(
          [
            ...(observation.detail === "" ? [] : quotedRows(text.own("cli.label.detail"), [observation.detail])),
            [text.own("cli.label.help"), text.message({ key: `unknown-help.${observation.reason}` })],
          ],
          2,
          columns,
        ),
      ];
    case "not-applicable":
      return [`${symbols.skipped} ${style.bold(fact)}  ${style.dim(text.message({ key: `not-applicable.${observation.why}` }))}`];
  }
}

function exitCodeOf(word: string | undefined): number | null {
  if (word === undefined) return 0;
  const code = /^-?\d{1,10}$/.test(word) ? Number(word) : Number.NaN;
  // Windows counts from 0 to 2^32 - 1, and some show the same numbers with a sign.
  return code >= -2_147_483_648 && code <= 4_294_967_295 ? code : null;
}

function list({ command, terminal }: CommandContext): ExitCode {
  const names = readable.map(nameOf).sort();
  if (command.switches.has("json")) terminal.write(`${terminalJson({ schema: "preflight-readable/1", commands: names })}\n`);
  else terminal.print(names);
  return exitCodes.go;
}

/** `preflight parse`: what the product reads out of a recorded output. Looks at no machine. */
export async function parse(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const complain = (sentence: string): ExitCode => {
    terminal.complain(sentence);
    return exitCodes.badUsage;
  };
  const [name, file] = command.positionals;
  const errorFile = command.values.get("stderr")?.[0];
  if (command.switches.has("list")) return name === undefined ? list(context) : complain(text.own("cli.parse.list-alone"));
  if (name === undefined || file === undefined) return complain(text.own("cli.parse.arguments"));
  const id = readable.find((one) => nameOf(one) === name);
  const reader = id === undefined ? undefined : readers[id];
  if (id === undefined || reader === undefined) {
    const word = nearest(name, readable.map(nameOf)) ?? readable.map(nameOf).find((one) => one.endsWith(`/${name}`));
    return complain(text.own("cli.parse.unknown", { name, near: word === undefined ? "" : text.own("cli.near", { word }) }));
  }
  const given = command.values.get("exit")?.[0];
  const code = exitCodeOf(given);
  if (code === null) return complain(text.own("cli.parse.exit", { value: given ?? "" }));
  const [printed, complained] = [await readInput(context, file, largestMiB), errorFile];
  if (printed === null) return exitCodes.couldNotRun;
  const errors = complained === undefined ? new Uint8Array() : await readInput(context, complained, largestMiB);
  if (errors === null) return exitCodes.couldNotRun;
  const os = commands[id].platform;
  const readings = reader({ code, stdout: withoutPasting(printed, os), stderr: withoutPasting(errors, os) }).map(({ fact, observation }) => ({
    fact,
    observation: observation.kind === "unknown" ? { ...observation, detail: plainText(observation.detail, 2000) } : observation,
  }));
  if (command.switches.has("json")) terminal.write(`${terminalJson({ schema: "preflight-parse/1", command: name, exit: code, readings })}\n`);
  else if (readings.length === 0) terminal.print([text.own("cli.parse.nothing")]);
  else terminal.print(readings.flatMap((reading, index) => [...(index === 0 ? [] : [""]), ...readingLines(context, reading)]));
  return readings.some(({ observation }) => observation.kind === "known") ? exitCodes.go : exitCodes.caution;
}
