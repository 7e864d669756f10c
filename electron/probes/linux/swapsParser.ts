import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

export interface Swap {
  readonly name: string;
  readonly partition: boolean;
}

/** /proc/swaps (proc(5)): a header, then name, type, sizes. Compressed memory (zram) is no disk and is left out. */
export function parseSwaps(bytes: Uint8Array): Parsed<readonly Swap[]> {
  const [header, ...lines] = decodeUtf8(bytes).split("\n");
  if (!header?.startsWith("Filename")) return notParsed("/proc/swaps: no header");
  const swaps: Swap[] = [];
  for (const line of lines.filter((text) => text !== "")) {
    const [name, type] = line.split(/\s+/);
    if (!name?.startsWith("/") || (type !== "partition" && type !== "file")) return notParsed("/proc/swaps: a line that is not known");
    if (!/^\/dev\/zram\d+$/.test(name)) swaps.push({ name, partition: type === "partition" });
  }
  return parsed(swaps);
}
