import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { checks } from "../../electron/checks/registry.ts";
import type { Recording } from "../../electron/host/recording.ts";
import { parsePolicy } from "../../electron/services/policy/parsePolicy.ts";
import { parseRecording, recordingFile } from "../../electron/services/recording/readRecording.ts";
import { checkIdSchema } from "../../shared/checks/verdict.ts";
import type { Policy } from "../../shared/policy/schema.ts";

const root = fileURLToPath(new URL("../cases/", import.meta.url));

const lightSchema = z.enum(["go", "caution", "stop"]);
/**
 * What is right for a machine out of a public report, written down before the product was asked. Verdicts: "pass", "not-applicable", "fail", "fail: KEY"
 * (which message), "minor" (fails, but only warns), "unknown", "unknown: REASON"; several with " or " where the report leaves it open.
 */
const expectedSchema = z.strictObject({
  /** What happened in real life, in one or two sentences. */
  says: z.string().min(20),
  /** Where: "owner/repository#number", or the name of a page. */
  follows: z.string().min(3),
  /** A file below test/cases/policies. */
  policy: z.string().regex(/\.policy\.yaml$/),
  verdicts: z.record(checkIdSchema, z.string().min(4)),
  /** By activity, where the report says enough for one. */
  lights: z.record(z.string(), lightSchema).default({}),
});

export interface Case extends Omit<z.infer<typeof expectedSchema>, "policy"> {
  readonly name: string;
  readonly recording: Recording;
  readonly policy: Policy;
}

/** Folders with a recording; each must have its expectation. */
export function caseNames(): readonly string[] {
  return readdirSync(root)
    .filter((name) => existsSync(join(root, name, recordingFile)))
    .sort();
}

const policies = new Map<string, Policy>();
function policyOf(name: string): Policy {
  const kept = policies.get(name);
  if (kept !== undefined) return kept;
  const parsed = parsePolicy(new Uint8Array(readFileSync(join(root, "policies", name))), checks);
  if (!parsed.ok) throw new Error(`${name}: ${JSON.stringify(parsed)}`);
  policies.set(name, parsed.policy);
  return parsed.policy;
}

export function loadCase(name: string): Case {
  const expected = expectedSchema.parse(JSON.parse(readFileSync(join(root, name, "expected.json"), "utf8")));
  const reading = parseRecording(new Uint8Array(readFileSync(join(root, name, recordingFile))));
  if (!reading.ok) throw new Error(`${name}: ${reading.problem.code} ${reading.problem.detail}`);
  return { ...expected, name, recording: reading.recording, policy: policyOf(expected.policy) };
}
