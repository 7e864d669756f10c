import { verifyPolicySignature } from "../../services/policySignature.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { hanging } from "../layout.ts";
import { readInput } from "../readInput.ts";
import { symbols } from "../style.ts";

export async function policyVerify(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const file = command.positionals[0] ?? "";
  const bytes = await readInput(context, file, 64);
  if (bytes === null) return exitCodes.couldNotRun;
  const signature = await readInput(context, command.values.get("signature")?.[0] ?? `${file}.sig`, 1);
  if (signature === null) return exitCodes.couldNotRun;
  const key = await readInput(context, command.values.get("key")?.[0] ?? "", 1);
  if (key === null) return exitCodes.couldNotRun;
  const decoder = new TextDecoder();
  const right = verifyPolicySignature(bytes, decoder.decode(signature), decoder.decode(key));
  const shape = right ? "go" : "stop";
  const sentence = text.own(right ? "cli.policy.signature.ok" : "cli.policy.signature.wrong");
  terminal.print(hanging(`${symbols[shape]} `, sentence, terminal.columns).map((line) => terminal.style.light(shape, line)));
  return right ? exitCodes.go : exitCodes.stop;
}
