// Built from code points, so that this file itself holds none of them. Control characters (C0 without tab and line feed, DEL, C1), marks that
// turn the direction of writing (UAX #9) and characters of no width: a terminal or a page must not be steered by what a command printed.
const steering = new RegExp(
  [
    [0x00, 0x08],
    [0x0b, 0x1f],
    [0x7f, 0x9f],
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    [0xfeff, 0xfeff],
    [0xfff9, 0xfffb],
  ]
    .map(([from = 0, to = 0]) => `[\\u{${from.toString(16)}}-\\u{${to.toString(16)}}]`)
    .join("|"),
  "gu",
);

// With the u flag a surrogate matches only when it stands alone.
const loneSurrogate = /[\ud800-\udfff]/gu;

/** At most `max` UTF-16 units of text without anything that steers a terminal; line feeds and tabs stay. */
export function plainText(text: string, max: number): string {
  const clean = text
    .slice(0, max * 2)
    .replace(/\r\n/g, "\n")
    .replace(steering, "")
    .replace(loneSurrogate, "\ufffd");
  return clean.length <= max ? clean : `${clean.slice(0, max - 1).replace(loneSurrogate, "")}…`;
}
