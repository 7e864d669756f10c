const decoder = new TextDecoder("shift_jis");
let table: ReadonlyMap<string, readonly number[]> | null = null;

/** Code page 932 the other way round: Node decodes it but does not encode it. */
function cp932Table(): ReadonlyMap<string, readonly number[]> {
  const made = new Map<string, readonly number[]>();
  const add = (...bytes: number[]) => {
    const text = decoder.decode(Uint8Array.from(bytes));
    if ([...text].length === 1 && text !== "\ufffd" && !made.has(text)) made.set(text, bytes);
  };
  for (let byte = 0; byte < 256; byte++) add(byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
  return made;
}

/** @throws Error for a character that code page 932 does not have. */
export function encode(text: string, encoding: "utf-8" | "cp932"): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  table ??= cp932Table();
  const map = table;
  return Uint8Array.from(
    [...text.replaceAll(/\r?\n/g, "\r\n")].flatMap((character) => {
      const bytes = map.get(character);
      if (bytes === undefined) throw new Error(`code page 932 has no ${character}`);
      return [...bytes];
    }),
  );
}
