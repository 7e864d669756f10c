import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

/**
 * `pacman -Qu` (pacman(8)): a line "name old -> new" for each package of which the lists have a newer version; "[ignored]" behind those that the user
 * holds back, which are as old as the others. Without any the exit code is 1 and nothing is printed.
 */
export function parsePacmanUpgrades(stdout: Uint8Array, stderr: Uint8Array, code: number): Parsed<readonly string[]> {
  const text = decodeUtf8(stdout);
  const complaint = decodeUtf8(stderr).trim();
  if (complaint !== "" || (code !== 0 && code !== 1)) return notParsed(`pacman: exit ${code} ${complaint.slice(0, 200)}`);
  if (text === "") return code === 1 ? parsed([]) : notParsed("pacman: no output");
  const lines = text.split("\n");
  if (code !== 0 || lines.at(-1) !== "") return notParsed("pacman: the output is not whole");
  const names: string[] = [];
  for (const line of lines.slice(0, -1)) {
    const [, name] = /^([\w@.+-]+) \S+ -> \S+(?: \[ignored\])?$/.exec(line) ?? [];
    if (name === undefined) return notParsed(`pacman: a line that is not known: ${line.slice(0, 100)}`);
    names.push(outside(name));
  }
  return parsed(names);
}
