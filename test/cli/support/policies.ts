import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { root } from "./built.ts";

const looseSchema = z.looseObject({ id: z.string(), revision: z.number(), rules: z.record(z.string(), z.unknown()), exceptions: z.looseObject({}) });

type Rules = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A policy must measure something. With an empty ledger every PC is known, so this one passes everywhere. */
const measured: Rules = { "device-identity": { level: "recommended", settings: { ledger: [] } } };

/** The default policy with only these rules. What measured checks find differs from PC to PC; answers of a person do not. */
export function policyText(rules: Rules, change: Readonly<Record<string, unknown>> = {}): string {
  const bundled = looseSchema.parse(parse(readFileSync(path.join(root, "shared/policy/default.policy.yaml"), "utf8")));
  return stringify({ ...bundled, id: "test-policy", rules: { ...measured, ...rules }, ...change });
}

export function writePolicy(folder: string, rules: Rules, change: Readonly<Record<string, unknown>> = {}): string {
  const file = path.join(folder, "policy.yaml");
  writeFileSync(file, policyText(rules, change));
  return file;
}

/** Required, and answered by `preflight declare rules-accepted`. */
export const oneQuestion: Rules = { "rules-accepted": { level: "required" } };
export const oneRecommendation: Rules = { "rules-accepted": { level: "recommended" } };
