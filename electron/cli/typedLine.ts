import type { Command } from "../host/commands/command.ts";

/** A command of the catalogue as a person types it into a terminal of its system; null: nobody types a script of that length. */
export function typedLine({ platform, files, args }: Command): string | null {
  if (args.some((arg) => arg.includes("\n"))) return null;
  const [file = ""] = files;
  // On Windows the folder of the system is on every path; "%SystemRoot%" means nothing to PowerShell.
  const program = platform === "windows" ? file.replace(/^.*\\/, "").replace(/\.exe$/i, "") : file;
  const quoted = (arg: string) => (/^[\w@%+=:,./\\-]+$/.test(arg) ? arg : platform === "windows" ? `"${arg}"` : `'${arg}'`);
  return [program, ...args].map(quoted).join(" ");
}
