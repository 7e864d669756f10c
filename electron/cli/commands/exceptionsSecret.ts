import { randomBytes } from "node:crypto";
import { errorCode } from "../../services/errorDetail.ts";
import { writeWhole } from "../../services/writeWhole.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { fileFailure } from "../fileFailure.ts";
import { wrap } from "../wrap.ts";

/** Makes the secret that the helpdesk and the PCs share for short codes. One that is there is never overwritten. */
export async function exceptionsSecret({ command, terminal, text }: CommandContext): Promise<ExitCode> {
  const file = command.values.get("out")?.[0] ?? "";
  try {
    await writeWhole(file, `${randomBytes(32).toString("hex")}\n`, { mode: 0o600, replace: false });
  } catch (error) {
    const taken = errorCode(error) === "EEXIST";
    terminal.complain(
      taken ? text.own("cli.desk.secret-exists", { file }) : text.own("cli.file.unwritable", { file, why: fileFailure(error, text) }),
    );
    return exitCodes.couldNotRun;
  }
  terminal.print(wrap(text.own("cli.desk.secret", { file }), terminal.columns));
  return exitCodes.go;
}
