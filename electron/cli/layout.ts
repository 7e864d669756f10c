import { displayWidth, padEnd } from "./displayWidth.ts";
import { wrap } from "./wrap.ts";

/** A paragraph with a hanging indent: `first` stands before the first line, spaces of the same width before the others. */
export function hanging(first: string, text: string, columns: number): readonly string[] {
  const indent = displayWidth(first);
  return wrap(text, Math.max(16, columns - indent)).map((line, index) => (index === 0 ? first : " ".repeat(indent)) + line);
}

/** Labels in one column, texts beside them. */
export function labelled(rows: readonly (readonly [string, string])[], indent: number, columns: number): readonly string[] {
  const width = Math.max(0, ...rows.map(([label]) => displayWidth(label)));
  return rows.flatMap(([label, text]) => hanging(`${" ".repeat(indent)}${padEnd(label, width)}  `, text, columns));
}
