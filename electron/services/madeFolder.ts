import { mkdir, rmdir } from "node:fs/promises";
import path from "node:path";

export interface MadeFolder {
  /** Takes away the folders that were made, as far as they are empty. Never throws. */
  undo(): Promise<void>;
}

/**
 * Makes a folder for this user alone, with those above it that are missing. @throws the system's error.
 */
export async function makeFolder(folder: string): Promise<MadeFolder> {
  const full = path.resolve(folder);
  // The first one that was missing; undefined: none was.
  const first = await mkdir(full, { recursive: true, mode: 0o700 });
  return {
    async undo() {
      if (first === undefined) return;
      const top = path.dirname(path.resolve(first));
      for (let made = full; made !== top && made.startsWith(top); made = path.dirname(made)) {
        try {
          await rmdir(made);
        } catch {
          return;
        }
      }
    },
  };
}
