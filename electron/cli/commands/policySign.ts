import { checks } from "../../checks/registry.ts";
import { parsePolicy } from "../../services/policy/parsePolicy.ts";
import { signPolicy } from "../../services/policySignature.ts";
import { writeWhole } from "../../services/writeWhole.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { fileFailure } from "../fileFailure.ts";
import { readInput } from "../readInput.ts";
import { policyProblemLines } from "../render/policyFile.ts";

function trySign(bytes: Uint8Array, privatePem: string): string | null {
  try {
    return signPolicy(bytes, privatePem);
  } catch {
    return null;
  }
}

export async function policySign(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const file = command.positionals[0] ?? "";
  const keyFile = command.values.get("key")?.[0] ?? "";
  const bytes = await readInput(context, file, 64);
  if (bytes === null) return exitCodes.couldNotRun;
  const key = await readInput(context, keyFile, 1);
  if (key === null) return exitCodes.couldNotRun;
  const parsed = parsePolicy(bytes, checks);
  const problems = parsed.ok ? parsed.doubts : parsed.problems;
  if (problems.length > 0) {
    terminal.print(policyProblemLines(context, file, problems));
    return exitCodes.stop;
  }
  const signature = trySign(bytes, new TextDecoder().decode(key));
  if (signature === null) {
    terminal.complain(text.own("cli.policy.key-unusable", { file: keyFile }));
    return exitCodes.couldNotRun;
  }
  const signatureFile = `${file}.sig`;
  try {
    await writeWhole(signatureFile, signature, { mode: 0o644, replace: true });
  } catch (error) {
    terminal.complain(text.own("cli.file.unwritable", { file: signatureFile, why: fileFailure(error, text) }));
    return exitCodes.couldNotRun;
  }
  terminal.print([text.own("cli.policy.signed", { file: signatureFile })]);
  return exitCodes.go;
}
