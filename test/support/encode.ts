import { encodeCp932 } from "../../electron/services/recording/cp932.ts";

/** Text as a Windows console program prints it: code page 932 with CRLF; or UTF-8. @throws Error for a character that code page 932 does not have. */
export function encode(text: string, encoding: "utf-8" | "cp932"): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = encodeCp932(text.replaceAll(/\r?\n/g, "\r\n"));
  if (bytes === null) throw new Error("a character that code page 932 does not have");
  return bytes;
}
