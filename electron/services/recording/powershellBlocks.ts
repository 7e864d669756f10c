/** The lines of the one PowerShell script (electron/probes/windows/powershell.ts). */
const blockLine = /<<preflight:([a-z-]+):([A-Za-z0-9+/]+={0,2})>>/g;

/**
 * A text with each block of the PowerShell script decoded, changed and encoded again. `json` gets the name and the parsed answer; a block that
 * is no JSON any more is changed as text. What stands between the blocks is changed as text too.
 */
export function changeBlocks(
  text: string,
  change: { readonly text: (text: string) => string; readonly json: (block: string, value: unknown) => unknown },
): string {
  let out = "";
  let end = 0;
  for (const match of text.matchAll(blockLine)) {
    const [whole, name = "", base64 = ""] = match;
    out += change.text(text.slice(end, match.index));
    end = match.index + whole.length;
    const decoded = Buffer.from(base64, "base64").toString("utf8");
    let changed: string;
    try {
      changed = JSON.stringify(change.json(name, JSON.parse(decoded)));
    } catch {
      changed = change.text(decoded);
    }
    out += `<<preflight:${name}:${Buffer.from(changed, "utf8").toString("base64")}>>`;
  }
  return out + change.text(text.slice(end));
}

/** Every string of a JSON value, with the name of its key (for `{ kind, value }` of a registry value, the value's name); `key` changes the keys. */
export function mapStrings(value: unknown, string: (text: string, key: string) => string, key: (text: string) => string, under = ""): unknown {
  if (typeof value === "string") return string(value, under);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, string, key, under));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [key(name), mapStrings(inner, string, key, name === "value" ? under : name)]),
  );
}
