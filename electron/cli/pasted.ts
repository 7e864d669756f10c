import type { Platform } from "../../shared/platform.ts";
import { decodeConsole, decodeUtf8 } from "../host/decode.ts";

// What people copy along with an output: the line that they typed, behind the prompt of PowerShell, of cmd or of a Unix shell, or as a comment.
const prompt = /^(?:PS [A-Za-z]:\\[^>]*>|[A-Za-z]:\\[^>|<"]*>|[\w.-]+@[\w.-]+[^$%#>]{0,200}[$%#>](?=\s|$)|[$%](?=\s|$))/;
const comment = /^#(?:\s|$)/;

/**
 * The bytes of a pasted output as the command printed them: UTF-8 without a byte order mark, without the command line before it and the prompt
 * behind it. Line ends of other systems are taken away, except on Windows, where they belong there. Nothing in between is touched.
 */
export function withoutPasting(bytes: Uint8Array, os: Platform): Uint8Array {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoded = os === "windows" || wide ? decodeConsole(bytes) : decodeUtf8(bytes);
  const text = decoded.replace(/^\ufeff/, "");
  const lines = (os === "windows" ? text : text.replaceAll("\r\n", "\n")).split("\n");
  const isNoise = (line: string) => prompt.test(line) || comment.test(line);
  let from = 0;
  while (from < lines.length && (isNoise(lines[from] ?? "") || (from > 0 && (lines[from] ?? "").trim() === "" && isNoise(lines[from - 1] ?? ""))))
    from++;
  let to = lines.length;
  const last = lines.findLastIndex((line) => line.trim() !== "");
  // A prompt without a command behind it.
  if (last >= from && prompt.test(lines[last] ?? "") && (lines[last] ?? "").replace(prompt, "").trim() === "") to = last;
  return new TextEncoder().encode(`${lines.slice(from, to).join("\n")}${to < lines.length ? "\n" : ""}`);
}
