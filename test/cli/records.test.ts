import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

describe("the journal in a terminal", () => {
  it("is a picture of days, and a file that can be written once", async () => {
    const home = temporaryFolder();
    const before = await preflight(["journal", "days", "--days", "14", "--lang", "en"], { home });
    expect([before.code, before.stderr]).toEqual([0, ""]);
    expect(before.stdout.split("\n").filter((line) => /^\d{4}-\d\d-\d\d {2}· · · · · · ·$/.test(line))).toHaveLength(2);
    await preflight(["check"], { home });
    const { stdout } = await preflight(["journal", "days", "--days", "2", "--json"], { home });
    const { days, state } = JSON.parse(stdout) as { days: { runs: number; worst: string | null }[]; state: { ok: boolean } };
    expect([days.length, state.ok]).toEqual([2, true]);
    expect(days.reduce((sum, { runs }) => sum + runs, 0)).toBe(1);

    const file = path.join(temporaryFolder(), "journal.jsonl");
    expect((await preflight(["journal", "export", "--out", file], { home })).code).toBe(0);
    const first = readFileSync(file, "utf8");
    expect(first).toContain('"kind":"decision"');
    expectOneSentence(await preflight(["journal", "export", "--out", file], { home }), 70);
    expect(readFileSync(file, "utf8")).toBe(first);
  });

  it.each(["0", "367", "ten"])("refuses %s days", async (days) => {
    expectOneSentence(await preflight(["journal", "days", "--days", days], { home: temporaryFolder() }), 64);
  });
});

describe("calling a result wrong in a terminal", () => {
  it("goes into the next report, in the words of the person", async () => {
    const home = temporaryFolder();
    const said = await preflight(["dispute", "screen-lock", "--words", "locks after five minutes", "--lang", "en"], { home });
    expect([said.code, said.stderr]).toEqual([0, ""]);
    expect(said.stdout).toContain("The result stays as it is.");
    const { stdout } = await preflight(["report", "--out", "-", "--format", "json"], { home });
    const { disputes } = JSON.parse(stdout) as { disputes: unknown };
    expect(disputes).toEqual([{ checkId: "screen-lock", at: expect.any(String), words: "locks after five minutes" }]);
  });

  it("needs a known item and words", async () => {
    expectOneSentence(await preflight(["dispute", "no-such-item", "--words", "x"], { home: temporaryFolder() }), 64);
    expectOneSentence(await preflight(["dispute", "screen-lock"], { home: temporaryFolder() }), 64);
  });
});

it("says who makes a PDF, and makes nothing else instead", async () => {
  const file = path.join(temporaryFolder(), "report.pdf");
  expectOneSentence(await preflight(["report", "--out", file], { home: temporaryFolder() }), 70);
});
