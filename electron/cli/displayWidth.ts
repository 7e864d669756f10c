// Columns that a character takes in a terminal: Unicode UAX #11 (East Asian Width), classes W and F; "ambiguous" counts as one, which is
// what terminals do by default. Shortened to the blocks that occur in names and sentences.
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x23e9, 0x23ec],
  [0x25fd, 0x25fe],
  [0x2614, 0x2615],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x1fa70, 0x1faff],
  [0x20000, 0x3fffd],
];
const marks = /^[\p{Mn}\p{Me}]$/u;

export function characterWidth(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  if (marks.test(character)) return 0;
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}

// Our own colours take no columns.
const colour = new RegExp(`${String.fromCodePoint(0x1b)}\\[[0-9;]*m`, "g");

/** Columns of a text without control characters other than colours. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text.replace(colour, "")) width += characterWidth(character);
  return width;
}

/** Fills up with spaces on the right to `columns`; a longer text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - displayWidth(text)));
}
