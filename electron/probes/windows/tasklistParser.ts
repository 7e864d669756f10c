import { decodeConsole } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/**
 * `tasklist /fo csv /nh`: five quoted fields a line, the name of the program first and the number of the process second. Names are not
 * translated, numbers may be grouped. A line that is anything else (a refusal in the language of the PC) spoils the answer.
 */
export function parseTasklist(bytes: Uint8Array): Parsed<readonly string[]> {
  const lines = decodeConsole(bytes)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "");
  const names = lines.map((line) => /^"([^"]{1,260})","\d+","[^"]*","\d+","[^"]*"$/.exec(line)?.[1] ?? null);
  if (names.length === 0 || names.includes(null)) return notParsed("tasklist: not a list of programs");
  return parsed(names.flatMap((name) => name ?? []));
}
