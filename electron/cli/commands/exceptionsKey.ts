import { stringify } from "yaml";
import { policySchema } from "../../../shared/policy/schema.ts";
import { rawPublicKey } from "../../services/approvals/approvalText.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { readInput } from "../readInput.ts";

const keySchema = policySchema.shape.exceptions.shape.approval.unwrap().shape.keys.unwrap().element;

function publicKey(pem: string): string | null {
  // Node would also take the public half out of a private key: whoever gives that one here is about to spread it.
  if (!pem.trimStart().startsWith("-----BEGIN PUBLIC KEY-----")) return null;
  try {
    return rawPublicKey(pem);
  } catch {
    return null;
  }
}

/** Prints what a policy lists for a key that may sign approvals. */
export async function exceptionsKey(context: CommandContext): Promise<ExitCode> {
  const { command, terminal, text } = context;
  const file = command.positionals[0] ?? "";
  const bytes = await readInput(context, file, 1);
  if (bytes === null) return exitCodes.couldNotRun;
  const key = publicKey(new TextDecoder().decode(bytes));
  if (key === null) {
    terminal.complain(text.own("cli.desk.key-unusable", { file }));
    return exitCodes.couldNotRun;
  }
  const entry = keySchema.safeParse({ id: command.values.get("id")?.[0], name: command.values.get("name")?.[0]?.trim(), key });
  if (!entry.success) {
    terminal.complain(text.own("cli.desk.key-words", { option: `--${String(entry.error.issues[0]?.path[0] ?? "id")}` }));
    return exitCodes.badUsage;
  }
  terminal.write(stringify({ keys: [entry.data] }));
  return exitCodes.go;
}
