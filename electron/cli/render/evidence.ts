import { type LabelledRow, quoteMark } from "../layout.ts";
import { terminalText } from "../terminalText.ts";

/** One piece of evidence: its source, and what it said, one line each where it said several. */
export function seenLines(source: string, seen: string): readonly string[] {
  const lines = seen.split("\n").filter((line) => line.trim() !== "");
  const [only = ""] = lines;
  return lines.length < 2 ? [`${source}: ${only}`] : [`${source}:`, ...lines.map((line) => `  ${line}`)];
}

/** Lines from outside as quoted rows; an indent stays when a line wraps. */
export function quotedRows(label: string, lines: readonly string[]): readonly LabelledRow[] {
  return lines.map((line, index) => [index === 0 ? label : "", terminalText(line).trimStart(), quoteMark + (/^ */.exec(line)?.[0] ?? "")]);
}
