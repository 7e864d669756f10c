import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, outside, type Parsed, parsed } from "../common/gather.ts";

/** The settings by "schema key", each as GVariant text. null: the schema is shown twice with different values. */
export type Settings = ReadonlyMap<string, string | null>;

/**
 * `gsettings list-recursively`: a line "schema key value" for each key of every schema. GVariant's text form writes line breaks inside a value
 * as "\n", so no value can forge a line (https://docs.gtk.org/glib/gvariant-text-format.html). A key that only names of other letters have is left out, as
 * nobody asks for it. A line without "schema key value", or without an end, is none of gsettings': somebody else wrote into the output, or it is cut, and
 * nothing of it counts. Keys of child schemas are shown twice, with the same value. What is cut at the end of a line lacks keys: those that decide must all be there.
 */
export function parseGsettings(bytes: Uint8Array): Parsed<Settings> {
  const lines = decodeUtf8(bytes).split("\n");
  if (lines.at(-1) !== "") return notParsed("gsettings: the output ends in the middle of a line");
  const found = new Map<string, string | null>();
  for (const line of lines) {
    const [, schema, key, value] = /^([A-Za-z][\w-]*(?:\.[\w-]+)+) ([a-z][a-z0-9-]*) (\S.*)$/.exec(line) ?? [];
    if (schema === undefined || key === undefined || value === undefined) {
      if (line === "" || /^[\w.-]+ [\w.-]+ \S/.test(line)) continue;
      return notParsed("gsettings: a line that is no setting");
    }
    const name = `${schema} ${key}`;
    found.set(name, found.has(name) && found.get(name) !== value ? null : value);
  }
  return found.size === 0 ? notParsed("gsettings: no settings at all") : parsed(found);
}

function settingOf(settings: Settings, name: string): Parsed<string> {
  const value = settings.get(name);
  if (value === undefined) return notParsed(`gsettings: ${name} is not there`);
  return value === null ? notParsed(`gsettings: ${name} has two values`) : parsed(value);
}

/** A boolean: `true` or `false`. */
export function flagOf(settings: Settings, name: string): Parsed<boolean> {
  const text = settingOf(settings, name);
  if (!text.ok) return text;
  return text.value === "true" || text.value === "false" ? parsed(text.value === "true") : notParsed(`gsettings: ${name} is neither true nor false`);
}

/** A number that is not negative: `300` or, with its type, `uint32 300`. */
export function countOf(settings: Settings, name: string): Parsed<number> {
  const text = settingOf(settings, name);
  if (!text.ok) return text;
  const [, digits] = /^(?:u?int(?:16|32) )?(\d{1,10})$/.exec(text.value) ?? [];
  return digits === undefined ? notParsed(`gsettings: ${name} is not a number`) : parsed(Number(digits));
}

/** A string between quotes, or the short name of an enumeration, which is written the same way. */
export function textOf(settings: Settings, name: string): Parsed<string> {
  const text = settingOf(settings, name);
  if (!text.ok) return text;
  const [, single, double] = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")$/.exec(text.value) ?? [];
  const inner = single ?? double;
  return inner === undefined ? notParsed(`gsettings: ${name} is not a string`) : parsed(outside(inner.replace(/\\(.)/g, "$1")));
}
