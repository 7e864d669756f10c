import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { factDocument } from "../../../build/factDocs.ts";
import { probesFor } from "../../../electron/probes/select.ts";
import { factIds } from "../../../shared/facts/catalogue.ts";
import { platforms } from "../../../shared/platform.ts";
import { samples } from "../../support/samples.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = (name: string) => readFileSync(join(root, "docs", name), "utf8");
const listed = samples();

describe("docs/facts.md", () => {
  it("is what the tables, the samples and build/factSources.ts give (npm run docs)", () => {
    expect(factDocument(listed.map(({ name, readings }) => ({ name, facts: readings.map(({ fact }) => fact) })))).toBe(page("facts.md"));
  });
});

describe.each(platforms)("the table of %s", (os) => {
  it.each(factIds)("answers %s by a probe of its own", async (fact) => {
    const probe = (await probesFor(os))[fact];
    expect(probe.fact).toBe(fact);
    expect(probe.id).toBe(`${os}.${fact}`);
    expect(probe.validForMs).toBeGreaterThan(0);
  });
});
