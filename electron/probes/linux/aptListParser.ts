import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

export interface Upgrade {
  readonly name: string;
  readonly security: boolean;
}
export interface Upgrades {
  readonly upgrades: readonly Upgrade[];
  /** Rows of packages that wait, too, but of which it cannot be told whether they are for security. */
  readonly unread: number;
}

// The end as apt says it in English and in Japanese (apt/po/ja.po).
const rowEnd = /\[(upgradable from: [^\]]+|[^\]]+ からアップグレード可)\]$/;
// The suite may hold spaces ("Ubuntu 16.04"), version and architecture do not.
const row = /^([a-z0-9][a-z0-9+.:-]*)\/(.+) (\S+) (\S+) \[[^\]]+\]$/;
const heading = /^(?:Listing|一覧表示)\.\.\.(?:\s*(?:Done|完了))?$/;
// Hints of apt (N:), its warnings (W:) and the sentence that it writes to whoever is no terminal.
const aside = /^(?:[NW]: |WARNING: apt does not have a stable CLI interface\.)/;
// A line of a shell: what was pasted may hold the command itself, and the prompt behind the output.
const prompt = /^[\w.@:~/[\] -]{0,64}[$#](?: |$)/;

/**
 * `apt list --upgradable`. Its first line "Listing..." is the proof that apt spoke: without it no output means nothing. The archive field
 * names every pocket that has the version ("jammy-updates,jammy-security"); one of them ends in "-security" when it is a security update.
 * Every other line must be one that we know; a row that only its end shows is counted. An output that is cut between two rows looks like a whole one:
 * apt prints no end.
 */
export function parseAptList(stdout: Uint8Array, stderr: Uint8Array): Parsed<Upgrades> {
  const text = decodeUtf8(stdout).replaceAll("\r\n", "\n");
  // apt can print an error and still end with 0, and so speak for only a part of the lists.
  const failure = `${decodeUtf8(stderr)}\n${text}`.split("\n").find((line) => line.startsWith("E: "));
  if (failure !== undefined) return notParsed(`apt: ${failure.slice(0, 200)}`);
  const lines = text.split("\n").map((line) => line.trimEnd());
  const start = lines.findIndex((line) => heading.test(line));
  if (start < 0) return notParsed("apt: the line Listing... is missing");
  // The end of the last line: without it the output was cut, unless the line shows its own end or was pasted from a terminal.
  const last = lines.at(-1) ?? "";
  if (last !== "" && !rowEnd.test(last) && !prompt.test(last) && !aside.test(last) && last === last.replace(/(Done|完了)$/, ""))
    return notParsed("apt: the output ends in the middle of a line");
  const upgrades: Upgrade[] = [];
  let unread = 0;
  for (const [index, line] of lines.entries()) {
    if (index === start || line === "" || aside.test(line)) continue;
    // Before the heading only what a terminal shows; behind it rows.
    if (rowEnd.test(line) && index > start) {
      const [, name, archives] = row.exec(line) ?? [];
      if (name === undefined || archives === undefined) unread += 1;
      else upgrades.push({ name: outside(name), security: archives.split(",").some((archive) => archive.endsWith("-security")) });
    } else if (!prompt.test(line)) return notParsed(`apt: a line that is not known: ${line.slice(0, 100)}`);
  }
  return parsed({ upgrades, unread });
}
