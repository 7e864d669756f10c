import { checks } from "../../checks/registry.ts";
import { readCode } from "../../services/helpdesk/readCode.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { codeLines, mistakeSentence } from "../render/helpdeskCode.ts";
import { terminalJson } from "../terminalText.ts";

/** `preflight code`: what a helpdesk code says. Needs no state, no policy, no network. */
export async function code(context: CommandContext): Promise<ExitCode> {
  const { command, terminal } = context;
  // Groups may come as words of their own. Nobody reads out more than this.
  const read = readCode(command.positionals.join("").slice(0, 200), new Date());
  if (command.switches.has("json")) {
    const day = read.ok ? { day: read.day?.toISOString().slice(0, 10) ?? null } : {};
    terminal.write(`${terminalJson({ schema: "preflight-code/1", ...read, ...day })}\n`);
    return read.ok ? exitCodes.go : exitCodes.stop;
  }
  if (!read.ok) {
    terminal.complain(mistakeSentence(read, context));
    return exitCodes.stop;
  }
  terminal.print(codeLines(read, context, checks));
  return exitCodes.go;
}
