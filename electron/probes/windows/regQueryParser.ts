import { decodeConsole } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** By name in lower case (the registry does not tell cases apart); numbers as numbers. */
export type RegistryValues = ReadonlyMap<string, string | number>;

/** A key's values and the names of the keys directly below. */
export interface RegistryKey {
  readonly values: RegistryValues;
  readonly subkeys: readonly string[];
  /** Values of all keys below, by path in lower case; only for the keys that the catalogue reads deeply. */
  readonly below: ReadonlyMap<string, RegistryValues>;
  /** Everything below could be read. */
  readonly complete: boolean;
  /** The key's own values could be read; otherwise it is only known to be there. */
  readonly valuesRead: boolean;
  /** Only some of its values were asked for: one that is missing here may be set all the same. Absent: all of them were read. */
  readonly partial?: true;
}
const line = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;
/** In every language the name of a key's default value stands in brackets; it is stored under the empty name. */
const defaultName = /^[(（].*[)）]$/;

function readValue(kind: string, text: string): string | number {
  if (kind === "REG_DWORD" || kind === "REG_QWORD") return /^0x[0-9a-f]{1,16}$/i.test(text) ? Number(text) : text;
  return kind === "REG_MULTI_SZ" ? text.replaceAll("\\0", "\n") : text;
}

function fullName(key: string): string {
  return key.replace(/^HKLM/, "HKEY_LOCAL_MACHINE").replace(/^HKCU/, "HKEY_CURRENT_USER").toLowerCase();
}

/**
 * `reg query KEY` and `reg query KEY /s`: a key's line, its values indented by four spaces, an empty line, then the keys below, each by its whole
 * name. Names of values and types are never translated. A key without values is not always named itself, and one that is empty leaves an empty
 * line, as does an output that was cut: then only its being there counts. Values without the empty line behind them were cut, and a name that
 * comes twice is a line break inside a value, made to look like another value: nothing of such an output counts.
 * https://learn.microsoft.com/windows-server/administration/windows-commands/reg-query
 */
export function parseRegQuery(bytes: Uint8Array, key: string): Parsed<RegistryKey> {
  const own = fullName(key);
  const text = decodeConsole(bytes);
  const keys = new Map<string, Map<string, string | number>>();
  const subkeys: string[] = [];
  let current: Map<string, string | number> | undefined;
  let isClosed = true;
  const rows = text.split(/\r?\n/);
  for (const [index, row] of rows.entries()) {
    // What stands behind the last line break is no line.
    if (row.trim() === "" && index < rows.length - 1) isClosed = true;
    if (/^HKEY_/i.test(row)) {
      const name = row.trim().toLowerCase();
      const path = name === own ? "" : name.startsWith(`${own}\\`) ? name.slice(own.length + 1) : null;
      current = path === null ? undefined : (keys.get(path) ?? new Map());
      isClosed = path !== "";
      if (path === null || current === undefined) continue;
      keys.set(path, current);
      if (path !== "" && !path.includes("\\")) subkeys.push(row.trim().slice(own.length + 1));
      continue;
    }
    const [, name, kind, value] = line.exec(row) ?? [];
    if (current === undefined || name === undefined || kind === undefined) continue;
    const stored = defaultName.test(name) ? "" : name.toLowerCase();
    if (current.has(stored)) return notParsed(`reg: ${name.slice(0, 100)} comes twice in ${key}`);
    current.set(stored, readValue(kind, value ?? ""));
    isClosed = false;
  }
  const isEmptyKey = text.length > 0 && text.trim() === "";
  if (keys.size === 0 && !isEmptyKey) return notParsed(`reg: no line of ${key}`);
  if (!isClosed) return notParsed(`reg: ${key} is cut`);
  const values = keys.get("") ?? new Map();
  keys.delete("");
  return parsed({ values, subkeys, below: keys, complete: true, valuesRead: !isEmptyKey });
}

/**
 * Does a pasted output show the whole key? `reg query KEY /v NAME` prints the same as a key with a single value, and `/f` ends with a sentence: from such an
 * output nothing follows for the values that it does not show. A key with several values in a row, or with the keys below it, was not asked for one alone.
 */
export function showsWholeKey(bytes: Uint8Array, key: string): boolean {
  const rows = decodeConsole(bytes)
    .split(/\r?\n/)
    .filter((row) => row.trim() !== "");
  const heads = rows.flatMap((row, index) => (/^HKEY_/i.test(row) ? [index] : []));
  const isForeign = heads.length === 0 || !/^(?:HKEY_| {4})/i.test(rows.at(-1) ?? "");
  const groups = heads.map((from, index) => ({
    name: (rows[from] ?? "").trim().toLowerCase(),
    values: (heads[index + 1] ?? rows.length) - from - 1,
  }));
  const [own, ...more] = groups.filter(({ name }) => name === fullName(key));
  const hasBelow = groups.some(({ name, values }) => name.startsWith(`${fullName(key)}\\`) && values === 0);
  return !isForeign && more.length === 0 && ((own?.values ?? 0) > 1 || hasBelow || (own === undefined && heads.length > 0));
}
