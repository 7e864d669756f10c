import type { Language } from "../../shared/message.ts";
import { hearOwnSignals } from "../host/ownSignals.ts";
import type { Sentences } from "./context.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { helpPage } from "./help.ts";
import { languageOf } from "./language.ts";
import { lastResort } from "./lastResort.ts";
import { type ParsedCommand, parseCommandLine } from "./parse.ts";
import { openTerminal, type Terminal } from "./terminal.ts";
import { terminalText } from "./terminalText.ts";
import { usageSentence } from "./usageSentence.ts";

const { PREFLIGHT_DEBUG, NO_COLOR, TERM } = process.env;
const debugging = PREFLIGHT_DEBUG === "1";

/** The one sentence for what nobody expected; the stack only for those who ask for it. */
function explainFailure(error: unknown, terminal: Terminal, text: Sentences | undefined, language: Language): void {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  terminal.complain(text ? text.own("cli.failed", { detail: (detail.split("\n")[0] ?? "").slice(0, 200) }) : lastResort[language]);
  if (debugging && error instanceof Error) terminal.complain(error.stack ?? detail);
}

async function serve(command: ParsedCommand, language: Language, terminal: Terminal, version: string): Promise<ExitCode> {
  let text: Sentences | undefined;
  // Ctrl-C asks once to end well; the second time the process ends at once.
  const signals = hearOwnSignals(() => process.exit(exitCodes.interrupted));
  const { interrupted } = signals;
  try {
    // A schema that is used once is not worth compiling. Said before the first schema is made: the sentences bring the checks' settings.
    const { z } = await import("zod");
    z.config({ jitless: true });
    const { createSentences } = await import("./sentences.ts");
    text = createSentences(language);
    const { handlers } = await import("./handlers.ts");
    const load = handlers[command.path.join(" ")];
    if (!load) throw new Error(`no code for the command ${command.path.join(" ")}`);
    const handler = await load();
    const code = await handler({ command, language, terminal, text, version, interrupted, signals });
    if (!interrupted.aborted) return code;
    terminal.complain(text.own("cli.interrupted"));
    return exitCodes.interrupted;
  } catch (error) {
    if (interrupted.aborted && text) {
      terminal.complain(text.own("cli.interrupted"));
      return exitCodes.interrupted;
    }
    explainFailure(error, terminal, text, language);
    return exitCodes.couldNotRun;
  }
}

/** Reads, serves and answers one command line. Never throws; the exit code is honest also when nobody reads the output. */
export async function runCommandLine(args: readonly string[], version: string): Promise<ExitCode> {
  const command = parseCommandLine(args);
  const language = languageOf(command.values.get("lang")?.[0], process.env);
  const terminal = openTerminal({ colours: !command.switches.has("no-color") && !NO_COLOR && TERM !== "dumb" });
  const fail = (error: unknown) => {
    explainFailure(error, terminal, undefined, language);
    process.exit(exitCodes.couldNotRun);
  };
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);

  let code: ExitCode;
  if (command.switches.has("version")) {
    terminal.print([version]);
    code = exitCodes.go;
  } else if (command.switches.has("help") && command.problem?.kind !== "unknown-command") {
    terminal.print(helpPage(command.definition, command.path, language, Math.min(terminal.columns, 100)));
    code = exitCodes.go;
  } else if (command.problem !== null) {
    terminal.complain(usageSentence(command.problem, command, language));
    if (debugging) terminal.complain(terminalText(JSON.stringify(command.problem)));
    code = exitCodes.badUsage;
  } else {
    code = await serve(command, language, terminal, version);
  }
  if (await terminal.flush()) return code;
  const { createSentences } = await import("./sentences.ts");
  terminal.complain(createSentences(language).own("cli.output-lost"));
  return exitCodes.couldNotRun;
}
