import fc from "fast-check";

/** Stands in every text that is made up here: where it turns up, the payload has turned up. */
export const marker = "㊙payload";

const marked = (rest: string) => `${marker}${rest}`;
const oddTexts = [
  "",
  "__proto__",
  "constructor",
  "../../etc/passwd",
  "<img src=x onerror=alert(1)>",
  "\u0000",
  "\u001b[2J",
  "\ud800",
  "$(id)",
  "'; --",
];
const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(undefined, null, true, -1, 0, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, 1e308, [], {}),
  fc.constantFrom(...oddTexts).map(marked),
  fc.integer({ min: 1, max: 5 }).map((power) => marked("x".repeat(10 ** power))),
  fc.array(fc.constant(marker), { minLength: 1, maxLength: 400, size: "max" }),
  fc.anything({ maxDepth: 2, maxKeys: 4 }),
  fc.object({ key: fc.string().map(marked), maxDepth: 2, maxKeys: 4 }),
);

type Place = readonly (string | number)[];

/** Every place inside a value, the value itself first. */
function placesIn(value: unknown, at: Place = []): readonly Place[] {
  if (value === null || typeof value !== "object") return [at];
  const inner = Object.entries(value).flatMap(([key, part]) => placesIn(part, [...at, Array.isArray(value) ? Number(key) : key]));
  return [at, ...inner];
}

function changedAt(value: unknown, [first, ...rest]: Place, change: (old: unknown) => unknown): unknown {
  if (first === undefined) return change(value);
  if (Array.isArray(value)) return value.map((part, index) => (index === first ? changedAt(part, rest, change) : part));
  return Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, key === first ? changedAt(part, rest, change) : part]));
}

const withKey = (key: string, added: unknown) => (old: unknown) =>
  old === null || typeof old !== "object" || Array.isArray(old)
    ? added
    : Object.defineProperty({ ...old }, key, { value: added, enumerable: true, configurable: true, writable: true });
const withoutAny = (old: unknown) =>
  old !== null && typeof old === "object" && !Array.isArray(old) ? Object.fromEntries(Object.entries(old).slice(1)) : undefined;

/** A valid value with one place put wrong: replaced, left out, added to, made far too long. Sometimes still valid, which the test has to see. */
export function spoilt(valid: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return valid.chain((value) =>
    fc
      .record({
        place: fc.constantFrom(...placesIn(value)),
        change: fc.oneof(
          odd.map((junk) => () => junk),
          fc.tuple(fc.constantFrom("__proto__", "path", "url", marker), odd).map(([key, junk]) => withKey(key, junk)),
          fc.constant(withoutAny),
        ),
      })
      .map(({ place, change }) => changedAt(value, place, change)),
  );
}
