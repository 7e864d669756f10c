import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { constants } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { signalsWith } from "../../electron/host/signalPlan.ts";
import { oneQuestion, writePolicy } from "./support/policies.ts";
import { ended, preflight, shippedFile, startPreflight, temporaryFolder } from "./support/preflight.ts";

const activity = "public-research";
const word = "中断しました";
const home = temporaryFolder();
let policy = "";
beforeAll(async () => {
  policy = writePolicy(home, oneQuestion);
  expect((await preflight(["declare", "rules-accepted", "yes", "--policy", policy], { home })).code).toBe(0);
});

const until = (condition: () => boolean) => expect.poll(condition, { interval: 2 }).toBe(true);
/** Of a process: "T" is stopped. */
const stateOf = (pid: number) => /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, "latin1"))?.[1];

/** A check that hangs in its first program until the file `go` is there. */
function heldCheck() {
  const folder = temporaryFolder();
  const [held, go, tool] = ["held", "go", "apt"].map((name) => path.join(folder, name)) as [string, string, string];
  writeFileSync(tool, `#!/bin/sh\n: > '${held}'\nwhile [ ! -e '${go}' ]; do sleep 0.02; done\n`, { mode: 0o755 });
  const own = writePolicy(folder, { "os-patches": { level: "recommended" } });
  const mark = path.join(folder, "mark");
  const child = startPreflight(["exec", activity, "--policy", own, "--", "touch", mark], {
    home: folder,
    namespace: `mount --bind '${tool}' /usr/bin/apt`,
  });
  return { child, run: ended(child), mark, isHeld: () => existsSync(held), go: () => writeFileSync(go, "") };
}

/** A command that tells every signal it gets, one a line, and ends by SIGTERM with 5; where it does not listen for that, by SIGQUIT with 6. */
const listener = `
  const plan = process.argv.slice(1);
  for (const signal of plan) process.on(signal, () => { console.log(signal); if (signal === "SIGTERM") process.exit(5); if (signal === "SIGQUIT" && !plan.includes("SIGTERM")) process.exit(6); });
  setInterval(() => undefined, 1000);
  console.log("ready " + process.pid);
`;

describe("a signal while preflight exec checks", () => {
  it.each(signalsWith(({ checking }) => checking === "interrupts", constants.signals))(
    "%s ends the check, and nothing is started",
    async (signal) => {
      const { child, run, mark, isHeld } = heldCheck();
      await until(isHeld);
      child.kill(signal);
      const { code, stdout, stderr } = await run;
      expect([code, stdout]).toEqual([130, ""]);
      expect(stderr).toContain(word);
      expect(existsSync(mark)).toBe(false);
    },
  );

  it.each(signalsWith(({ checking }) => checking === "ignored", constants.signals))("%s is for the command and changes nothing", async (signal) => {
    const { child, run, mark, isHeld, go } = heldCheck();
    await until(isHeld);
    child.kill(signal);
    go();
    expect(await run).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(existsSync(mark)).toBe(true);
  });
});

describe("a signal at any time", () => {
  it.each(["SIGTERM", "SIGINT"] as const)(
    "%s: nothing is started once it was said to be interrupted, and what was started gets the signal",
    async (signal) => {
      const whole = performance.now();
      expect((await preflight(["exec", activity, "--policy", policy, "--", "true"], { home })).code).toBe(0);
      const usual = performance.now() - whole;
      const trials = 16;
      for (let trial = 0; trial < trials; trial++) {
        const mark = path.join(home, `mark-${signal}-${trial}`);
        const child = startPreflight(["exec", activity, "--policy", policy, "--", "sh", "-c", `: > '${mark}'; exec sleep 30`], { home });
        const run = ended(child);
        // The last quarter holds the moments between the check and the command.
        const timer = setTimeout(() => child.kill(signal), usual * (0.4 + (0.7 * trial) / trials));
        const { code, stderr } = await run;
        clearTimeout(timer);
        const number = constants.signals[signal];
        // null: the signal came before the program had said its first line, and did what it does to any program.
        if (stderr.includes(word)) expect([code, existsSync(mark)], `trial ${trial}`).toEqual([130, false]);
        else expect([128 + number, null], `trial ${trial}: ${stderr}`).toContain(code);
      }
    },
  );

  it("between permission and command: it was written down as started, yet nothing starts after the word", async () => {
    const journal = path.join(home, "telework-preflight/journal.jsonl");
    for (let trial = 0; trial < 5; trial++) {
      const before = readFileSync(journal).length;
      const mark = path.join(home, `between-${trial}`);
      const child = startPreflight(["exec", activity, "--policy", policy, "--", "sh", "-c", `: > '${mark}'; exec sleep 30`], { home });
      const run = ended(child);
      await until(() => readFileSync(journal, "utf8").slice(before).includes('"started"'));
      child.kill("SIGTERM");
      const { code, stderr } = await run;
      if (stderr.includes(word)) expect([code, existsSync(mark)]).toEqual([130, false]);
      else expect([code, stderr]).toEqual([143, ""]);
    }
  });
});

describe("a signal while the command runs", () => {
  const passed = signalsWith(({ running }) => running === "passed-on" || running === "from-terminal", constants.signals);

  it("reaches it, each of the list, once", async () => {
    // SIGTERM ends it, so it is the last.
    const list = [...passed.filter((signal) => signal !== "SIGTERM"), "SIGTERM"] as const;
    const child = startPreflight(["exec", activity, "--policy", policy, "--", process.execPath, "-e", listener, "--", ...list], { home });
    let out = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    const run = ended(child);
    await until(() => out.startsWith("ready"));
    for (const signal of list) {
      child.kill(signal);
      await until(() => out.trimEnd().split("\n").at(-1) === signal);
    }
    const { code, stderr } = await run;
    expect([code, stderr, out.trimEnd().split("\n").slice(1)]).toEqual([5, "", [...list]]);
  });

  it("stops both by SIGTSTP and lets both go on by SIGCONT", async () => {
    // A shell with job control, as a person has it: in a group without one the kernel drops SIGTSTP (POSIX, orphaned process group).
    const line = [process.execPath, shippedFile, "exec", activity, "--policy", policy, "--", process.execPath, "-e", listener, "--", "SIGTERM"];
    const env = { PATH: process.env["PATH"] ?? "", HOME: home, XDG_STATE_HOME: home, LANG: "ja_JP.UTF-8" };
    const shell = spawn("bash", ["-c", 'set -m; "$@" & echo "own $!"; wait -f $!', "bash", ...line], {
      cwd: home,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    shell.stdout?.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    const run = ended(shell);
    await until(() => out.includes("ready"));
    const [own, command] = [/own (\d+)/, /ready (\d+)/].map((pattern) => Number(pattern.exec(out)?.[1])) as [number, number];
    process.kill(own, "SIGTSTP");
    await until(() => stateOf(own) === "T" && stateOf(command) === "T");
    process.kill(own, "SIGCONT");
    await until(() => stateOf(own) !== "T" && stateOf(command) !== "T");
    process.kill(own, "SIGTERM");
    expect((await run).code).toBe(5);
  });

  it("from a terminal reaches it by the terminal, once", async () => {
    // script(1) gives a terminal; what is written to it are the keys: Ctrl-C, then Ctrl-\\.
    const line = [
      process.execPath,
      shippedFile,
      "exec",
      activity,
      "--policy",
      policy,
      "--",
      process.execPath,
      "-e",
      listener,
      "--",
      "SIGINT",
      "SIGQUIT",
    ];
    const quoted = line.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
    const env = { PATH: process.env["PATH"], HOME: home, XDG_STATE_HOME: home, LANG: "ja_JP.UTF-8" };
    const terminal = spawn("script", ["-qefc", `exec ${quoted}`, "/dev/null"], { cwd: home, env, stdio: ["pipe", "pipe", "ignore"] });
    let out = "";
    terminal.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    const code = new Promise((resolve) => terminal.once("exit", resolve));
    await until(() => out.includes("ready"));
    terminal.stdin.write("\u0003");
    await until(() => out.includes("SIGINT"));
    terminal.stdin.write("\u001c");
    expect(await code).toBe(6);
    expect(out.match(/SIG[A-Z]+/g)).toEqual(["SIGINT", "SIGQUIT"]);
  });
});
