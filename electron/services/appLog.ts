import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { plainText } from "./plainText.ts";

export const appLogFile = "preflight.log";
/** Bytes after which the file becomes `preflight.log.1`, in place of the one before: both together stay below half a megabyte. */
const largest = 200_000;
const longestLine = 2000;

interface AppLogOptions {
  /** The state folder. */
  readonly folder: string;
  /** The person's home folder: file names in error messages would name them. */
  readonly home: string;
  readonly now: () => Date;
}

/** Paths below the home folder name the person; stacks hold them with either slash, as a URL, and in any case. */
function withoutHome(line: string, home: string): string {
  const forms = new Set([home, home.replaceAll("\\", "/"), encodeURI(home.replaceAll("\\", "/"))].filter((form) => form.length > 1));
  return [...forms].reduce((text, form) => text.replace(new RegExp(form.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), "gi"), "~"), line);
}

/**
 * Where the window app's own failures are written: a packaged app has no terminal that anybody sees. Technical words alone; nothing that a probe saw
 * goes in. Written at once, so that the last line before a crash is there. Never throws: an app without a log goes on.
 */
export function openAppLog({ folder, home, now }: AppLogOptions): (line: string) => void {
  const file = join(folder, appLogFile);
  return (line) => {
    const text = line
      .split("\n")
      .map((part) => plainText(withoutHome(part, home), longestLine))
      .join("\n  ");
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (size > largest) renameSync(file, `${file}.1`);
      appendFileSync(file, `${now().toISOString()} ${text.slice(0, 4 * longestLine)}\n`, { mode: 0o600 });
    } catch {
      // A full disk, or a folder that cannot be written: the screen says so by itself.
    }
  };
}
