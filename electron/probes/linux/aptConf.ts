/** The settings of apt by lower-case key: single values and lists ("key::" or a block of strings). */
export interface AptConf {
  readonly values: ReadonlyMap<string, string>;
  readonly lists: ReadonlyMap<string, readonly string[]>;
}

type Token = { readonly kind: "word" | "text" | "mark"; readonly is: string };

/** Null where a text does not follow the grammar, reads other files or is a directive that is not known here. */
function tokens(text: string): readonly Token[] | null {
  const found: Token[] = [];
  const next = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|#(?!clear\s)(?!include\s)[^\n]*|(#clear|[A-Za-z0-9_.+/:-]+)|"((?:[^"\\\n]|\\.)*)"|([{};])/gy;
  let at = 0;
  while (at < text.length) {
    next.lastIndex = at;
    const match = next.exec(text);
    if (match === null) return null;
    const [whole, word, quoted, mark] = match;
    if (word !== undefined) found.push({ kind: "word", is: word });
    else if (quoted !== undefined) found.push({ kind: "text", is: quoted.replaceAll(/\\(.)/g, "$1") });
    else if (mark !== undefined) found.push({ kind: "mark", is: mark });
    at += whole.length;
  }
  return found;
}

interface Draft {
  readonly values: Map<string, string>;
  readonly lists: Map<string, string[]>;
}

function forget({ values, lists }: Draft, key: string): void {
  for (const kept of [values, lists]) for (const name of kept.keys()) if (name === key || name.startsWith(`${key}::`)) kept.delete(name);
}

function put({ values, lists }: Draft, key: string, value: string): void {
  if (!key.endsWith("::")) values.set(key, value);
  else lists.set(key.slice(0, -2), [...(lists.get(key.slice(0, -2)) ?? []), value]);
}

/** One file into what the files before it left. */
function addText(draft: Draft, text: string): boolean {
  const all = tokens(text);
  if (all === null) return false;
  const scopes: string[] = [];
  let words: Token[] = [];
  const inScope = (name: string) => [...scopes, name].join("::").toLowerCase();
  const end = (): boolean => {
    const [first, second, ...rest] = words;
    words = [];
    if (first === undefined) return true;
    if (first.is === "#clear" && first.kind === "word") {
      for (const { is } of second === undefined ? [] : [second, ...rest]) forget(draft, is.toLowerCase().replace(/::$/, ""));
      return true;
    }
    if (rest.length > 0) return false;
    if (second === undefined) {
      // A string alone in a block is a member of the list that the block is; a word alone sets nothing.
      if (first.kind === "text" && scopes.length > 0) put(draft, `${inScope("").slice(0, -2)}::`, first.is);
      return true;
    }
    if (first.kind !== "word") return false;
    put(draft, inScope(first.is), second.is);
    return true;
  };
  for (const token of all) {
    if (token.kind !== "mark") words.push(token);
    else if (token.is === "{") {
      const [name, value, ...rest] = words;
      words = [];
      if (name?.kind !== "word" || rest.length > 0) return false;
      if (value !== undefined) put(draft, inScope(name.is), value.is);
      scopes.push(name.is);
    } else {
      if (!end()) return false;
      if (token.is === "}" && scopes.pop() === undefined) return false;
    }
  }
  return words.length === 0 && scopes.length === 0;
}

/**
 * The files of apt.conf(5) in the order in which apt reads them. Null when they hold what only apt can work out: other files that they read, another
 * folder for them, or a text that is no such file.
 * https://manpages.debian.org/bookworm/apt/apt.conf.5.en.html
 */
export function parseAptConf(texts: readonly string[]): AptConf | null {
  const draft: Draft = { values: new Map(), lists: new Map() };
  for (const text of texts) if (!addText(draft, text)) return null;
  return [...draft.values.keys()].some((key) => key === "dir" || key.startsWith("dir::etc")) ? null : draft;
}
