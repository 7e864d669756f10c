import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { samplesDocument } from "../../build/samplesDocument.ts";

const root = path.resolve(import.meta.dirname, "../..");

it("docs/samples.md is the one that `npm run docs` makes", () => {
  expect(readFileSync(path.join(root, "docs/samples.md"), "utf8")).toBe(samplesDocument(root));
});

it("leads to nothing outside of the repository", () => {
  expect(samplesDocument(root)).not.toMatch(/\/(home|root|tmp)\/|\.\.\//);
});
