import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { displayWidth } from "../../electron/cli/displayWidth.ts";
import { oneQuestion, writePolicy } from "./support/policies.ts";
import { escapeCharacter, expectOneSentence, preflight, temporaryFolder } from "./support/preflight.ts";

const home = temporaryFolder();
const activity = "public-research";
let policy = "";
/** Runs through the command with the clearance open: the one question is answered. */
const exec = (...command: readonly string[]) => preflight(["exec", activity, "--policy", policy, "--", ...command], { home });
const script = (name: string, body: string) => {
  const file = path.join(home, name);
  writeFileSync(file, `#!/bin/sh\n${body}\n`);
  chmodSync(file, 0o755);
  return file;
};
/** For `namespace`: what follows is run by a user without rights. */
const asNobody = `set -- setpriv --reuid=65534 --regid=65534 --clear-groups "$@"`;
const journal = (folder: string): Record<string, unknown>[] =>
  readFileSync(path.join(folder, "telework-preflight/journal.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as { kind: string; data: Record<string, unknown> })
    .filter(({ kind }) => kind === "activity")
    .map(({ data }) => data);

beforeAll(async () => {
  policy = writePolicy(home, oneQuestion);
  expect((await preflight(["declare", "rules-accepted", "yes", "--policy", policy], { home })).code).toBe(0);
});

describe("preflight exec, where the activity may start", () => {
  it("gives the command its arguments as they are, the output untouched, and ends with its code", async () => {
    const file = script("tell me", `printf '%s|' "$@"; printf '\\033[31mred\\033[0m'; echo 日本語 >&2; exit 42`);
    const run = await exec(file, "a b", `"'$HOME`, "日本 語", "", "--lang", "--", "*");
    expect(run.stdout).toBe(`a b|"'$HOME|日本 語||--lang|--|*|${escapeCharacter}[31mred${escapeCharacter}[0m`);
    expect(run.stderr).toBe("日本語\n");
    expect(run.code).toBe(42);
  });

  it("keeps the caller's folder and environment, and finds a name in PATH", async () => {
    const run = await preflight(["exec", activity, "--policy", policy, "--", "sh", "-c", 'pwd; echo "$MINE"'], { home, env: { MINE: "x y" } });
    expect(run).toEqual({ code: 0, stdout: `${home}\nx y\n`, stderr: "" });
  });

  it("writes the start down, not the command line", async () => {
    await exec("true", "secret-argument");
    expect(journal(home).at(-1)).toEqual({ type: "started", activityId: activity, light: expect.stringMatching(/^(go|caution)$/), by: "command" });
    expect(readFileSync(path.join(home, "telework-preflight/journal.jsonl"), "utf8")).not.toContain("secret-argument");
  });

  it.each([
    ["not-there-at-all", 127],
    ["", 127],
  ] as const)("says of %j in one sentence that there is no such command", async (name, code) => {
    expectOneSentence(await exec(name), code, /見つかりません|実行できません/);
  });

  it("says that a command is not found where a folder of PATH may not be looked into, as shells do", async () => {
    const [folder, closed, open] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    const own = writePolicy(folder, {});
    writeFileSync(path.join(open, "no-program"), "text");
    chmodSync(own, 0o644);
    chmodSync(open, 0o755);
    chmodSync(folder, 0o777);
    const options = { home: folder, namespace: asNobody, env: { PATH: `${closed}:${open}:/usr/bin:/bin` } };
    expectOneSentence(await preflight(["exec", activity, "--policy", own, "--", "not-there-at-all"], options), 127, "見つかりません");
    expectOneSentence(await preflight(["exec", activity, "--policy", own, "--", "no-program"], options), 126, "実行できません");
  });

  it("refuses an argument whose bytes are not UTF-8 and would become others", async () => {
    const mark = path.join(home, "altered");
    const namespace = `set -- "$@" "$(printf 'a\\377')"`;
    const run = await preflight(["exec", activity, "--policy", policy, "--", "touch", mark], { home, namespace });
    expectOneSentence(run, 64, "3 番目", "UTF-8");
    expect(existsSync(mark)).toBe(false);
  });

  it("says of a file that cannot be run that it cannot", async () => {
    const file = path.join(home, "plain.txt");
    writeFileSync(file, "text");
    expectOneSentence(await exec(file), 126, "plain.txt", "実行できません");
  });

  it("says 128 and the number for a command that a signal ended", async () => {
    expect((await exec("sh", "-c", "kill -9 $$")).code).toBe(137);
    expect((await exec("sh", "-c", "kill -INT $$")).code).toBe(130);
  });
});

describe("preflight exec, where it may not", () => {
  it("ends with 77 and runs nothing: reason and steps on standard error, nothing on standard output, the refusal in the journal", async () => {
    const folder = temporaryFolder();
    const mark = path.join(folder, "mark");
    const own = writePolicy(folder, oneQuestion);
    const run = await preflight(["exec", activity, "--policy", own, "--", "touch", mark], { home: folder });
    expect(run.code).toBe(77);
    expect(run.stdout).toBe("");
    expect(run.stderr).toContain("この業務は、いまは開始できません。");
    expect(run.stderr).toContain("preflight declare rules-accepted yes");
    expect(run.stderr).toContain(`preflight gate --activity ${activity} --policy ${own}`);
    expect(existsSync(mark)).toBe(false);
    expect(journal(folder)).toEqual([{ type: "refused", activityId: activity, why: "no-clearance", by: "command" }]);
  });

  it("says it in ten lines, the worst first, under the policy that finds most", async () => {
    const bundled = await preflight(["exec", "documents", "--", "true"], { home: temporaryFolder() });
    expect(bundled.code).toBe(77);
    const lines = bundled.stderr.trimEnd().split("\n");
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(lines[1]).toMatch(/^\[ ✕ 停止 \] +\S.* +始められません$/);
    // Three reasons, each with the first thing to do, and where the others are.
    expect(lines.filter((line) => /^ {2}✕ \S/.test(line))).toHaveLength(3);
    expect(lines.filter((line) => /^ {4}→ \S/.test(line))).toHaveLength(3);
    expect(lines.at(-1)).toMatch(/^ {2}ほかに \d+ 件あります。すべての理由と手順: preflight gate --activity documents$/);
    for (const line of lines.slice(2, -1)) expect(displayWidth(line)).toBeLessThanOrEqual(100);
  });

  it("takes no caution with --only-go", async () => {
    const folder = temporaryFolder();
    const own = writePolicy(folder, { "rules-accepted": { level: "recommended" } });
    const args = ["exec", activity, "--policy", own];
    expect((await preflight([...args, "--", "true"], { home: folder })).code).toBe(0);
    const run = await preflight([...args, "--only-go", "--", "true"], { home: folder });
    expect(run.code).toBe(77);
    expect(run.stderr).toContain("--only-go を付けたため、実行しません。");
  });
});

describe("preflight exec, called wrongly", () => {
  it.each([
    [["exec"], "ACTIVITY"],
    [["exec", activity], "-- COMMAND"],
    [["exec", activity, "--"], "-- COMMAND"],
    [["exec", activity, "true"], "-- COMMAND"],
    [["exec", "--", "true"], "ACTIVITY"],
    [["exec", activity, "--policy", "--", "true"], "--policy"],
  ])("%j is bad usage", async (args, word) => {
    expectOneSentence(await preflight(args, { home }), 64, word);
  });

  it("an activity that the policy has not is bad usage, and runs nothing", async () => {
    expectOneSentence(
      await preflight(["exec", "nothing", "--policy", policy, "--", "touch", path.join(home, "no")], { home }),
      64,
      "nothing",
      activity,
    );
    expect(existsSync(path.join(home, "no"))).toBe(false);
  });
});

describe("preflight start and open", () => {
  it("start opens nothing under a policy that the company did not install", async () => {
    const document = readFileSync(policy, "utf8").replace(`- id: ${activity}`, `- id: ${activity}\n    launch: { url: "https://work.example/" }`);
    const file = path.join(home, "launch.yaml");
    writeFileSync(file, document);
    expectOneSentence(await preflight(["start", activity, "--policy", file], { home }), 77, "会社が配布したポリシーではないため");
  });

  it("start says that there is nothing to start", async () => {
    expectOneSentence(await preflight(["start", activity], { home }), 77, "開始するものがポリシーにありません");
  });

  it("open says of an item without a place that there is none, after its steps", async () => {
    const folder = temporaryFolder();
    const run = await preflight(["open", "rules-accepted", "--policy", writePolicy(folder, oneQuestion)], { home: folder });
    expect(run.code).toBe(20);
    expect(run.stdout).toContain("会社のテレワークのルールを読みます。");
    expect(run.stderr).toBe("preflight: この項目には、開く場所がありません。\n");
  });
});
