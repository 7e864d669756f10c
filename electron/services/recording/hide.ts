import type { AddressBook } from "./addresses.ts";
import { changeText, writings } from "./encodings.ts";
import { type Stream, sameShape } from "./sameShape.ts";

export type PersonalKind = "user" | "host" | "serial" | "ssid" | "name";
export interface Personal {
  readonly kind: PersonalKind;
  readonly value: string;
}

/** Takes personal values out of texts and bytes. */
export interface Hider {
  text(text: string): string;
  bytes(bytes: Uint8Array): Uint8Array;
  /** A whole value that is personal by where it stands, however short. */
  value(kind: PersonalKind, value: string): string;
}

/** Shorter ones stand inside ordinary words; they are replaced where they stand by definition only. */
const shortest = 3;
const byte = "[0-9a-f]{1,2}";
const quad = "(?:\\d{1,3}\\.){3}\\d{1,3}";
const group = "[0-9a-f]{1,4}";
const patterns = {
  // An account that looks like mail, and names and passwords inside an address.
  credentials: "(?<=//)[^/\\s:@\"']{1,256}:[^/\\s@\"']{1,256}(?=@)",
  // Not the units of systemd, which look alike.
  account:
    "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}(?!service|socket|timer|target|slice|scope|mount|device)\\p{L}{2,24}(?![\\p{L}\\p{N}])",
  // The part of a Windows security identifier that is this PC's or domain's.
  sid: "(?<=\\bS-1-(?:5-21|12-1)-)\\d+-\\d+-\\d+",
  mac: `(?<![0-9a-f:.-])(?:${byte}:){5}${byte}(?![0-9a-f]|:[0-9a-f])|(?<![0-9a-f-])(?:[0-9a-f]{2}-){5}[0-9a-f]{2}(?!-?[0-9a-f])|(?:[0-9a-f]{2}\\\\:){5}[0-9a-f]{2}|(?<=\\b(?:en|wl|ww)x)[0-9a-f]{12}\\b`,
  v6: `(?<![0-9a-z:.])(?:(?:${group}:){7}${group}|(?:${group}(?::${group}){0,6})?::(?:${group}(?::${group}){0,6})?)(?![0-9a-z:])`,
  v4: `(?<![\\d.])${quad}(?!\\d|\\.\\d)`,
} as const;

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
/** No letter or digit beside it; where it begins or ends with something else (Japanese has no spaces), nothing is asked. */
const bounded = (text: string) => {
  const word = /[A-Za-z0-9]/;
  return `${word.test(text[0] ?? "") ? "(?<![A-Za-z0-9])" : ""}${escaped(text)}${word.test(text.at(-1) ?? "") ? "(?![A-Za-z0-9])" : ""}`;
};

/** @param keep names that the policy itself lists, in lower case: verdicts rest on them, and everybody has them. */
export function createHider(personal: readonly Personal[], keep: ReadonlySet<string>, addresses: AddressBook, stream: Stream): Hider {
  const normal = (text: string) => text.normalize("NFC").trim().toLowerCase();
  const isKept = (text: string) => text.trim() === "" || keep.has(normal(text));
  const value = (kind: PersonalKind, text: string) => (isKept(text) ? text : sameShape(text, kind, stream));
  const kinds = new Map<string, PersonalKind>();
  const others = new Map<string, string>();
  const plain: string[] = [];
  for (const { kind, value: given } of personal) {
    const text = given.trim().normalize("NFC");
    if ([...text].length < shortest || isKept(text)) continue;
    if (kinds.has(text.toLowerCase())) continue;
    kinds.set(text.toLowerCase(), kind);
    plain.push(text);
    const replaced = sameShape(text, kind, stream);
    for (const write of writings) {
      const [from, to] = [write(text), write(replaced)];
      if (from !== null && to !== null && from !== text && !others.has(from.toLowerCase())) others.set(from.toLowerCase(), to);
    }
  }
  const longestFirst = (texts: Iterable<string>) => [...texts].sort((a, b) => b.length - a.length);
  const named = [
    ...longestFirst(plain).map((text) => bounded(text)),
    ...longestFirst(others.keys()).map((text) => (/^(?:[0-9a-f]{2}[-, ]?)+$/.test(text) ? `(?<![0-9a-f])${escaped(text)}` : bounded(text))),
  ];
  const pattern = new RegExp(
    [
      ...(["credentials", "account"] as const).map((name) => `(?<${name}>${patterns[name]})`),
      ...(named.length === 0 ? [] : [`(?<named>${named.join("|")})`]),
      ...(["sid", "mac", "v6", "v4"] as const).map((name) => `(?<${name}>${patterns[name]})`),
    ].join("|"),
    "giu",
  );
  const replaceNamed = (found: string): string => {
    const kind = kinds.get(found.normalize("NFC").toLowerCase());
    if (kind !== undefined) return sameShape(found.normalize("NFC"), kind, stream);
    const other = others.get(found.toLowerCase()) ?? found;
    return /^[0-9A-F\s,-]*[A-F][0-9A-F\s,-]*$/.test(found) ? other.toUpperCase() : other;
  };
  const text = (given: string): string =>
    given.replace(pattern, (...match) => {
      const found = String(match[0]);
      const groups = match.at(-1) as Readonly<Partial<Record<"named" | keyof typeof patterns, string>>>;
      if (groups.named !== undefined) return replaceNamed(found);
      if (groups.mac !== undefined) return addresses.mac(found);
      if (groups.v4 !== undefined) return addresses.v4(found);
      if (groups.v6 !== undefined) return addresses.v6(found);
      return isKept(found) ? found : sameShape(found, groups.account === undefined ? "name" : "user", stream);
    });
  return { text, value, bytes: (bytes) => changeText(bytes, text) };
}
