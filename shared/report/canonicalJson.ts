/**
 * One text for one value: object keys in the order of their UTF-16 code units, no white space, numbers and strings as ECMAScript writes them
 * (the rules of RFC 8785). Keys whose value is undefined are left out. Lone surrogates are written as escapes.
 * @throws TypeError for what JSON cannot hold: functions, symbols, big integers, NaN, infinities.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case "string":
    case "boolean":
      return JSON.stringify(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError("not a number that JSON can hold");
      return JSON.stringify(value);
    case "object":
      if (value === null) return "null";
      if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item === undefined ? null : item)).join(",")}]`;
      return `{${Object.entries(value)
        .filter(([, item]) => item !== undefined)
        // The default order of sort() is by UTF-16 code units, as the RFC wants it.
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`)
        .join(",")}}`;
    default:
      throw new TypeError(`JSON cannot hold a ${typeof value}`);
  }
}
