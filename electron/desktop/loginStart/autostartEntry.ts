/**
 * One argument of `Exec`, quoted twice: for the arguments, then as a string value of the file.
 * https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
function quoted(argument: string): string {
  const forExec = `"${argument.replace(/[\\"`$]/g, (character) => `\\${character}`).replaceAll("%", "%%")}"`;
  return forExec.replaceAll("\\", "\\\\");
}

/** The file that starts the app at log-in; null for a path that no such file can hold. */
export function autostartEntry(command: readonly string[]): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a line of the file cannot hold them
  if (command.length === 0 || command.some((part) => /[\u0000-\u001f\u007f]/.test(part))) return null;
  // An equals sign in the program's name would be read as a setting of the environment.
  if (command[0]?.includes("=")) return null;
  return [
    "[Desktop Entry]",
    "Type=Application",
    "Version=1.5",
    "Name=Preflight",
    "Comment=Checks this PC before remote work",
    "Comment[ja]=テレワークを始める前に、この PC を点検します",
    `Exec=${command.map(quoted).join(" ")}`,
    "Icon=telework-preflight",
    "Terminal=false",
    "X-GNOME-Autostart-enabled=true",
    "",
  ].join("\n");
}

/** The person has switched it off in the settings of their desktop, which leave the file and say so in it. */
export function isSwitchedOff(entry: string): boolean {
  return /^(?:Hidden\s*=\s*true|X-GNOME-Autostart-enabled\s*=\s*false)\s*$/m.test(entry);
}
