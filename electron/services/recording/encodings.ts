import { encodeCp932 } from "./cp932.ts";

const strictUtf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** UTF-16 little endian: a byte order mark, or a zero behind each of the first two characters. */
function isWide(bytes: Uint8Array): boolean {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return false;
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0);
}

/**
 * The bytes with their text changed, in the encoding that they have: UTF-16, UTF-8 or code page 932. Bytes that are none of them are taken one by
 * one, so that nothing but what is found changes.
 */
export function changeText(bytes: Uint8Array, change: (text: string) => string): Uint8Array {
  if (isWide(bytes)) return Uint8Array.from(Buffer.from(change(Buffer.from(bytes).toString("utf16le")), "utf16le"));
  try {
    return new TextEncoder().encode(change(strictUtf8.decode(bytes)));
  } catch {
    // Not UTF-8.
  }
  const text = new TextDecoder("shift_jis").decode(bytes);
  const again = encodeCp932(text);
  if (again !== null && equal(again, bytes)) {
    const changed = encodeCp932(change(text));
    if (changed !== null) return changed;
  }
  return Uint8Array.from(Buffer.from(change(Buffer.from(bytes).toString("latin1")), "latin1"));
}

const hex = (bytes: Uint8Array, between: string) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(between);
const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString("latin1"));
const wide = (text: string) => Buffer.from(text, "utf16le");
const base64 = (bytes: Uint8Array) => {
  // Without the last group, which depends on what follows.
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3));
  return whole.length < 6 ? null : Buffer.from(whole).toString("base64");
};

/** Other ways in which commands and files write a text; null where a text has none of that kind. The plain text itself is not among them. */
export const writings: readonly ((text: string) => string | null)[] = [
  // JSON, with and without characters beyond ASCII.
  (text) => JSON.stringify(text).slice(1, -1),
  (text) =>
    JSON.stringify(text)
      .slice(1, -1)
      .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`),
  // nmcli -t
  (text) => text.replace(/[\\:]/g, "\\$&"),
  (text) => text.normalize("NFD"),
  // iw, wpa_supplicant
  (text) =>
    [...utf8(text)].map((byte) => (byte > 0x7e || byte < 0x20 ? `\\x${byte.toString(16).padStart(2, "0")}` : String.fromCharCode(byte))).join(""),
  // An address of a page
  (text) =>
    [...utf8(text)]
      .map((byte) =>
        /[A-Za-z0-9._~-]/.test(String.fromCharCode(byte)) ? String.fromCharCode(byte) : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
      )
      .join(""),
  (text) => hex(utf8(text), ""),
  (text) => hex(utf8(text), "-"),
  (text) => hex(utf8(text), " "),
  (text) => hex(wide(text), ""),
  (text) => hex(wide(text), "-"),
  (text) => hex(wide(text), ","),
  (text) => base64(utf8(text)),
  (text) => base64(wide(text)),
  // Other encodings between bytes that are no text
  (text) => latin1(encodeCp932(text)),
  (text) => latin1(utf8(text)),
  (text) => latin1(wide(text)),
  // Property lists in binary form have the other byte order.
  (text) => latin1(Buffer.from(text, "utf16le").swap16()),
];
