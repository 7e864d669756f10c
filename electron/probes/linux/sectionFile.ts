/** Values of an INI-like file by section and key, both as written. The last one counts. */
export type Sections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Files of the kind "[Section]", "key = value", "#" or ";" at the beginning of a comment line. A key before any section belongs to "". Quotes
 * around a value are taken off. Never throws; a line of another shape says nothing.
 */
export function parseSections(text: string): Sections {
  const sections = new Map<string, Map<string, string>>();
  let current = "";
  for (const raw of text.split(/\r?\n/)) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#") || line.startsWith(";")) continue;
    const [, section] = /^\[(.*)\]$/.exec(line) ?? [];
    if (section !== undefined) {
      current = section;
      continue;
    }
    const at = line.indexOf("=");
    if (at <= 0) continue;
    const values = sections.get(current) ?? new Map<string, string>();
    values.set(
      line.slice(0, at).trim(),
      line
        .slice(at + 1)
        .trim()
        .replace(/^(["'])(.*)\1$/, "$2"),
    );
    sections.set(current, values);
  }
  return sections;
}

/** The value in the last of these files that has it, as later files win over earlier ones. */
export function lastValue(files: readonly Sections[], section: string | RegExp, key: string): string | undefined {
  const values = files.flatMap((sections) =>
    [...sections]
      .filter(([name]) => (typeof section === "string" ? name === section : section.test(name)))
      .flatMap(([, pairs]) => pairs.get(key) ?? []),
  );
  return values.at(-1);
}
