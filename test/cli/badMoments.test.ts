import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../electron/host/commands.ts";
import { snapshotSchema } from "../../shared/snapshot.ts";
import { isAlive } from "../support/isAlive.ts";
import { shippedCopy } from "./support/built.ts";
import { oneQuestion, writePolicy } from "./support/policies.ts";
import { ended, escapeCharacter, expectNoStack, expectOneSentence, preflight, startPreflight, temporaryFolder } from "./support/preflight.ts";

const stateOf = (home: string) => path.join(home, "telework-preflight");
const updatesOnly = () => writePolicy(temporaryFolder(), { "os-patches": { level: "required" } });
const apt = "/usr/bin/apt";

/** Puts a script in the place of apt, for one process alone. */
function insteadOfApt(script: string): string {
  const file = path.join(temporaryFolder(), "apt");
  writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return `mount --bind '${file}' ${apt}`;
}

/** Takes apt away, for one process alone. */
function withoutApt(): string {
  const layer = temporaryFolder();
  return `mount -t tmpfs tmpfs '${layer}'\nmkdir '${layer}/u' '${layer}/w'\nmount -t overlay overlay -o lowerdir=/usr/bin,upperdir='${layer}/u',workdir='${layer}/w' /usr/bin\nrm ${apt}`;
}

/** Waits as long as a test may take, and fails then. */
async function until(condition: () => boolean): Promise<void> {
  await expect.poll(condition, { interval: 20 }).toBe(true);
}

describe("Ctrl-C in the middle of a check", () => {
  it.each([["check"], ["check", "--json"], ["gate"], ["report", "--out", "report.html"]])(
    "%s %s ends what was started, decides nothing and loses nothing",
    async (...command) => {
      const home = temporaryFolder();
      const policy = updatesOnly();
      expect((await preflight(["check", "--policy", writePolicy(temporaryFolder(), {})], { home })).code).toBe(0);
      const before = readFileSync(path.join(stateOf(home), "journal.jsonl"), "utf8");
      const pidFile = path.join(home, "pid");
      const namespace = insteadOfApt(`echo $$ > '${pidFile}.part'; mv '${pidFile}.part' '${pidFile}'; exec sleep 60`);
      const child = startPreflight([...command, "--policy", policy], { home, namespace });
      const run = ended(child);
      await until(() => existsSync(pidFile));
      const pid = Number(readFileSync(pidFile, "utf8"));
      expect(isAlive(pid)).toBe(true);
      child.kill("SIGINT");
      const { code, stdout, stderr } = await run;
      expect([code, stderr]).toEqual([
        130,
        "preflight: 中断しました。調べるために動かしたものは止め、保存済みの記録はそのままです。判定はしていません。\n",
      ]);
      expect(stdout).not.toMatch(/停止|注意|開始できます|"light"/);
      await until(() => !isAlive(pid));
      expect(existsSync(path.join(home, "report.html"))).toBe(false);
      expect(readFileSync(path.join(stateOf(home), "journal.jsonl"), "utf8")).toBe(before);
      expect((await preflight(["journal", "verify"], { home })).code).toBe(0);
    },
  );
});

describe("a command of the catalogue", () => {
  it("that is missing leaves its item unseen, which is never go", async () => {
    const home = temporaryFolder();
    const run = await preflight(["check", "--json", "--policy", updatesOnly()], { home, namespace: withoutApt() });
    const { findings } = snapshotSchema.parse(JSON.parse(run.stdout));
    expect(findings.find(({ checkId }) => checkId === "os-patches")?.verdict.status).toBe("unknown");
    expect([run.code, run.stderr]).toEqual([20, ""]);
    const text = await preflight(["check", "--policy", updatesOnly(), "--lang", "en"], { home, namespace: withoutApt() });
    expect(text.stdout).toMatch(/\? Updates +Could not check/);
  });

  it("that lies in the current folder is not run", async () => {
    const home = temporaryFolder();
    const cwd = temporaryFolder();
    const names = [...new Set(Object.values(commands).flatMap(({ files }) => files.map((file) => path.basename(file))))];
    expect(names).toContain("apt");
    for (const name of names) {
      writeFileSync(path.join(cwd, name), `#!/bin/sh\ntouch '${cwd}/was-run'\n`);
      chmodSync(path.join(cwd, name), 0o755);
    }
    const run = await preflight(["check", "--json"], { home, cwd, env: { PATH: `.:${cwd}:/usr/bin:/bin` } });
    expect(snapshotSchema.parse(JSON.parse(run.stdout)).phase.kind).toBe("finished");
    expect(existsSync(path.join(cwd, "was-run"))).toBe(false);
  });

  it("cannot move the cursor, write a line of ours or colour the terminal", async () => {
    const home = temporaryFolder();
    const evil = "printf 'Listing...\\nevil/oldstable-security 2 amd64 [upgradable from: 1]\\033[2J\\033]0;x\\007\\r  ✓ Ready\\302\\2332J\\n'";
    for (const command of [["check"], ["facts"], ["check", "--verbose"]]) {
      const run = await preflight([...command, "--policy", updatesOnly()], { home, namespace: insteadOfApt(evil) });
      expectNoStack(run);
      for (const steering of [escapeCharacter, "\r", "\u0007", "\u009b"]) expect(run.stdout + run.stderr).not.toContain(steering);
      expect(run.stdout).not.toMatch(/^ *✓ Ready/m);
    }
  });
});

describe("an output that nobody reads", () => {
  it.each([
    [["check"], 20],
    [["check", "--json"], 20],
    [["gate"], 20],
  ])("changes nothing for %j: quiet, with the honest code", async (command, code) => {
    const child = startPreflight([...command, "--policy", writePolicy(temporaryFolder(), oneQuestion)], { home: temporaryFolder() });
    child.stdout?.destroy();
    const run = await ended(child);
    expect([run.code, run.stderr]).toEqual([code, ""]);
  });

  it.each([[["policy", "schema"]], [["--help"]], [["completion", "bash"]]])("changes nothing for %j", async (command) => {
    const child = startPreflight(command, { home: temporaryFolder() });
    child.stdout?.destroy();
    const run = await ended(child);
    expect([run.code, run.stderr]).toEqual([0, ""]);
  });

  it("on a full disk is said, and is not go", async () => {
    const home = temporaryFolder();
    const namespace = "exec > /dev/full";
    const run = await preflight(["policy", "schema"], { home, namespace });
    expectOneSentence(run, 70, "結果を出力先に書ききれませんでした");
    expectOneSentence(await preflight(["check", "--policy", writePolicy(temporaryFolder(), {})], { home, namespace }), 70, "書ききれませんでした");
  });
});

describe("a damaged installation", () => {
  it("says so in one sentence with code 70", async () => {
    const home = temporaryFolder();
    const damaged = shippedCopy();
    const parts = path.join(path.dirname(damaged.file), "parts");
    for (const name of readdirSync(parts)) if (/^sentences/.test(name)) rmSync(path.join(parts, name));
    expectOneSentence(await preflight(["check"], { home, file: damaged.file }), 70, "プログラムの一部を読み込めず");
    for (const name of readdirSync(parts)) if (/^run-/.test(name)) rmSync(path.join(parts, name));
    expectOneSentence(await preflight(["check"], { home, file: damaged.file }), 70, "A part of the program could not be loaded");
    damaged.remove();
  });
});
