import { decodeConsole } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/**
 * `tasklist` without `/fo csv`: two lines of headings and rows under a line of "=" in five blocks, whose widths are the columns. A name that fills its
 * column was cut there. https://learn.microsoft.com/windows-server/administration/windows-commands/tasklist
 */
function parseTable(lines: readonly string[]): Parsed<readonly string[]> {
  const ruler = lines.findIndex((line) => /^={10,} =+ =+ =+ =+$/.test(line.trimEnd()));
  const width = lines[ruler]?.indexOf(" ") ?? -1;
  const rows = ruler < 0 ? [] : lines.slice(ruler + 1);
  // The number of the process stands behind the name; text of several columns in Japanese takes two places a letter, so it is found by its shape.
  const names = rows.map((row) => /^(\S.*?)\s+\d+ (?:\S.*?)?\s+\d+\s+[\d.,'\u00a0\u202f ]+ ?K?\S*$/.exec(row)?.[1] ?? null);
  if (width < 1 || names.length === 0 || names.includes(null)) return notParsed("tasklist: not a list of programs");
  return parsed(names.flatMap((name) => name ?? []));
}

/** Headings of `tasklist /fo csv` without `/nh`: five translated words, none a number. */
const csvHeadings = /^"[^"]*","[^"\d]+","[^"]*","[^"]*","[^"]*"$/;

/**
 * `tasklist /fo csv /nh`: five quoted fields a line, the name of the program first and the number of the process second. Names are not
 * translated, numbers may be grouped. A line that is anything else (a refusal in the language of the PC) spoils the answer.
 */
export function parseTasklist(bytes: Uint8Array): Parsed<readonly string[]> {
  const lines = decodeConsole(bytes)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  if (lines.some((line) => line.startsWith("=========="))) return parseTable(lines);
  const rows = csvHeadings.test(lines[0] ?? "") ? lines.slice(1) : lines;
  const names = rows.map((line) => /^"([^"]{1,260})","\d+","[^"]*","\d+","[^"]*"$/.exec(line)?.[1] ?? null);
  if (names.length === 0 || names.includes(null)) return notParsed("tasklist: not a list of programs");
  return parsed(names.flatMap((name) => name ?? []));
}
