// Built from code points, so that this file itself holds none of them.
const ranges: readonly (readonly [number, number])[] = [
  // C0 controls without tab and line feed, DEL and C1 controls: cursor, colours, window title.
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  // Soft hyphen, joiners, fillers and other characters that cannot be seen.
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180e, 0x180e],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  // Tags, and what is reserved beside them: a whole hidden text. The variants of Chinese characters between them (names have them) stay.
  [0xe0000, 0xe00ff],
  [0xe01f0, 0xe0fff],
  // Marks and overrides of the direction of writing, line separators, zero width.
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  // Surrogates: with the u flag only those that stand alone.
  [0xd800, 0xdfff],
];
const classOf = (list: readonly (readonly [number, number])[]) =>
  new RegExp(`[${list.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`).join("")}]`, "gu");

/**
 * Characters that steer a terminal, turn the direction of writing (UAX #9) or hide text (UTS #39): what text from outside may not show as they are, in
 * no door. Tab and line feed are left alone. For `replace` only: it is global.
 */
export const steering: RegExp = classOf(ranges);

/** The same with tab and line feed, for what must stay one line. */
export const steeringOrBreak: RegExp = classOf([...ranges, [0x09, 0x0a]]);

/** Each UTF-16 unit as an escape of JSON. */
export function jsonEscape(character: string): string {
  return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).toUpperCase().padStart(4, "0")}`).join("");
}
