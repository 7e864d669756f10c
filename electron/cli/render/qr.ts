import { encode } from "uqr";

/** Light modules around a QR code, without which readers do not find it (ISO/IEC 18004 asks for four). */
const quietZone = 4;

/**
 * A QR code as lines of half blocks, two rows of modules a line, drawn light on dark as most terminals are and readable either way by
 * today's phones. Null: wider than the terminal, where it would be torn.
 */
export function qrLines(text: string, columns: number): readonly string[] | null {
  const { data, size } = encode(text, { ecc: "L", border: quietZone });
  if (size > columns) return null;
  const isLight = (row: number, column: number) => data[row]?.[column] !== true;
  return Array.from({ length: Math.ceil(size / 2) }, (_, line) =>
    Array.from({ length: size }, (_unused, column) => {
      const [top, bottom] = [isLight(line * 2, column), isLight(line * 2 + 1, column)];
      if (top) return bottom ? "█" : "▀";
      return bottom ? "▄" : " ";
    }).join(""),
  );
}
