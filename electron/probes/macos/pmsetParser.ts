import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";
import { plistAt, plistNumber } from "../common/plist.ts";
import type { PlistValue } from "../common/plistValue.ts";

/** Minutes until the display is switched off, by what feeds the Mac; 0: never, null: a Mac without that (no battery). */
export interface DisplaySleep {
  readonly ac: number | null;
  readonly battery: number | null;
}

const longest = 100_000;

/** `pmset -g custom`: a section for each way of feeding, in any order, with the settings indented by a blank. */
export function parsePmset(bytes: Uint8Array): Parsed<DisplaySleep> {
  const found: { ac: number | null; battery: number | null } = { ac: null, battery: null };
  let section: keyof DisplaySleep | null = null;
  let hasBattery = false;
  const lines = decodeUtf8(bytes).split("\n");
  if (lines.at(-1) !== "") return notParsed("pmset: ends in the middle of a line");
  for (const line of lines) {
    if (/^\S.*:\s*$/.test(line)) section = line.startsWith("AC Power:") ? "ac" : line.startsWith("Battery Power:") ? "battery" : null;
    hasBattery ||= section === "battery";
    const minutes = /^\s+displaysleep\s+(\d{1,6})(?:\s+\(.*\))?\s*$/.exec(line)?.[1];
    if (section !== null && minutes !== undefined && Number(minutes) <= longest) found[section] = Number(minutes);
  }
  // A battery whose setting is missing is not the same as none: the mains would speak for both.
  if (hasBattery && found.battery === null) return notParsed("pmset: no displaysleep on battery");
  return found.ac === null ? notParsed("pmset: no displaysleep on AC power") : parsed(found);
}

/**
 * The same out of com.apple.PowerManagement.UUID.plist, in which macOS keeps the settings. undefined unless both sections say it: a value that was
 * never changed may be missing, and then only pmset knows it.
 */
export function displaySleepOfPlist(value: PlistValue): DisplaySleep | undefined {
  const minutes = (section: string) => {
    const number = plistNumber(plistAt(value, section, "Display Sleep Timer"));
    return number !== undefined && Number.isInteger(number) && number >= 0 && number <= longest ? number : undefined;
  };
  const [ac, battery] = [minutes("AC Power"), minutes("Battery Power")];
  return ac === undefined || battery === undefined ? undefined : { ac, battery };
}
