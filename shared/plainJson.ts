/** Why a text or a value is not taken for data, whatever a schema would say of it. */
export type PlainProblem = "not-json" | "too-deep" | "too-many" | "reserved-name";
export type PlainJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: PlainProblem };

/** Far above what we write (a report: 12 levels and 12,000 values), far below what takes an engine's stack or a second. */
export const plainLimits = { depth: 64, values: 300_000 } as const;

/** In technical words, for the detail of a message. */
export const plainProblemWords: { readonly [P in PlainProblem]: string } = {
  "not-json": "not JSON",
  "too-deep": `nested more than ${plainLimits.depth} levels deep`,
  "too-many": `more than ${plainLimits.values} values`,
  "reserved-name": "a field has a name that JavaScript keeps for itself (__proto__, constructor, prototype)",
};

const reserved: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Counts brackets and commas outside of strings, so that a hostile text is refused before an object of it exists. */
function problemOfText(text: string): PlainProblem | null {
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // "
        for (at++; at < text.length && text.charCodeAt(at) !== 0x22; at++) if (text.charCodeAt(at) === 0x5c) at++;
        break;
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > plainLimits.depth) return "too-deep";
        if (++values > plainLimits.values) return "too-many";
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
      case 0x2c: // ,
        if (++values > plainLimits.values) return "too-many";
        break;
    }
  }
  return null;
}

/**
 * What is wrong with a value that came from outside in another way than as text (structured clone, YAML), before a schema sees it: a schema copies key by key
 * and may drop or obey a name like `__proto__`, and descends as deep as the value. Null: plain data. Never throws; a value that holds itself is too deep.
 */
export function plainProblem(value: unknown): PlainProblem | null {
  const open: { readonly value: object; readonly depth: number }[] = [];
  let values = 0;
  const visit = (item: unknown, depth: number) => {
    values++;
    if (typeof item === "object" && item !== null) open.push({ value: item, depth });
  };
  visit(value, 1);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.depth > plainLimits.depth) return "too-deep";
    const isArray = Array.isArray(next.value);
    for (const [name, item] of Object.entries(next.value)) {
      if (!isArray && reserved.has(name)) return "reserved-name";
      visit(item, next.depth + 1);
      if (values > plainLimits.values) return "too-many";
    }
  }
  return null;
}

/** The one way in which JSON from outside becomes a value. Never throws. */
export function plainJson(text: string): PlainJson {
  const early = problemOfText(text);
  if (early !== null) return { ok: false, problem: early };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, problem: "not-json" };
  }
  const problem = plainProblem(value);
  return problem === null ? { ok: true, value } : { ok: false, problem };
}
