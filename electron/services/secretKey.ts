import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import type { IntegrityIssue } from "../../shared/decision.ts";
import { crockford } from "./crockford.ts";
import { errorDetail } from "./errorDetail.ts";
import { readJsonFile, writeJsonFile } from "./jsonFile.ts";
import type { KeptFormat } from "./keptFormat.ts";

const name = "pseudonym.key.json";
const schema = z.strictObject({ schema: z.literal("preflight-key/1"), key: z.string().regex(/^[0-9a-f]{64}$/) });
export const keyFormat = { name, family: "preflight-key", version: 1, schema } satisfies KeptFormat<typeof schema>;

/** Turns a personal value into a word that stays the same on this PC and says nothing to anybody without its key. */
export type Pseudonym = (kind: string, value: string) => string;

/** `kind` keeps equal texts of different fields apart. 8 characters of base 32: 40 bits of an HMAC-SHA-256. */
export function pseudonymWith(key: string): Pseudonym {
  return (kind, value) => `${kind}-${crockford(createHmac("sha256", Buffer.from(key, "hex")).update(`${kind}\0${value}`).digest(), 8).toLowerCase()}`;
}

/**
 * The random key of this user on this PC; made at the first start. When it cannot be kept the key lives as long as the process:
 * pseudonyms then differ from report to report, which hides more, not less.
 * @param mayWrite the caller holds the folder's lock
 */
export async function loadSecretKey(folder: string, mayWrite: boolean): Promise<{ readonly key: string; readonly issue: IntegrityIssue | null }> {
  const { value, issue, replaceable } = await readJsonFile(folder, keyFormat);
  if (value !== null) return { key: value.key, issue: null };
  const key = randomBytes(32).toString("hex");
  if (!mayWrite || !replaceable) return { key, issue };
  try {
    await writeJsonFile(folder, name, { schema: "preflight-key/1", key });
    return { key, issue };
  } catch (error) {
    return { key, issue: issue ?? { kind: "state-unwritable", detail: `${name}: ${errorDetail(error)}` } };
  }
}
