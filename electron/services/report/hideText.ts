import type { PersonalField } from "../../../shared/personalFields.ts";
import { plainText } from "../plainText.ts";
import type { Pseudonym } from "../secretKey.ts";

export interface PersonalValue {
  readonly field: PersonalField;
  readonly value: string;
}

/** Shorter values stand inside ordinary words: cutting them out would leave riddles that give them away. */
const shortestReplaced = 4;

const quad = "(?:\\d{1,3}\\.){3}\\d{1,3}";
const hex = "[0-9a-f]";
/** IPv4; IPv6 written out or with "::"; MAC with ":", "-" or nmcli's "\:"; interface names that carry a MAC (systemd.net-naming-scheme(7)). */
const addressPatterns = [
  `(?<![\\d.])${quad}(?![\\d.])`,
  `(?<![0-9a-z:])(?:${hex}{1,4}:){7}${hex}{1,4}(?![0-9a-z:])`,
  `(?<![0-9a-z:])(?:${hex}{1,4}(?::${hex}{1,4}){0,6})?::(?:${hex}{1,4}(?::${hex}{1,4}){0,6})?(?:${quad})?(?![0-9a-z:])`,
  `(?<![0-9a-z])(?:${hex}{2}(?:[:-]|\\\\:)){5}${hex}{2}(?![0-9a-z])`,
  `(?<=\\b(?:en|wl|ww)x)${hex}{12}\\b`,
];

/** Loopback and "any" say nothing about anybody. */
export function isPublicAddress(address: string): boolean {
  return address === "*" || /^(127\.|0\.0\.0\.0$|::1?$|::ffff:127\.)/.test(address.replace(/^\[|\]$|%.*$/g, ""));
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

/** How commands and files write the same value: escaped for JSON, nmcli, URLs, as hex or `\xNN`, trimmed, in another Unicode form. */
function writings(value: string): readonly string[] {
  const utf8 = Buffer.from(value, "utf8");
  const json = JSON.stringify(value).slice(1, -1);
  const all = [value, value.trim(), plainText(value, 4000), value.normalize("NFC"), value.normalize("NFD"), json];
  all.push(json.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`));
  all.push(value.replace(/[\\:]/g, "\\$&"), utf8.toString("hex"), [...utf8].map((byte) => `\\x${byte.toString(16).padStart(2, "0")}`).join(""));
  all.push([...utf8].map((byte) => (byte > 0x7e || byte < 0x20 ? `\\x${byte.toString(16).padStart(2, "0")}` : String.fromCharCode(byte))).join(""));
  all.push([...utf8].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""));
  all.push(encodeURIComponentSafely(value));
  return [...new Set(all)].filter((text) => text !== "");
}

function encodeURIComponentSafely(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return "";
  }
}

/**
 * Makes the function that takes personal values out of free text. Values of 4 characters and more become their pseudonym wherever they stand and
 * however they are written; a line that holds a shorter one is hidden as a whole. Equal texts stay equal, different ones different.
 * `addresses`: every IP and MAC address is replaced too, known or not, except those in `keep`.
 */
export function textHider(
  values: readonly PersonalValue[],
  addresses: boolean,
  keep: ReadonlySet<string>,
  pseudonym: Pseudonym,
): (text: string) => string {
  const pseudonyms = new Map<string, string>();
  const short: string[] = [];
  for (const { field, value } of values) {
    for (const writing of writings(value)) {
      const key = writing.toLowerCase();
      if ([...writing].length < shortestReplaced) short.push(key);
      else if (!pseudonyms.has(key)) pseudonyms.set(key, pseudonym(field, value));
    }
  }
  // Longest first, so that a value that contains another is taken as a whole.
  const known = [...pseudonyms.keys()].sort((a, b) => b.length - a.length).map(escaped);
  const parts = [...known, ...(addresses ? addressPatterns : [])];
  const pattern = parts.length === 0 ? null : new RegExp(parts.join("|"), "giu");
  const replace = (found: string): string => {
    const own = pseudonyms.get(found.toLowerCase());
    if (own !== undefined) return own;
    return keep.has(found) || isPublicAddress(found) ? found : pseudonym("addresses", found.toLowerCase().replaceAll("\\", ""));
  };
  const hidesLine = (line: string) => {
    const lower = line.toLowerCase();
    return short.some((value) => lower.includes(value));
  };
  return (text) => {
    const lines =
      short.length === 0
        ? text
        : text
            .split("\n")
            .map((line) => (hidesLine(line) ? pseudonym("hidden", line) : line))
            .join("\n");
    return pattern === null ? lines : lines.replace(pattern, replace);
  };
}
