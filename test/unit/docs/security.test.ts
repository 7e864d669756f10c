import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("docs/security.md", "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("| ") && !/^\| (attack|its finding) \|/.test(line));
const attacks = rows.filter((line) => line.split("|").length === 5);

describe("docs/security.md", () => {
  it.each(["Another user on the same PC", "A page in the browser", "The network", "The employee", "A forged report"])("speaks of: %s", (who) => {
    expect(page).toContain(`### ${who}`);
  });

  it("has a line for many attacks", () => expect(attacks.length).toBeGreaterThan(20));

  it("links to pages that are there", () => {
    const links = [...page.matchAll(/\]\(([^)#:]+\.md)/g)].map(([, file = ""]) => `docs/${file}`);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((file) => !existsSync(file))).toEqual([]);
  });

  it.each(attacks)("names a test that is there: %s", (line) => {
    const tests = [...(line.split("|")[3] ?? "").matchAll(/`(test\/[^`]+)`/g)].map(([, file = ""]) => file);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((file) => !existsSync(file))).toEqual([]);
    for (const file of tests) {
      // Of a suite that runs, with cases that assert something, none of them left out.
      expect(file).toMatch(/^test\/(unit|property|contract|integration|cli|wine|ui|electron)\/.*\.test\.tsx?$/);
      const source = readFileSync(file, "utf8");
      expect(source, file).toMatch(/\b(it|test)(\.each|\.runIf)?[(<]/);
      expect(source, file).toContain("expect(");
      expect(source, file).not.toMatch(/\b(it|test|describe)\.(skip|todo|only|fails)\b/);
    }
  });
});
