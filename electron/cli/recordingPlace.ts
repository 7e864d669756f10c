import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { errorCode } from "../services/errorDetail.ts";
import { makeFolder } from "../services/madeFolder.ts";
import { writeWhole } from "../services/writeWhole.ts";
import type { CommandContext } from "./context.ts";
import { fileFailure } from "./fileFailure.ts";

export interface RecordingPlace {
  /** False: the person has been told why not. */
  write(name: string, content: string): Promise<boolean>;
  /** Takes away what was written, and the folder where it was made for it. */
  undo(): Promise<void>;
}

/** A new folder, or one without anything in it. Null: the person has been told. */
export async function recordingPlace({ terminal, text }: CommandContext, folder: string): Promise<RecordingPlace | null> {
  const unwritable = (file: string, error: unknown) => terminal.complain(text.own("cli.record.unwritable", { file, why: fileFailure(error, text) }));
  const written: string[] = [];
  try {
    const made = await makeFolder(folder);
    if ((await readdir(folder)).length === 0) {
      return {
        async write(name, content) {
          const file = path.join(folder, name);
          try {
            await writeWhole(file, content, { mode: 0o600, replace: false });
            written.push(file);
            return true;
          } catch (error) {
            unwritable(file, error);
            return false;
          }
        },
        async undo() {
          for (const file of written) await rm(file, { force: true }).catch(() => undefined);
          await made.undo();
        },
      };
    }
    terminal.complain(text.own("cli.record.not-empty", { folder }));
  } catch (error) {
    if (errorCode(error) === "EEXIST") terminal.complain(text.own("cli.record.not-empty", { folder }));
    else unwritable(folder, error);
  }
  return null;
}
