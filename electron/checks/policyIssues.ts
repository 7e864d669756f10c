import { z } from "zod";
import { nearest } from "../../shared/nearest.ts";
import type { SaidMistake } from "../../shared/policy/mistake.ts";

const nodeSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
  additionalProperties: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
});

/** The names of fields that `schema` (JSON Schema) has at `path`; several where there is a choice of shapes. */
function fieldsAt(schema: unknown, path: readonly PropertyKey[]): readonly string[] {
  const node = nodeSchema.safeParse(schema).data;
  if (node === undefined) return [];
  const choices = [...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((choice) => fieldsAt(choice, path));
  const [part, ...rest] = path;
  if (part === undefined) return [...Object.keys(node.properties ?? {}), ...choices];
  const { properties } = node;
  const named = properties !== undefined && Object.hasOwn(properties, String(part)) ? properties[String(part)] : undefined;
  return [...fieldsAt(typeof part === "number" ? node.items : (named ?? node.additionalProperties), rest), ...choices];
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document;
  for (const part of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, part)) return undefined;
    value = Reflect.get(value, part);
  }
  return value;
}

export interface FoundIssue {
  readonly path: readonly string[];
  readonly detail: string;
  readonly mistake?: SaidMistake | undefined;
}

function mistakeOf(issue: z.core.$ZodIssue, value: unknown): SaidMistake | undefined {
  switch (issue.code) {
    case "invalid_type":
      return value === undefined ? { kind: "missing", params: {} } : { kind: "type", params: { expected: issue.expected } };
    case "invalid_value": {
      const values = issue.values.map(String);
      if (value === undefined) return { kind: "missing", params: {} };
      return { kind: "choice", params: { values: values.join(", ") }, suggestion: typeof value === "string" ? nearest(value, values) : undefined };
    }
    case "too_small":
      return issue.origin === "number" ? { kind: "least", params: { limit: String(issue.minimum) } } : undefined;
    case "too_big":
      return issue.origin === "number" ? { kind: "most", params: { limit: String(issue.maximum) } } : undefined;
    default:
      return undefined;
  }
}

/** What `schema` refused of `document`, each unknown field at its own place, with the name that was probably meant. */
export function policyIssues(schema: z.ZodType, document: unknown, issues: readonly z.core.$ZodIssue[]): readonly FoundIssue[] {
  const shape = issues.some(({ code }) => code === "unrecognized_keys") ? z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) : undefined;
  return issues.flatMap((issue): readonly FoundIssue[] => {
    const path = issue.path.map(String);
    if (issue.code !== "unrecognized_keys") {
      return [{ path, detail: issue.message, mistake: mistakeOf(issue, valueAt(document, issue.path)) }];
    }
    const known = fieldsAt(shape, issue.path);
    return issue.keys.map((name) => ({
      path: [...path, name],
      detail: `there is no field "${name}"`,
      mistake: { kind: "unknown-key", params: { name }, suggestion: nearest(name, known) },
    }));
  });
}
