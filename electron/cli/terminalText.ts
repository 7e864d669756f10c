// What may not reach a terminal as it is. Built from code points, so that this file itself holds none of them.
const unsafe = new RegExp(
  `[${[
    // C0 controls, DEL and C1 controls: cursor, colours, window title.
    [0x00, 0x1f],
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
    [0xfff9, 0xfffb],
    [0xe0000, 0xe007f],
    // Marks and overrides of the direction of writing: text that reads in another order than it is stored (UAX #9), line separators, zero width.
    [0x61c, 0x61c],
    [0x200b, 0x200f],
    [0x2028, 0x202e],
    [0x2060, 0x206f],
    // Surrogates: with the u flag only those that stand alone.
    [0xd800, 0xdfff],
  ]
    .map(([from = 0, to = 0]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`)
    .join("")}]`,
  "gu",
);

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09) return " ";
  // The block Control Pictures holds a drawing of every C0 control, in the same order.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `<U+${code.toString(16).toUpperCase().padStart(4, "0")}>`;
}

/**
 * Text from outside (an SSID, a file name, a policy's sentence) made harmless for the terminal: one line, nothing invisible, nothing that moves
 * the cursor. Every string that Preflight did not write itself passes here before it is printed.
 */
export function terminalText(text: string): string {
  return text.replace(unsafe, visible);
}

/** JSON that is safe to print on a terminal too: the same data, with those characters written as \uXXXX. */
export function terminalJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(unsafe, (character) =>
    character === "\n"
      ? character
      : [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join(""),
  );
}
