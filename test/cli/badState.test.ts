import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { checks } from "../../electron/checks/registry.ts";
import { createNodeHost } from "../../electron/host/nodeHost.ts";
import { probesFor } from "../../electron/probes/select.ts";
import { createPreflight } from "../../electron/services/createPreflight.ts";
import { exceptionRecordSchema } from "../../shared/exceptions.ts";
import { oneQuestion, writePolicy } from "./support/policies.ts";
import { expectNoStack, expectOneSentence, preflight, type Run, temporaryFolder } from "./support/preflight.ts";

const stateOf = (home: string) => path.join(home, "telework-preflight");
/** With a state that works this policy is go: every other light comes from the bad day. */
const passing = () => writePolicy(temporaryFolder(), {});

const exceptionArguments = [
  "--reason",
  "貸し出し PC の入れ替えを待っているためです（来週の予定）",
  "--measure",
  "席を離れません",
  "--ticket",
  "IT-1",
  "--ends",
  "7d",
];

async function withException(home: string, policy: string): Promise<void> {
  const made = await preflight(["exceptions", "request", "--check", "rules-accepted", ...exceptionArguments, "--policy", policy], { home });
  expect([made.code, made.stderr]).toEqual([0, ""]);
}

function expectCaution(run: Run, ...sentences: readonly string[]): void {
  expectNoStack(run);
  expect([run.code, run.stderr]).toEqual([10, ""]);
  for (const sentence of sentences) expect(run.stdout).toContain(sentence);
}

describe("a state folder", () => {
  it("that is missing is made, for this user alone", async () => {
    const home = path.join(temporaryFolder(), "not", "there");
    const run = await preflight(["check", "--policy", passing()], { home, cwd: "/" });
    expect([run.code, run.stderr]).toEqual([0, ""]);
    expect(statSync(stateOf(home)).mode & 0o777).toBe(0o700);
    expect((await preflight(["journal", "verify"], { home, cwd: "/" })).code).toBe(0);
  });

  it("that is read-only gives the verdict, says that it was not recorded, and is never go", async () => {
    const home = temporaryFolder();
    const namespace = `mount -t tmpfs tmpfs '${home}'\nmount -o remount,ro '${home}'`;
    expectCaution(await preflight(["check", "--policy", passing()], { home, namespace, cwd: "/" }), "点検の記録を書き込めませんでした");
    const declared = await preflight(["declare", "rules-accepted", "yes"], { home, namespace, cwd: "/" });
    expectOneSentence(declared, 70, "答えを記録できませんでした");
    const policy = writePolicy(temporaryFolder(), oneQuestion);
    const request = ["exceptions", "request", "--check", "rules-accepted", ...exceptionArguments, "--policy", policy];
    expectOneSentence(await preflight(request, { home, namespace, cwd: "/" }), 70, "例外を記録できませんでした");
  });

  it("on a full disk gives the verdict, says that it was not recorded, and is never go", async () => {
    const home = temporaryFolder();
    const namespace = `mount -t tmpfs -o size=64k tmpfs '${home}'\nmkdir -m 700 '${stateOf(home)}'\ndd if=/dev/zero of='${home}/filler' bs=4k 2>/dev/null || true`;
    expectCaution(await preflight(["check", "--policy", passing()], { home, namespace, cwd: "/" }), "書き込めませんでした");
  });

  it("that is a file is never go", async () => {
    const home = temporaryFolder();
    writeFileSync(stateOf(home), "mine");
    const run = await preflight(["check", "--policy", passing()], { home });
    expectNoStack(run);
    expect(run.code).toBe(10);
    expect(readFileSync(stateOf(home), "utf8")).toBe("mine");
  });
});

describe("saved data", () => {
  it("cut in half is kept beside and said, and only what the journal proves goes on to apply", async () => {
    const home = temporaryFolder();
    const policy = writePolicy(temporaryFolder(), oneQuestion);
    await withException(home, policy);
    expect((await preflight(["check", "--policy", policy], { home })).code).toBe(10);
    const file = path.join(stateOf(home), "exceptions.json");
    const half = readFileSync(file).subarray(0, statSync(file).size / 2);
    writeFileSync(file, half);
    const run = await preflight(["check", "--policy", policy], { home });
    expectNoStack(run);
    // The journal holds the exception word for word.
    expect(run.code).toBe(10);
    expect(run.stdout).toContain("保存したデータの一部を読めませんでした");
    const aside = readdirSync(stateOf(home)).filter((name) => name.startsWith("exceptions.json.corrupt-"));
    expect(aside).toHaveLength(1);
    expect(readFileSync(path.join(stateOf(home), aside[0] ?? ""))).toEqual(half);
    expect((await preflight(["journal", "verify"], { home })).code).toBe(0);
  });

  it("edited to except another check does not except it", async () => {
    const home = temporaryFolder();
    const policy = writePolicy(temporaryFolder(), { ...oneQuestion, "assigned-device": { level: "required" } });
    await withException(home, policy);
    const file = path.join(stateOf(home), "exceptions.json");
    const text = readFileSync(file, "utf8");
    expect(text).toContain('"rules-accepted"');
    writeFileSync(file, text.replace('"rules-accepted"', '"assigned-device"'));
    const run = await preflight(["check", "--json", "--policy", policy], { home });
    expect(run.code).toBe(20);
    const { findings } = z
      .looseObject({ findings: z.array(z.looseObject({ checkId: z.string(), outcome: z.string() })) })
      .parse(JSON.parse(run.stdout));
    expect(findings.find(({ checkId }) => checkId === "assigned-device")?.outcome).toBe("block");
  });

  it("edited to answer a question that was answered with no does not answer it", async () => {
    const home = temporaryFolder();
    const policy = writePolicy(temporaryFolder(), { "assigned-device": { level: "required" } });
    await preflight(["declare", "assigned-device", "no", "--policy", policy], { home });
    const file = path.join(stateOf(home), "declarations.json");
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(/"affirmed": ?false/);
    writeFileSync(file, text.replace(/"affirmed": ?false/, '"affirmed":true'));
    const run = await preflight(["check", "--json", "--policy", policy], { home });
    expect(run.code).toBe(20);
    expect(run.stdout).toContain("declarations.json: not as in the journal, not applied: assigned-device");
  });

  it("edited in the journal is found, nothing is deleted, and no exception applies", async () => {
    const home = temporaryFolder();
    const policy = writePolicy(temporaryFolder(), oneQuestion);
    await withException(home, policy);
    const file = path.join(stateOf(home), "journal.jsonl");
    const edited = readFileSync(file, "utf8").replace(/"light":"stop"/, '"light":"go"');
    writeFileSync(file, edited);
    const verify = await preflight(["journal", "verify"], { home });
    expect([verify.code, verify.stderr]).toEqual([20, ""]);
    expect(verify.stdout).toMatch(/記録が \d+ 行目でつながっていません/);
    const run = await preflight(["check", "--policy", policy], { home });
    expectNoStack(run);
    expect(run.code).toBe(20);
    expect(run.stdout).toContain("点検の記録（ジャーナル）がつながっていません");
    expect(readFileSync(file, "utf8").startsWith(edited)).toBe(true);
    const show = await preflight(["journal", "show", "--lang", "en"], { home });
    expect(show.code).toBe(20);
    expect(show.stdout).toContain("not to be trusted");
  });

  it("with half a last line, as after a power cut, loses nothing and goes on", async () => {
    const home = temporaryFolder();
    expect((await preflight(["check", "--policy", passing()], { home })).code).toBe(0);
    const file = path.join(stateOf(home), "journal.jsonl");
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, `${whole}{"seq":99,"at":"2026-`);
    const verify = await preflight(["journal", "verify"], { home });
    expect(verify.stdout).toContain("最後の行は途中までしか書かれていません");
    const run = await preflight(["check", "--policy", passing()], { home });
    expectNoStack(run);
    expect((await preflight(["journal", "verify"], { home })).code).toBe(0);
    expect(readFileSync(file, "utf8").startsWith(whole)).toBe(true);
  });
});

describe("a clock that was set back", () => {
  it("is said, and is never go", async () => {
    const home = temporaryFolder();
    const tomorrow = () => new Date(Date.now() + 86_400_000);
    const service = await createPreflight({
      host: { ...createNodeHost("linux"), now: tomorrow },
      // Answers at once that it cannot see: what was seen does not matter here, when it was does.
      probes: await probesFor("windows"),
      checks,
      appVersion: "0.0.0",
      stateFolder: stateOf(home),
      managedFolder: path.join(home, "none"),
    });
    await service.run({});
    await service.close();
    const run = await preflight(["check", "--policy", passing()], { home });
    expectCaution(run, "PC の時計が、前に記録した時刻より戻りました");
    expect((await preflight(["journal", "verify"], { home })).code).toBe(0);
  });
});

describe("several processes at once", () => {
  it("all finish, and the journal holds every run in one chain", async () => {
    const home = temporaryFolder();
    const policy = writePolicy(temporaryFolder(), oneQuestion);
    const runs = await Promise.all([1, 2, 3, 4].map(() => preflight(["check", "--json", "--policy", policy], { home })));
    expect(runs.map(({ code, stderr }) => [code, stderr])).toEqual(runs.map(() => [20, ""]));
    await Promise.all([withException(home, policy), withException(home, policy)]);
    const list = await preflight(["exceptions", "list", "--json", "--policy", policy], { home });
    expect(z.array(z.looseObject(exceptionRecordSchema.shape)).parse(JSON.parse(list.stdout))).toHaveLength(2);
    const journal = await preflight(["journal", "show", "--last", "1000", "--json"], { home });
    expect(journal.code).toBe(0);
    const { entries } = z.looseObject({ entries: z.array(z.looseObject({ kind: z.string(), seq: z.number() })) }).parse(JSON.parse(journal.stdout));
    // Four checks, and one before each request.
    expect(entries.filter(({ kind }) => kind === "run")).toHaveLength(6);
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => entries.length - index));
    expect(existsSync(path.join(stateOf(home), "journal.jsonl"))).toBe(true);
  });
});
