import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { factIdSchema } from "../../shared/facts/catalogue.ts";

const root = fileURLToPath(new URL("../pasted/", import.meta.url));

/** test/pasted/OS/NAME/SLUG.txt: what somebody pasted, with prompts and all; beside it SLUG.expected.json, written from the documents beforehand. */
const expectedSchema = z.strictObject({
  follows: z.string().min(3),
  says: z.string().min(3),
  readings: z.array(z.strictObject({ fact: factIdSchema, observation: z.looseObject({ kind: z.string() }), part: z.boolean().optional() })),
});

export interface PastedSample extends z.infer<typeof expectedSchema> {
  /** "windows/manage-bde-status/on-ja" */
  readonly id: string;
  /** The name under which `preflight parse` is asked. */
  readonly name: string;
  readonly text: string;
}

export function pastedSamples(): readonly PastedSample[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".expected.json"))
    .sort()
    .map((path) => {
      const id = path.slice(0, -".expected.json".length);
      const expected = expectedSchema.parse(JSON.parse(readFileSync(join(root, path), "utf8")));
      return { ...expected, id, name: id.slice(0, id.lastIndexOf("/")), text: readFileSync(join(root, `${id}.txt`), "utf8") };
    });
}
