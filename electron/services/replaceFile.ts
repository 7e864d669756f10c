import { rename, stat } from "node:fs/promises";
import { whileOthersLook } from "./patience.ts";

/** Windows' read-only mark on a file: it stays until somebody takes it away. */
async function isReadOnly(file: string): Promise<boolean> {
  return stat(file).then(
    ({ mode }) => (mode & 0o200) === 0,
    () => false,
  );
}

/** Gives the draft the name of the file, which it replaces in one step. @throws the system's error; both are then as they were. */
export async function replaceFile(draft: string, file: string): Promise<void> {
  await whileOthersLook(
    () => rename(draft, file),
    () => isReadOnly(file),
  );
}
