import { checks } from "../../checks/registry.ts";
import { policyJsonSchema } from "../../services/policy/jsonSchema.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { terminalJson } from "../terminalText.ts";

export async function policySchema({ terminal }: CommandContext): Promise<ExitCode> {
  terminal.write(`${terminalJson(policyJsonSchema(checks))}\n`);
  return exitCodes.go;
}
