import { z } from "zod";
import { policySchema, policySchemaId, ruleSchema } from "../../../shared/policy/schema.ts";
import type { Check } from "../../checks/check.ts";

/**
 * The JSON Schema (2020-12) of a policy file, for the author's editor: the shape that `resolvePolicy` asks for, with the settings of every check below
 * `rules.<check>`. What a schema cannot say (forbidden classes, names used twice) only `preflight policy check` finds.
 */
export function policyJsonSchema(checks: readonly Check[]): Record<string, unknown> {
  const rules = Object.fromEntries(checks.map(({ id, settings }) => [id, ruleSchema.extend({ settings: settings.optional() }).optional()]));
  const schema = z.toJSONSchema(policySchema.extend({ rules: z.strictObject(rules) }), { io: "input" });
  return { ...schema, $id: policySchemaId, title: "Preflight policy" };
}
