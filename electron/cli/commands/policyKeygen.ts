import { lstat, rm } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "../../services/errorDetail.ts";
import { type MadeFolder, makeFolder } from "../../services/madeFolder.ts";
import { generateKeys } from "../../services/policySignature.ts";
import { writeWhole } from "../../services/writeWhole.ts";
import type { CommandContext } from "../context.ts";
import { type ExitCode, exitCodes } from "../exitCodes.ts";
import { fileFailure } from "../fileFailure.ts";
import { labelled } from "../layout.ts";
import { terminalText } from "../terminalText.ts";
import { wrap } from "../wrap.ts";

/** A link counts too: a key may stand behind it. */
async function isThere(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    (error: unknown) => errorCode(error) !== "ENOENT" && errorCode(error) !== "ENOTDIR",
  );
}

export async function policyKeygen({ command, terminal, text }: CommandContext): Promise<ExitCode> {
  const folder = command.values.get("out")?.[0] ?? ".";
  const privateFile = path.join(folder, "policy.key");
  const publicFile = path.join(folder, "policy.pub");
  for (const file of [privateFile, publicFile]) {
    if (await isThere(file)) {
      terminal.complain(text.own("cli.policy.key-exists", { file }));
      return exitCodes.couldNotRun;
    }
  }
  const keys = generateKeys();
  let writing = folder;
  let made: MadeFolder | null = null;
  try {
    made = await makeFolder(folder);
    writing = privateFile;
    await writeWhole(privateFile, keys.privatePem, { mode: 0o600, replace: false });
    writing = publicFile;
    await writeWhole(publicFile, keys.publicPem, { mode: 0o644, replace: false }).catch(async (error: unknown) => {
      // A private key without its public half is of no use; it was made a moment ago and nobody has used it.
      await rm(privateFile, { force: true });
      throw error;
    });
  } catch (error) {
    await made?.undo();
    const taken = errorCode(error) === "EEXIST" && writing !== folder;
    terminal.complain(
      taken
        ? text.own("cli.policy.key-exists", { file: writing })
        : text.own("cli.file.unwritable", { file: writing, why: fileFailure(error, text) }),
    );
    return exitCodes.couldNotRun;
  }
  terminal.print([
    text.own("cli.policy.keys"),
    ...labelled(
      [
        [text.own("cli.policy.keys.private"), terminalText(privateFile)],
        [text.own("cli.policy.keys.public"), terminalText(publicFile)],
      ],
      2,
      terminal.columns,
    ),
    ...wrap(text.own("cli.policy.keys.advice"), terminal.columns),
  ]);
  return exitCodes.go;
}
