import { factValueSchemas } from "../../../shared/facts/catalogue.ts";
import { nearest } from "../../../shared/nearest.ts";
import { type CommandId, commands } from "../../host/commands.ts";
import { type Readable, readableOf, readables } from "../../probes/pasted.ts";
import type { Reading, RecordedOutput } from "../../probes/reader.ts";
import { plainText } from "../../services/plainText.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { withoutPasting } from "../pasted.ts";
import { readInput } from "../readInput.ts";
import { readingLines } from "../render/reading.ts";
import { terminalJson } from "../terminalText.ts";
import { typedLine } from "../typedLine.ts";

const largestMiB = 16;
const recording = "preflight facts --record DIR";

/** What to run on the PC in question, and under which name its output is then read. */
interface Instead {
  readonly run: string;
  readonly as: string | null;
}

function insteadOfCommand(id: CommandId): Instead {
  const run = typedLine(commands[id]);
  return run === null ? { run: recording, as: null } : { run, as: `${commands[id].platform}/${id}` };
}

function insteadOf(readable: Readable): Instead {
  if ("instead" in readable) return readable.instead === "recording" ? { run: recording, as: null } : insteadOfCommand(readable.instead);
  return "command" in readable ? insteadOfCommand(readable.command) : { run: readable.typed, as: nameTyped(readable) };
}

/** Where another tool's output is asked for, it goes by that tool's name. */
function nameTyped({ name, typed }: Extract<Readable, { readonly typed: string }>): string {
  const [os = ""] = name.split("/");
  return readableOf(`${os}/${typed.split(" | ")[0]}`)?.name ?? name;
}

function exitCodeOf(word: string | undefined): number | null {
  if (word === undefined) return 0;
  const code = /^-?\d{1,10}$/.test(word) ? Number(word) : Number.NaN;
  // Windows counts from 0 to 2^32 - 1, and some show the same numbers with a sign.
  return code >= -2_147_483_648 && code <= 4_294_967_295 ? code : null;
}

function list({ command, terminal }: CommandContext): ExitCode {
  const names = readables.map(({ name }) => name);
  if (command.switches.has("json")) terminal.write(`${terminalJson({ schema: "preflight-readable/1", commands: names })}\n`);
  else terminal.print(names);
  return exitCodes.go;
}

/** A value that the fact's schema does not take is a part of it, whether its reader says so or not. */
function shown(reading: Reading): Reading {
  const { fact, observation } = reading;
  if (observation.kind === "unknown") return { fact, observation: { ...observation, detail: plainText(observation.detail, 2000) } };
  return observation.kind === "known" && !factValueSchemas[fact].safeParse(observation.value).success ? { ...reading, part: true } : reading;
}

function print(context: CommandContext, readable: Readable, output: RecordedOutput): ExitCode {
  const { command, terminal, text } = context;
  const { name } = readable;
  const readings = "read" in readable ? readable.read(output).map(shown) : [];
  const isLost = readings.length === 0 || readings.some(({ observation }) => observation.kind === "unknown" && observation.reason === "unparsed");
  const instead = isLost ? insteadOf(readable) : null;
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson({ schema: "preflight-parse/1", command: name, exit: output.code, readings, instead })}\n`);
  } else {
    const lines = readings.flatMap((reading, index) => [...(index === 0 ? [] : [""]), ...readingLines(context, reading)]);
    if (instead !== null) {
      const { run, as } = instead;
      const told = "read" in readable && readings.length > 0 ? "cli.parse.paste" : "cli.parse.instead";
      const sentence = as === null ? text.own("cli.parse.record", { name, run }) : text.own(told, { name, run, as });
      terminal.print([...lines, ...(lines.length > 0 ? [""] : []), sentence]);
    } else terminal.print(lines);
  }
  return readings.some(({ observation }) => observation.kind === "known") ? exitCodes.go : exitCodes.caution;
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
  const readable = readableOf(name);
  if (readable === undefined) {
    const names = readables.map((one) => one.name);
    const word = nearest(name, names) ?? names.find((one) => one.toLowerCase().endsWith(`/${name.toLowerCase()}`));
    return complain(text.own("cli.parse.unknown", { name, near: word === undefined ? "" : text.own("cli.near", { word }) }));
  }
  const given = command.values.get("exit")?.[0];
  const code = exitCodeOf(given);
  if (code === null) return complain(text.own("cli.parse.exit", { value: given ?? "" }));
  const printed = await readInput(context, file, largestMiB);
  if (printed === null) return exitCodes.couldNotRun;
  const errors = errorFile === undefined ? new Uint8Array() : await readInput(context, errorFile, largestMiB);
  if (errors === null) return exitCodes.couldNotRun;
  const os = readable.name.startsWith("windows/") ? "windows" : readable.name.startsWith("macos/") ? "macos" : "linux";
  return print(context, readable, { code, stdout: withoutPasting(printed, os), stderr: withoutPasting(errors, os) });
}
