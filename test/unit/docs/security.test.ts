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

  it.each(attacks)("names a test that is there: %s", (line) => {
    const tests = [...(line.split("|")[3] ?? "").matchAll(/`(test\/[^`]+)`/g)].map(([, file = ""]) => file);
    expect(tests.length).toBeGreaterThan(0);
    expect(tests.filter((file) => !existsSync(file))).toEqual([]);
  });
});
