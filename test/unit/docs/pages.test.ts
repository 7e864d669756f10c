import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { factDocument } from "../../../build/factDocs.ts";
import { sampleDocument } from "../../../build/sampleDocs.ts";
import { probesFor } from "../../../electron/probes/select.ts";
import { factIds } from "../../../shared/facts/catalogue.ts";
import { platforms } from "../../../shared/platform.ts";
import { samples } from "../../support/samples.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = (name: string) => readFileSync(join(root, "docs", name), "utf8");
const listed = samples();

describe("the pages that are made from data (npm run docs)", () => {
  it("docs/facts.md is current", () => {
    expect(factDocument(listed.map(({ name, readings }) => ({ name, facts: readings.map(({ fact }) => fact) })))).toBe(page("facts.md"));
  });

  it("docs/samples.md is current", () => {
    const fixtures = join(root, "test/fixtures");
    const notRead = readdirSync(fixtures, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith("not-read.json"))
      .sort()
      .map((path): Record<string, string> => JSON.parse(readFileSync(join(fixtures, path), "utf8")));
    expect(sampleDocument(listed, Object.assign({}, ...notRead))).toBe(page("samples.md"));
  });
});

describe.each(platforms)("the table of %s", (os) => {
  it.each(factIds)("answers %s by a probe of its own", async (fact) => {
    const probe = probesFor(os)[fact];
    expect(probe.fact).toBe(fact);
    expect(probe.id).toBe(`${os}.${fact}`);
    expect(probe.validForMs).toBeGreaterThan(0);
  });
});
