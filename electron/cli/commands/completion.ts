import { factIds } from "../../../shared/facts/catalogue.ts";
import { checks } from "../../checks/registry.ts";
import { completionScript } from "../completion.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";

export async function completion({ command, terminal }: CommandContext): Promise<ExitCode> {
  const [shell] = command.positionals;
  if (shell !== "bash" && shell !== "zsh" && shell !== "fish") throw new Error("the shell was not checked");
  terminal.write(completionScript(shell, { checks: checks.map(({ id }) => id), facts: factIds }));
  return exitCodes.go;
}
