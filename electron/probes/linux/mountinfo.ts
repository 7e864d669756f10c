/** A mounted file system of /proc/self/mountinfo (proc(5)). */
export interface MountLine {
  readonly major: string;
  readonly mountPoint: string;
  readonly readOnly: boolean;
  readonly type: string;
  readonly source: string;
}

/** Blanks and the like in paths are written in octal ("\040"). */
const unescaped = (text: string) => text.replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)));

/** The lines that are whole; what is not known is left out, as every file system counts for itself. */
export function parseMountinfo(text: string): readonly MountLine[] {
  return text.split("\n").flatMap((line) => {
    const [before, after] = line.split(" - ", 2);
    const [, , device, , mountPoint, options] = before?.split(" ") ?? [];
    const [type, source = ""] = after?.split(" ") ?? [];
    if (!device || !mountPoint || options === undefined || !type) return [];
    const [major = ""] = device.split(":", 1);
    return [{ major, mountPoint: unescaped(mountPoint), readOnly: options.split(",").includes("ro"), type, source: unescaped(source) }];
  });
}
