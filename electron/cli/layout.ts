import { displayWidth, padEnd } from "./displayWidth.ts";
import { wrap } from "./wrap.ts";

/** A paragraph with a hanging indent: `first` stands before the first line, spaces of the same width before the others. */
export function hanging(first: string, text: string, columns: number): readonly string[] {
  const indent = displayWidth(first);
  return wrap(text, Math.max(16, columns - indent)).map((line, index) => (index === 0 ? first : " ".repeat(indent)) + line);
}

/** The beginning of a text after `first`, on one line of at most `columns`; "…" says that there is more. */
export function oneLine(first: string, text: string, columns: number): string {
  const [line = "", ...more] = wrap(text, Math.max(16, columns - displayWidth(first) - 1));
  return `${first}${line}${more.length > 0 ? "…" : ""}`;
}

/** A label and its text; `marker` ("1. ") hangs before the text. */
export type LabelledRow = readonly [label: string, text: string, marker?: string];

/** Stands before every line of what others wrote, so that none of it can look like a line of ours. */
export const quoteMark = "│ ";

/** Labels in one column, texts beside them. `width`: columns of the label column when it should be the same in several lists. */
export function labelled(rows: readonly LabelledRow[], indent: number, columns: number, width = 0): readonly string[] {
  const labels = Math.max(width, ...rows.map(([label]) => displayWidth(label)));
  const left = " ".repeat(indent);
  return rows.flatMap(([label, text, marker = ""]) => {
    const quoted = marker.startsWith(quoteMark);
    const lines = hanging(`${left}${padEnd(label, labels)}  ${marker}`, text, columns);
    return quoted ? lines.map((line, index) => (index === 0 ? line : `${left}${padEnd("", labels)}  ${marker}${line.trimStart()}`)) : lines;
  });
}
