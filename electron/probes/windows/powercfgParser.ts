import { decodeConsole } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** A setting of the power scheme in use, plugged in and on battery. */
export interface PowerValues {
  readonly ac: number;
  readonly dc: number;
}

/** GUIDs of the settings: the only words of powercfg that are the same in every language. */
export const powerSettings = {
  videoidle: { subgroup: "7516b95f-f776-4464-8c53-06167f40cc99", setting: "3c0bc021-c8a8-4e07-a973-6b14cbcb2b7e" },
  standbyidle: { subgroup: "238c9fa8-0aad-41ed-83f4-97be242c8f20", setting: "29f6c1db-86da-48c5-9fdb-f2b67b1f44da" },
  consolelock: { subgroup: "fea3413e-7e05-4911-9a71-700331f1c294", setting: "0e796bdb-100d-47d6-a2d5-f7d2daa51f51" },
} as const;
export type PowerSettingId = keyof typeof powerSettings;

const anyGuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

/** The values of one setting's own lines; null: they are not what they should be. */
function valuesOf(own: readonly string[]): PowerValues | null {
  const numbers = own.flatMap((line) => {
    const [, digits] = /[:：]\s*0x([0-9a-f]{8})$/i.exec(line) ?? [];
    return digits === undefined ? [] : [Number.parseInt(digits, 16)];
  });
  const isLast = own.slice(-2).every((line) => /0x[0-9a-f]{8}$/i.test(line));
  const isChoice = own.some((line) => /[:：]\s*\d{3}$/.test(line));
  const [ac, dc] = numbers.slice(-2);
  return !isLast || ac === undefined || dc === undefined || numbers.length !== (isChoice ? 2 : 5) ? null : { ac, dc };
}

/**
 * `powercfg /qh SCHEME SUBGROUP SETTING`, or the same with more settings, as `powercfg /q` prints them: a setting goes as far as the next line with a GUID.
 * Its last two numbers are plugged in and on battery. Before them stand the smallest value, the greatest and the step of a setting with a range, or the
 * numbered choices of the others; an output that is cut ends with one of those, so their number is checked. A setting that this PC does not have leaves the
 * head alone. https://learn.microsoft.com/windows-hardware/design/device-experiences/powercfg-command-line-options
 */
export function parsePowercfg(bytes: Uint8Array, id: PowerSettingId): Parsed<PowerValues> {
  const lines = decodeConsole(bytes)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const heads = lines.flatMap((line, index) => (line.toLowerCase().includes(powerSettings[id].setting) ? [index] : []));
  if (heads.length === 0) return notParsed("powercfg: the setting is not listed");
  const found = heads.map((from) => {
    const end = lines.findIndex((line, index) => index > from && anyGuid.test(line));
    return valuesOf(lines.slice(from + 1, end < 0 ? undefined : end));
  });
  const [values] = found;
  if (!values || found.some((one) => one?.ac !== values.ac || one.dc !== values.dc)) return notParsed("powercfg: not the two values");
  return parsed(values);
}

/**
 * `powercfg /a`: two lists under a heading each, first the kinds of sleep that the PC has. "S0" there is Modern Standby, whatever the language.
 * The second list has the reasons indented below; a PC without any sleep prints that list alone. Only entries with a number in brackets are standby:
 * hibernation, hybrid sleep and fast startup have none in any language, and a PC that has only those never goes to sleep by itself.
 */
export function parseSleepStates(bytes: Uint8Array): Parsed<{ readonly modernStandby: boolean; readonly sleeps: boolean }> {
  const lists: string[][] = [];
  for (const line of decodeConsole(bytes).split(/\r?\n/)) {
    if (line.trim() === "") continue;
    if (/^\S/.test(line)) lists.push([]);
    else lists.at(-1)?.push(line);
  }
  const [have = [], lack = []] = lists;
  const depth = (line: string) => line.replaceAll("\t", "        ").search(/\S/);
  const reasons = (list: readonly string[]) => list.some((line) => depth(line) > depth(list[0] ?? ""));
  const entry = (word: RegExp) => lists.flat().some((line) => word.test(line));
  // Both are always listed, in one list or the other.
  if (lists.length > 2 || have.length === 0 || !entry(/[(（]\s*S0\b/) || !entry(/[(（]\s*S3\b/))
    return notParsed("powercfg: not the two lists of kinds of sleep");
  if (lists.length === 1) return reasons(have) ? parsed({ modernStandby: false, sleeps: false }) : notParsed("powercfg: the second list is missing");
  if (reasons(have) || !reasons(lack)) return notParsed("powercfg: not the two lists of kinds of sleep");
  const has = (kind: RegExp) => have.some((line) => kind.test(line));
  return parsed({ sleeps: has(/[(（]\s*S[0-3]\b/), modernStandby: has(/[(（]\s*S0\b/) });
}
