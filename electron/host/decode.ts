const utf8 = new TextDecoder("utf-8", { fatal: false });
const strictUtf8 = new TextDecoder("utf-8", { fatal: true });

/** Text of a command or file. Bytes that are not UTF-8 become U+FFFD; nothing is thrown. */
export function decodeUtf8(bytes: Uint8Array): string {
  return utf8.decode(bytes);
}

/**
 * Text of a Windows console program: UTF-16 where it begins with a byte order mark or every second byte is zero, UTF-8 where all bytes are,
 * else code page 932 (Japanese). Other code pages come out with wrong letters beyond ASCII, on which no parser depends. Nothing is thrown.
 */
export function decodeConsole(bytes: Uint8Array): string {
  const wide =
    bytes.length >= 4 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] !== 0 && bytes[1] === 0 && bytes[2] !== 0 && bytes[3] === 0));
  if (wide) return new TextDecoder("utf-16le").decode(bytes);
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return new TextDecoder("shift_jis").decode(bytes);
  }
}
