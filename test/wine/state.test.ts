import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { oneQuestion, policyText } from "../cli/support/policies.ts";
import { bundleInto } from "../unit/services/processes/bundle.ts";
import { type Ended, localAppData, startWindows, stateFolder } from "./support/windows.ts";

const windows = startWindows();
const state = windows.unix(stateFolder);
const inState = (name: string) => path.join(state, name);
/** Two or three commands, so that a run is short. */
const policy = windows.write("C:\\policy.yaml", policyText(oneQuestion));

beforeEach(() => rmSync(state, { recursive: true, force: true }));

function expectQuiet(run: Ended, code: number): void {
  expect([run.code, run.stderr]).toEqual([code, ""]);
  expect(run.stdout).not.toContain("    at ");
}

function integrityOf({ stdout }: Ended): readonly string[] {
  return JSON.parse(stdout).decision.integrity.map(({ kind }: { readonly kind: string }) => kind);
}

describe("the state folder on Windows", () => {
  it("is Preflight below the local application data, and keeps what was done", async () => {
    expectQuiet(await windows.preflight(["declare", "rules-accepted", "yes"]), 0);
    expectQuiet(await windows.preflight(["declare", "rules-accepted", "no"]), 0);
    const names = readdirSync(state);
    expect(names).toEqual(expect.arrayContaining(["declarations.json", "journal.jsonl", "journal.head.json", "pseudonym.key.json"]));
    expect(names.filter((name) => /^draft-|corrupt/.test(name))).toEqual([]);
    expect(readFileSync(inState("journal.jsonl"), "utf8").trimEnd().split("\n")).toHaveLength(3);
    const verified = await windows.preflight(["journal", "verify"]);
    expectQuiet(verified, 0);
    expect(verified.stdout).toContain("3 件");
  });

  it("may have a name in Japanese and with spaces", async () => {
    const folder = `${localAppData}\\山田　太郎 さん\\ソフト表`;
    expectQuiet(await windows.preflight(["declare", "rules-accepted", "yes"], { env: { LOCALAPPDATA: folder } }), 0);
    expect(readdirSync(windows.unix(`${folder}\\Preflight`))).toContain("declarations.json");
    expect(existsSync(state)).toBe(false);
  });

  it("is below the home folder when the variable is relative, never in the current folder", async () => {
    const run = await windows.preflight(["declare", "rules-accepted", "yes"], { env: { LOCALAPPDATA: "somewhere" }, cwd: "C:\\users\\root" });
    expectQuiet(run, 0);
    expect(existsSync(inState("declarations.json"))).toBe(true);
    expect(existsSync(windows.unix("C:\\users\\root\\somewhere"))).toBe(false);
  });

  it("is shared by processes that run at once, and the journal stays whole", async () => {
    const runs = await Promise.all(Array.from({ length: 4 }, () => windows.preflight(["check", "--json", "--policy", policy])));
    expect(runs.map((run) => [run.code, run.stderr, integrityOf(run)])).toEqual(Array.from({ length: 4 }, () => [20, "", []]));
    const verified = await windows.preflight(["journal", "verify"]);
    expectQuiet(verified, 0);
    // One change of policy, then a run and a decision for each.
    expect(verified.stdout).toContain("9 件");
    expect(readdirSync(state).filter((name) => /^draft-|corrupt/.test(name))).toEqual([]);
  });

  it("that is a file, or whose journal may not be written, gives a verdict that was not recorded", async () => {
    mkdirSync(path.dirname(state), { recursive: true });
    writeFileSync(state, "mine");
    const noFolder = await windows.preflight(["check", "--json", "--policy", policy]);
    expect(noFolder.stderr).toBe("");
    expect(integrityOf(noFolder)).toContain("state-unwritable");
    expect(readFileSync(state, "utf8")).toBe("mine");
    rmSync(state);

    await windows.preflight(["check", "--json", "--policy", policy]);
    const before = readFileSync(inState("journal.jsonl"));
    // The administrator of the prefix is stopped by no attribute; a program that lets nobody else write stops everybody.
    const holder = windows.run("cmd", ["/c", `ping -n 9 127.0.0.1 < ${stateFolder}\\journal.jsonl > NUL`]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const held = await windows.preflight(["check", "--json", "--policy", policy]);
    expect(integrityOf(held)).toContain("journal-unwritable");
    expect(readFileSync(inState("journal.jsonl"))).toEqual(before);
    expect(held.durationMs).toBeLessThan(6000);
    expect((await holder).code).toBe(0);
    expect(integrityOf(await windows.preflight(["check", "--json", "--policy", policy]))).toEqual([]);
    expectQuiet(await windows.preflight(["journal", "verify"]), 0);
  });

  it("with a half line at the end of the journal sets it aside and goes on", async () => {
    await windows.preflight(["check", "--json", "--policy", policy]);
    const whole = readFileSync(inState("journal.jsonl"), "utf8");
    writeFileSync(inState("journal.jsonl"), `${whole}{"at":"2026-11`);
    await windows.preflight(["check", "--json", "--policy", policy]);
    expectQuiet(await windows.preflight(["journal", "verify"]), 0);
    expect(readFileSync(inState("journal.jsonl"), "utf8").startsWith(whole)).toBe(true);
    expect(readdirSync(state).filter((name) => name.startsWith("journal.jsonl.corrupt-"))).toHaveLength(1);
  });
});

describe("a file of the state that another program looks into", () => {
  it("is replaced when that program is done, kept when it is not, and a lock is given back in any case", async () => {
    await bundleInto(windows.unix("C:\\tests"), ["heldFiles"], path.join(import.meta.dirname, "programs"));
    mkdirSync(windows.unix("C:\\held"));
    const run = await windows.node("C:\\tests\\heldFiles.mjs", ["C:\\held"]);
    expectQuiet(run, 0);
    const { short, long, lock, drafts } = JSON.parse(run.stdout);
    expect(short).toMatchObject({ error: null, content: "new" });
    expect(long).toMatchObject({ error: expect.stringMatching(/^(EPERM|EBUSY|EACCES)$/), content: "old" });
    expect(long.ms).toBeLessThan(2000);
    expect(lock).toEqual([0]);
    expect(drafts).toEqual([]);
  });
});
