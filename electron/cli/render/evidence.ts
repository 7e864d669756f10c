/** One piece of evidence: its source, and what it said, one line each where it said several. */
export function seenLines(source: string, seen: string): readonly string[] {
  const lines = seen.split("\n").filter((line) => line.trim() !== "");
  const [only = ""] = lines;
  return lines.length < 2 ? [`${source}: ${only}`] : [`${source}:`, ...lines.map((line) => `  ${line}`)];
}

/** The spaces before a line: it keeps them when it wraps. */
export function indentOf(line: string): string {
  return /^ +/.exec(line)?.[0] ?? "";
}
