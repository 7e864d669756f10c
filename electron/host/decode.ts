const utf8 = new TextDecoder("utf-8", { fatal: false });

/** Text of a command or file. Bytes that are not UTF-8 become U+FFFD; nothing is thrown. */
export function decodeUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}
