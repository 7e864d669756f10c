import { z } from "zod";
import { plainJson, plainProblemWords } from "../../shared/plainJson.ts";

/** One file of the state folder: its name, and what this version of the app writes into it. */
export interface KeptFormat<S extends z.ZodType> {
  readonly name: string;
  /** "preflight-history" of "preflight-history/1". */
  readonly family: string;
  /** The version that is written. */
  readonly version: number;
  readonly schema: S;
  /** What makes the content of each older version that of the version after it. Absent: there was none. */
  readonly migrations?: Readonly<Record<number, (older: unknown) => unknown>>;
}

export type Understood<T> =
  | { readonly kind: "value"; readonly value: T }
  /** Written by a later version of the app: whole, but not for us to use or to write over. */
  | { readonly kind: "newer"; readonly detail: string }
  | { readonly kind: "spoilt"; readonly problem: string };

const markedSchema = z.looseObject({ schema: z.string().max(200) });

/** The version that a text says it is of; null: none of this family. */
function versionOf(value: unknown, family: string): number | null {
  const marked = markedSchema.safeParse(value);
  const match = marked.success ? /^(.+)\/([1-9]\d{0,5})$/.exec(marked.data.schema) : null;
  return match && match[1] === family ? Number(match[2]) : null;
}

function migrated({ migrations, version }: KeptFormat<z.ZodType>, from: number, value: unknown): unknown {
  let result = value;
  for (let step = from; step < version; step++) {
    const migrate = migrations?.[step];
    if (migrate === undefined) throw new Error(`no way from version ${step}`);
    result = migrate(result);
  }
  return result;
}

/**
 * What a kept text means to this version of the app. Members that it does not know, in a file that otherwise fits, are those of a later version: fields are
 * added without a new number. Pure, never throws.
 */
export function understand<S extends z.ZodType>(format: KeptFormat<S>, text: string): Understood<z.infer<S>> {
  const { family, version, schema } = format;
  const read = plainJson(text);
  if (!read.ok) return { kind: "spoilt", problem: plainProblemWords[read.problem] };
  const { value } = read;
  const written = versionOf(value, family);
  if (written !== null && written > version) return { kind: "newer", detail: `written as ${family}/${written} by a later version` };
  try {
    const parsed = schema.safeParse(written === null ? value : migrated(format, written, value));
    if (parsed.success) return { kind: "value", value: parsed.data };
    const [first] = parsed.error.issues;
    const problem = `${first?.path.join(".") ?? ""}: ${first?.message ?? "invalid"}`;
    if (written === version && parsed.error.issues.every(({ code }) => code === "unrecognized_keys"))
      return { kind: "newer", detail: `has fields of a later version: ${problem}` };
    return { kind: "spoilt", problem };
  } catch (error) {
    return { kind: "spoilt", problem: error instanceof Error ? error.message : "not understood" };
  }
}
