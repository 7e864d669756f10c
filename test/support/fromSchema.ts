import fc from "fast-check";
import type { z } from "zod";

/** The parts of zod's definitions that the contract's inputs are made of. */
interface Rule {
  readonly check: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly value?: number | bigint | Date;
  readonly inclusive?: boolean;
  readonly format?: string;
  readonly pattern?: RegExp;
}
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly { readonly _zod: { readonly def: Rule } }[];
  readonly shape?: Readonly<Record<string, Schema>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly innerType?: Schema;
  readonly element?: Schema;
  readonly options?: readonly Schema[];
}
interface Schema {
  readonly def: Definition;
}

const rulesOf = ({ checks = [] }: Definition) => checks.map(({ _zod }) => _zod.def);
const limit = (rules: readonly Rule[], kind: string, key: "minimum" | "maximum") => rules.find(({ check }) => check === kind)?.[key];

function text(definition: Definition): fc.Arbitrary<string> {
  const moment = fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }).map((date) => date.toISOString());
  if (definition.format === "datetime") return moment;
  if (definition.format === "date") return moment.map((iso) => iso.slice(0, 10));
  const rules = rulesOf(definition);
  const pattern = rules.find(({ check }) => check === "string_format")?.pattern;
  if (pattern) return fc.stringMatching(new RegExp(pattern.source));
  if (definition.format !== undefined) throw new Error(`fromSchema knows no strings of format ${definition.format}`);
  const least = limit(rules, "min_length", "minimum") ?? 0;
  const most = limit(rules, "max_length", "maximum") ?? 200;
  // A letter in front, so that trimming never takes a text below its least length.
  return fc.string({ maxLength: Math.min(most, 40) - least, unit: "grapheme" }).map((rest) => `${"あ".repeat(least)}${rest}`.slice(0, most));
}

function whole(definition: Definition): fc.Arbitrary<number> {
  const bound = (check: string) => rulesOf(definition).find((rule) => rule.check === check)?.value;
  return fc.integer({ min: Number(bound("greater_than") ?? -1000), max: Number(bound("less_than") ?? 1000) });
}

function record(shape: Readonly<Record<string, Schema>>): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(shape).map(([name, field]) => [name, arbitraryFrom(field)]));
  const requiredKeys = Object.entries(shape).flatMap(([name, { def }]) => (def.type === "optional" ? [] : [name]));
  return fc.record(fields, { requiredKeys });
}

function list(definition: Definition, element: Schema): fc.Arbitrary<unknown> {
  const rules = rulesOf(definition);
  return fc.array(arbitraryFrom(element), {
    minLength: limit(rules, "min_length", "minimum") ?? 0,
    maxLength: Math.min(limit(rules, "max_length", "maximum") ?? 5, 5),
  });
}

function arbitraryFrom({ def }: Schema): fc.Arbitrary<unknown> {
  if (def.type === "null") return fc.constant(null);
  if (def.type === "boolean") return fc.boolean();
  if (def.type === "string") return text(def);
  if (def.type === "number") return whole(def);
  if (def.type === "enum" && def.entries) return fc.constantFrom(...Object.values(def.entries));
  if (def.type === "literal" && def.values) return fc.constantFrom(...def.values);
  if (def.type === "object" && def.shape) return record(def.shape);
  if (def.type === "array" && def.element) return list(def, def.element);
  if (def.type === "union" && def.options) return fc.oneof(...def.options.map(arbitraryFrom));
  if (def.type === "optional" && def.innerType) return arbitraryFrom(def.innerType);
  if (def.type === "nullable" && def.innerType) return fc.option(arbitraryFrom(def.innerType));
  throw new Error(`fromSchema knows no ${def.type}`);
}

/** Values that the schema accepts. Throws for a kind of schema that it does not know, so that a new one is not left out unseen. */
export function validFor(schema: z.ZodType): fc.Arbitrary<unknown> {
  return arbitraryFrom(schema as unknown as Schema);
}
