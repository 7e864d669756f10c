import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

export interface Upgrade {
  readonly name: string;
  readonly security: boolean;
}

const upgradeLine = /^([a-z0-9][a-z0-9+.:-]*)\/(\S+) \S+ \S+ \[upgradable from: [^\]]+\]$/;

/**
 * `apt list --upgradable`. Its first line "Listing..." is the proof that apt spoke: without it no output means nothing. The archive field
 * names every pocket that has the version ("jammy-updates,jammy-security"); one of them ends in "-security" when it is a security update.
 * Every other line must be one that we know.
 */
export function parseAptList(stdout: Uint8Array, stderr: Uint8Array): Parsed<readonly Upgrade[]> {
  // apt can print an error and still end with 0, and so speak for only a part of the lists.
  const failure = decodeUtf8(stderr)
    .split("\n")
    .find((line) => line.startsWith("E:"));
  if (failure !== undefined) return notParsed(`apt: ${failure.slice(0, 200)}`);
  const [first, ...lines] = decodeUtf8(stdout).split("\n");
  if (first?.trim() !== "Listing...") return notParsed("apt: the line Listing... is missing");
  // The end of the last line: without it the output was cut.
  if (lines.at(-1) !== "") return notParsed("apt: the output ends in the middle of a line");
  const upgrades: Upgrade[] = [];
  for (const line of lines.slice(0, -1)) {
    const [, name, archives] = upgradeLine.exec(line) ?? [];
    // With several versions apt adds a hint to stdout when it is no terminal; it starts with "N:".
    if (name === undefined || archives === undefined) {
      if (line === "" || line.startsWith("N: ")) continue;
      return notParsed(`apt: a line that is not known: ${line.slice(0, 100)}`);
    }
    upgrades.push({ name: outside(name), security: archives.split(",").some((archive) => archive.endsWith("-security")) });
  }
  return parsed(upgrades);
}
