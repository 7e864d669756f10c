import { checks } from "../../checks/registry.ts";
import { parsePolicy } from "../../services/policy/parsePolicy.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { readInput } from "../readInput.ts";
import { policyProblemLines, policyValidLine } from "../render/policyFile.ts";
import { terminalJson } from "../terminalText.ts";

export async function policyCheck(context: CommandContext): Promise<ExitCode> {
  const { command, terminal } = context;
  const file = command.positionals[0] ?? "";
  const bytes = await readInput(context, file, 64);
  if (bytes === null) return exitCodes.couldNotRun;
  const parsed = parsePolicy(bytes, checks);
  const problems = parsed.ok ? parsed.doubts : parsed.problems;
  if (command.switches.has("json")) {
    terminal.write(`${terminalJson(parsed.ok && problems.length === 0 ? { ok: true, digest: parsed.digest, problems } : { ok: false, problems })}\n`);
  } else if (parsed.ok && problems.length === 0) {
    terminal.print(policyValidLine(context, file, parsed.policy));
  } else {
    terminal.print(policyProblemLines(context, file, problems));
  }
  return problems.length === 0 ? exitCodes.go : exitCodes.stop;
}
