import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** `gsettings get` of a boolean prints `true` or `false`. */
export function parseFlag(bytes: Uint8Array): Parsed<boolean> {
  const text = decodeUtf8(bytes).trim();
  return text === "true" || text === "false" ? parsed(text === "true") : notParsed("gsettings: neither true nor false");
}

/** `gsettings get` of a number prints `300` or, with its type, `uint32 300`. */
export function parseCount(bytes: Uint8Array): Parsed<number> {
  const [, digits] = /^(?:u?int32 )?(\d{1,10})$/.exec(decodeUtf8(bytes).trim()) ?? [];
  return digits === undefined ? notParsed("gsettings: not a number") : parsed(Number(digits));
}
