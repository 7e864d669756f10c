import { decodeConsole } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** A key's values by name in lower case (the registry does not tell cases apart), numbers as numbers, and the names of the keys below. */
export interface RegistryKey {
  readonly values: ReadonlyMap<string, string | number>;
  readonly subkeys: readonly string[];
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
 * `reg query KEY`: the key's own line, its values indented by four spaces, then the names of the keys below, each whole. Names of values and
 * types are never translated. https://learn.microsoft.com/windows-server/administration/windows-commands/reg-query
 */
export function parseRegQuery(bytes: Uint8Array, key: string): Parsed<RegistryKey> {
  const own = fullName(key);
  const values = new Map<string, string | number>();
  const subkeys: string[] = [];
  let inside = false;
  for (const text of decodeConsole(bytes).split(/\r?\n/)) {
    if (/^HKEY_/i.test(text)) {
      const name = text.trim().toLowerCase();
      inside = name === own;
      if (!inside && name.startsWith(`${own}\\`)) subkeys.push(text.trim().slice(own.length + 1));
      continue;
    }
    const [, name, kind, value] = line.exec(text) ?? [];
    if (!inside || name === undefined || kind === undefined) continue;
    values.set(defaultName.test(name) ? "" : name.toLowerCase(), readValue(kind, value ?? ""));
  }
  return values.size === 0 && subkeys.length === 0 && !inside ? notParsed(`reg: no line of ${key}`) : parsed({ values, subkeys });
}
