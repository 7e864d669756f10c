interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: unknown;
  readonly const?: unknown;
  readonly enum?: unknown;
  readonly anyOf?: unknown;
  readonly oneOf?: unknown;
  readonly properties?: unknown;
  readonly required?: unknown;
  readonly items?: unknown;
  readonly additionalProperties?: unknown;
  readonly propertyNames?: unknown;
  readonly $ref?: unknown;
}

function isSchema(value: unknown): value is Schema {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function schemasOf(value: unknown): readonly Schema[] {
  return Array.isArray(value) ? value.filter(isSchema) : [];
}

function objectType({ properties, required, additionalProperties, propertyNames }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const must = new Set(Array.isArray(required) ? required : []);
  const fields = Object.entries(isSchema(properties) ? properties : {}).map(([name, field]) => {
    const key = /^[a-zA-Z]\w*$/.test(name) ? name : JSON.stringify(name);
    return `${inner}${key}${must.has(name) ? "" : "?"}: ${schemaAsType(field, inner)};`;
  });
  const short = `{ ${fields.map((field) => field.trim().replace(/;$/, "")).join("; ")} }`;
  if (fields.length > 0) return short.length <= 100 && !short.includes("\n") ? short : `{\n${fields.join("\n")}\n${indent}}`;
  const key = isSchema(propertyNames) && Array.isArray(propertyNames.enum) ? schemaAsType(propertyNames, inner) : "string";
  return `{ [key in ${key}]: ${isSchema(additionalProperties) ? schemaAsType(additionalProperties, indent) : "unknown"} }`;
}

/** A JSON Schema in the notation of TypeScript types, for people. */
export function schemaAsType(schema: unknown, indent = ""): string {
  if (!isSchema(schema)) return "unknown";
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  const choices = [...schemasOf(schema.anyOf), ...schemasOf(schema.oneOf)];
  if (choices.length > 0) return choices.map((choice) => schemaAsType(choice, indent)).join(" | ");
  if (schema.type === "array") {
    const item = schemaAsType(schema.items, indent);
    const choice = isSchema(schema.items) && (schema.items.enum ?? schema.items.anyOf ?? schema.items.oneOf) !== undefined;
    return choice ? `(${item})[]` : `${item}[]`;
  }
  if (schema.type === "object") return objectType(schema, indent);
  if (Array.isArray(schema.type)) return schema.type.map((type) => schemaAsType({ type })).join(" | ");
  if (schema.type === "integer") return "number";
  return typeof schema.type === "string" ? schema.type : "unknown";
}
