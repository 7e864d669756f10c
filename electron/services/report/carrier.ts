/** What a mail gateway, an editor or a shell may do to a text on its way without changing a word of it. */
export const carrierChanges = ["utf-16", "bom", "line-ends", "last-line"] as const;
export type CarrierChange = (typeof carrierChanges)[number];

export interface Carried {
  /** The text as it was written: with LF, without a byte order mark, with one line feed at its end. */
  readonly text: string;
  /** What was undone. */
  readonly undone: readonly CarrierChange[];
}

function decoderOf([first, second]: Uint8Array): "utf-16le" | "utf-16be" | "utf-8" {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/**
 * Undoes what carriers do. A report holds no carriage return and no mark of its own (they stand as escapes), so nothing that was written is lost.
 * Null: the bytes are no text.
 */
export function undoCarrier(bytes: Uint8Array): Carried | null {
  const encoding = decoderOf(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
  const undone: CarrierChange[] = [];
  const undo = (change: CarrierChange, without: string) => {
    if (without === text) return;
    text = without;
    undone.push(change);
  };
  if (encoding !== "utf-8") undone.push("utf-16");
  if (encoding !== "utf-8") text = text.slice(1);
  else undo("bom", text.replace(/^\ufeff/, ""));
  undo("line-ends", text.replaceAll("\r\n", "\n"));
  let end = text.length;
  while (text.charCodeAt(end - 1) === 0x0a) end--;
  undo("last-line", `${text.slice(0, end)}\n`);
  return { text, undone };
}
