/** What PowerShell prints of one object: names of properties in lower case (they are never translated), values as text. */
export type Printed = ReadonlyMap<string, string>;

/** "MountPoint           : C:". Warnings of PowerShell ("WARNING: …", "警告: …") have no space before their colon. */
const property = /^([A-Za-z][A-Za-z0-9_]{0,60}) *? : ?(.*)$|^([A-Za-z][A-Za-z0-9_]{0,60}) +:$/;

function printedLists(lines: readonly string[]): readonly Printed[] {
  const records: Map<string, string>[] = [];
  let current: Map<string, string> | null = null;
  let last = "";
  for (const line of lines) {
    const [, withValue, value = "", bare] = property.exec(line) ?? [];
    const name = (withValue ?? bare)?.toLowerCase();
    if (name === undefined) {
      // A long value goes on below itself; everything else that is no property stands between two objects.
      if (current !== null && /^\s{2,}\S/.test(line) && current.has(last)) current.set(last, `${current.get(last)} ${line.trim()}`);
      else current = null;
      continue;
    }
    // A name that comes again belongs to the next object.
    if (current === null || current.has(name)) {
      current = new Map();
      records.push(current);
    }
    current.set(name, value.trim());
    last = name;
  }
  return records;
}

interface Span {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}
const spansOf = (line: string): readonly Span[] =>
  [...line.matchAll(/\S+/g)].map((match) => ({ text: match[0], from: match.index, to: match.index + match[0].length }));

/** Each word under the column that it touches; one that touches none, under the last that begins before it. */
function cellsOf(line: string, columns: readonly Span[]): readonly string[] {
  const cells = columns.map((): string[] => []);
  for (const word of spansOf(line)) {
    const touched = columns.findIndex(({ from, to }) => word.from < to && word.to > from);
    const before = columns.findLastIndex(({ from }) => from <= word.from);
    cells[touched >= 0 ? touched : Math.max(0, before)]?.push(word.text);
  }
  return cells.map((words) => words.join(" "));
}

/** Tables: headings of one to three lines, a line of dashes below them, a row an object until an empty line. A value that is cut ("…") is left out. */
function printedTables(lines: readonly string[]): readonly Printed[] {
  return lines.flatMap((line, at): Printed[] => {
    if (!/^\s*-+(?:\s+-+)+\s*$/.test(line)) return [];
    const columns = spansOf(line);
    const before = lines.slice(Math.max(0, at - 3), at);
    const headings = before.slice(before.findLastIndex((one) => one.trim() === "") + 1).map((one) => cellsOf(one, columns));
    const names = columns.map((_, index) =>
      headings
        .map((cells) => cells[index] ?? "")
        .join("")
        .replaceAll(" ", "")
        .toLowerCase(),
    );
    const end = lines.findIndex((one, index) => index > at && one.trim() === "");
    return lines.slice(at + 1, end < 0 ? undefined : end).map((row) => {
      const cells = cellsOf(row, columns);
      return new Map(names.flatMap((name, index) => (/…|\.\.\.$/.test(cells[index] ?? "") ? [] : [[name, cells[index] ?? ""] as const])));
    });
  });
}

/**
 * The objects of `… | Format-List` or of the table that PowerShell prints where nothing is asked for
 * (https://learn.microsoft.com/powershell/scripting/samples/using-format-commands-to-change-output-view).
 */
export function printedObjects(text: string): readonly Printed[] {
  const lines = text.split(/\r?\n/);
  const tables = printedTables(lines);
  return tables.length > 0 ? tables : printedLists(lines);
}

/** "True" and "False" are the same in every language of Windows. */
export function printedFlag(printed: Printed, name: string): boolean | null {
  const word = printed.get(name)?.toLowerCase();
  return word === "true" ? true : word === "false" ? false : null;
}
