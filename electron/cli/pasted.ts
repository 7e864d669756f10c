import type { Platform } from "../../shared/platform.ts";
import { decodeConsole, decodeUtf8 } from "../host/decode.ts";

// What people copy along with an output: the line that they typed, behind the prompt of PowerShell, of cmd or of a Unix shell, or as a comment.
const prompt =
  /^(?:PS [A-Za-z]:\\[^>]*>|[A-Za-z]:\\[^>|<"]*>|(?:\([\w.-]{1,40}\) )?[\w.-]+@[\w.-]+[^$%#>]{0,200}[$%#>](?=\s|$)|\[[\w.-]+@[\w.-]+ [^\]]{0,200}\][$%#](?=\s|$)|(?:ba|z)?sh-[\d.]+[$%#](?=\s|$)|[$%](?=\s|$))/;
const comment = /^#(?:\s|$)/;
/** The greeting of a fresh window of cmd or PowerShell; it counts as one only where a prompt stands below it. */
const greeting = /^(?:\s*|Microsoft Windows \[.*\]|Windows PowerShell|(?:\(c\)|Copyright).{0,120}Microsoft.*|.*https:\/\/aka\.ms\/.*)\s*$/i;
/** "-- More (57%) --", as `more` leaves it between two screens, in the language of the PC; `less` and `more` of Unix: "--More--". */
const pager = /^-- ?[^-\s][^-]{0,40}--\s*$/;

/**
 * The bytes of a pasted output as the command printed them: UTF-8 without a byte order mark, without the command line before it and the prompt
 * behind it. Line ends of other systems are taken away, except on Windows, where they belong there. In between, only the lines of a pager go.
 */
export function withoutPasting(bytes: Uint8Array, os: Platform): Uint8Array {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const decoded = os === "windows" || wide ? decodeConsole(bytes) : decodeUtf8(bytes);
  const text = decoded.replace(/^\ufeff/, "");
  const lines = (os === "windows" ? text : text.replaceAll("\r\n", "\n")).split("\n").filter((line) => !pager.test(line));
  const isNoise = (line: string) => prompt.test(line) || comment.test(line);
  const typed = lines.findIndex((line) => prompt.test(line));
  let from = typed > 0 && lines.slice(0, typed).every((line) => greeting.test(line)) ? typed : 0;
  while (from < lines.length && (isNoise(lines[from] ?? "") || (from > 0 && (lines[from] ?? "").trim() === "" && isNoise(lines[from - 1] ?? ""))))
    from++;
  let to = lines.length;
  const last = lines.findLastIndex((line) => line.trim() !== "");
  // A prompt without a command behind it.
  if (last >= from && prompt.test(lines[last] ?? "") && (lines[last] ?? "").replace(prompt, "").trim() === "") to = last;
  const kept = lines.slice(from, to).join("\n");
  // The end of the last line is lost in every copy; a parser that wants to see it would not believe what was pasted whole.
  return new TextEncoder().encode(kept === "" || (to === lines.length && kept.endsWith("\n")) ? kept : `${kept}\n`);
}
