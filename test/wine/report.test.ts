import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { oneQuestion, policyText } from "../cli/support/policies.ts";
import { preflight, temporaryFolder } from "../cli/support/preflight.ts";
import { startWindows } from "./support/windows.ts";

const windows = startWindows();
const policy = windows.write("C:\\policy.yaml", policyText(oneQuestion));
const desk = "C:\\users\\root\\報告書 ソフト";

it("a report made on Windows is verified on Linux, and a changed one is not", async () => {
  mkdirSync(windows.unix(desk));
  const file = `${desk}\\点検.html`;
  const made = await windows.preflight(["report", "--out", file, "--policy", policy]);
  expect([made.code, made.stderr]).toEqual([0, ""]);
  expect(readdirSync(windows.unix(desk))).toEqual(["点検.html"]);

  const home = temporaryFolder();
  const verified = await preflight(["report", "verify", windows.unix(file), "--json"], { home });
  expect([verified.code, verified.stderr]).toEqual([0, ""]);
  expect(made.stdout).toContain(JSON.parse(verified.stdout).helpdeskCode);
  const here = await windows.preflight(["report", "verify", file]);
  expect([here.code, here.stderr]).toEqual([0, ""]);

  const changed = `${desk}\\changed.html`;
  windows.write(changed, readFileSync(windows.unix(file), "utf8").replaceAll("test-policy", "best-policy"));
  expect((await preflight(["report", "verify", windows.unix(changed)], { home })).code).toBe(20);
  expect((await windows.preflight(["report", "verify", changed])).code).toBe(20);
});

it("a report made on Linux is verified on Windows", async () => {
  const home = temporaryFolder();
  const file = path.join(home, "report.json");
  const made = await preflight(["report", "--out", file, "--policy", windows.unix(policy)], { home });
  expect([made.code, made.stderr]).toEqual([0, ""]);
  writeFileSync(windows.unix("C:\\linux.json"), readFileSync(file));
  const verified = await windows.preflight(["report", "verify", "C:\\linux.json", "--json"]);
  expect([verified.code, verified.stderr]).toEqual([0, ""]);
  expect(made.stdout).toContain(JSON.parse(verified.stdout).helpdeskCode);
});

it("a report is not written over a file unless that is asked for, and then in one step", async () => {
  const file = windows.write("C:\\mine.json", "mine");
  const refused = await windows.preflight(["report", "--out", file, "--policy", policy]);
  expect(refused.code).toBe(70);
  expect(readFileSync(windows.unix(file), "utf8")).toBe("mine");
  const replaced = await windows.preflight(["report", "--out", file, "--force", "--policy", policy]);
  expect([replaced.code, replaced.stderr]).toEqual([0, ""]);
  expect(JSON.parse(readFileSync(windows.unix(file), "utf8"))).toBeTypeOf("object");
  expect(readdirSync(windows.unix("C:\\")).filter((name) => name.endsWith(".part"))).toEqual([]);
  const nowhere = await windows.preflight(["report", "--out", "C:\\nowhere\\report.json", "--policy", policy]);
  expect(nowhere.code).toBe(70);
  expect(nowhere.stderr).toMatch(/^preflight: .*\n$/);
  expect(existsSync(windows.unix("C:\\nowhere"))).toBe(false);
});
