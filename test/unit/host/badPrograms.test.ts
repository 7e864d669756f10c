import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Command } from "../../../electron/host/commands/command.ts";
import { decodeUtf8 } from "../../../electron/host/decode.ts";
import { runProcess } from "../../../electron/host/runProcess.ts";
import { isAlive } from "../../support/isAlive.ts";
import { bundleInto, runProgram } from "../services/processes/bundle.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preflight-bad-programs-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function program(name: string, script: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, script.startsWith("#!") ? script : `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
}

const entry = (file: string, timeoutMs = 5000): Command => ({ platform: "linux", files: [file], args: ["read"], timeoutMs });
const run = (command: Command, signal = new AbortController().signal) => runProcess(command, signal, "linux");

describe("a program that the host runs", () => {
  it("is heard in full when it behaves", async () => {
    const result = await run(entry(await program("good", 'printf "out %s" "$1"; printf err >&2; exit 3')));
    expect(result).toMatchObject({ outcome: "exited", code: 3 });
    expect(decodeUtf8(result.stdout)).toBe("out read");
    expect(decodeUtf8(result.stderr)).toBe("err");
  });

  it("is ended when it hangs, together with what it started", async () => {
    const path = await program("hang", 'sleep 600 & echo "$!"; wait');
    const result = await run(entry(path, 200));
    expect(result).toMatchObject({ outcome: "timeout", code: null });
    const child = Number(decodeUtf8(result.stdout));
    expect(child).toBeGreaterThan(0);
    await expect.poll(() => isAlive(child)).toBe(false);
  });

  it("is killed when it ignores the request to end", async () => {
    const result = await run(entry(await program("stubborn", 'trap "" TERM; echo $$; while :; do sleep 0.05; done'), 1500));
    expect(result.outcome).toBe("timeout");
    const pid = Number(decodeUtf8(result.stdout));
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it("is reported as killed when somebody else ends it", async () => {
    expect(await run(entry(await program("killed", "kill -KILL $$")))).toMatchObject({ outcome: "killed", code: null });
  });

  it("is ended when it prints 50 MB, and no more than 4 MiB is kept", async () => {
    const result = await run(entry(await program("flood", "head -c 50000000 /dev/zero; echo done")));
    expect(result.outcome).toBe("too-much-output");
    expect(result.stdout.length).toBeLessThanOrEqual(4 * 1024 * 1024);
  });

  it("may complain at length without being held up or ended", async () => {
    const result = await run(entry(await program("complains", "head -c 5000000 /dev/zero >&2; echo done")));
    expect(result).toMatchObject({ outcome: "exited", code: 0 });
    expect(decodeUtf8(result.stdout)).toBe("done\n");
    expect(result.stderr.length).toBe(64 * 1024);
  });

  it("hands over bytes as they are: not UTF-8, terminal escapes, HTML", async () => {
    const result = await run(entry(await program("bytes", "printf '\\377\\376\\033[2J<img src=x onerror=1>'")));
    expect([...result.stdout.slice(0, 6)]).toEqual([0xff, 0xfe, 0x1b, 0x5b, 0x32, 0x4a]);
    expect(decodeUtf8(result.stdout)).toBe("\ufffd\ufffd\u001b[2J<img src=x onerror=1>");
  });

  it("keeps its exit code beside an error text", async () => {
    const result = await run(entry(await program("liar", 'echo "E: all is lost" >&2; exit 0')));
    expect(result).toMatchObject({ outcome: "exited", code: 0 });
    expect(decodeUtf8(result.stderr)).toBe("E: all is lost\n");
  });

  it("is missing when no file of the catalogue is there, and a folder does not count", async () => {
    await mkdir(join(folder, "folder"), { recursive: true });
    expect(await run(entry(join(folder, "nothing")))).toMatchObject({ outcome: "missing", code: null });
    expect(await run(entry(join(folder, "folder")))).toMatchObject({ outcome: "missing" });
  });

  it("is denied when it may not be executed", async () => {
    const path = join(folder, "not-executable");
    await writeFile(path, "#!/bin/sh\necho never\n", { mode: 0o644 });
    expect(await run(entry(path))).toMatchObject({ outcome: "denied" });
  });

  it("is the first of the catalogue's files that exists", async () => {
    const path = await program("second", "echo second");
    const result = await run({ ...entry(path), files: [join(folder, "first"), path] });
    expect(decodeUtf8(result.stdout)).toBe("second\n");
  });

  it("is never one of the same name in the current folder or on PATH", async () => {
    const marker = join(folder, "was-run");
    await program("preflight-no-such-tool", `touch "${marker}"`);
    const [directory, path] = [process.cwd(), process.env["PATH"]];
    try {
      // The current folder is no place to look either: the next test shows that the child runs in another one.
      process.env["PATH"] = `${folder}:${path}`;
      expect(await run(entry("/usr/bin/preflight-no-such-tool"))).toMatchObject({ outcome: "missing" });
    } finally {
      process.env["PATH"] = path;
    }
    expect(process.cwd()).toBe(directory);
    await expect(readFile(marker)).rejects.toThrow("ENOENT");
  });

  it("runs in the root folder with a fixed PATH and language, and without what could change its answers", async () => {
    const before = { ...process.env };
    try {
      Object.assign(process.env, {
        LD_PRELOAD: "",
        GSETTINGS_BACKEND: "memory",
        APT_CONFIG: "/tmp/evil",
        LC_ALL: "ja_JP.UTF-8",
        LANGUAGE: "ja",
        PATH: `${folder}:/usr/bin:/bin`,
      });
      const result = await run(entry(await program("surroundings", "pwd; /usr/bin/env")));
      const [where, ...variables] = decodeUtf8(result.stdout).trim().split("\n");
      expect(where).toBe("/");
      expect(variables).toEqual(expect.arrayContaining(["LC_ALL=C.UTF-8", "LANGUAGE=", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "TZ=UTC"]));
      expect(variables.filter((line) => /^(LD_PRELOAD|GSETTINGS_BACKEND|APT_CONFIG|NODE_OPTIONS)=/.test(line))).toEqual([]);
    } finally {
      for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
      Object.assign(process.env, before);
    }
  });

  it("has no input to wait for", async () => {
    const result = await run(entry(await program("reads", "cat; echo end")));
    expect(decodeUtf8(result.stdout)).toBe("end\n");
  });

  it("does not hold us up through a grandchild that keeps the pipe open", async () => {
    const result = await run(entry(await program("leaves-child", 'sleep 600 & echo "$!"; exit 0')));
    expect(result).toMatchObject({ outcome: "exited", code: 0 });
    const left = Number(decodeUtf8(result.stdout));
    await expect.poll(() => isAlive(left)).toBe(false);
  });

  it.each([
    ["in a session of its own", 'setsid sleep 600 & echo "$!"; exit 0'],
    ["in a session of its own, by a parent that has ended", "(setsid sh -c 'echo \"$$\"; exec sleep 600' &) ; sleep 0.05; exit 0"],
  ])("does not hold us up through a grandchild %s, and takes it along", async (_how, script) => {
    const result = await run(entry(await program("daemon", script)));
    expect(result).toMatchObject({ outcome: "exited", code: 0 });
    const [pid] = decodeUtf8(result.stdout).split("\n");
    expect(Number(pid)).toBeGreaterThan(0);
    await expect.poll(() => isAlive(Number(pid))).toBe(false);
  });

  it("takes along what left its group when it is ended at its time limit, also what closed the pipe", async () => {
    const script = 'setsid sh -c \'trap "" TERM; exec >/dev/null 2>&1; sleep 600\' & echo "$!"; wait';
    const result = await run(entry(await program("daemon-hangs", script), 1500));
    expect(result.outcome).toBe("timeout");
    await expect.poll(() => isAlive(Number(decodeUtf8(result.stdout)))).toBe(false);
  });

  it("names that something is left which cannot be found by its mark", async () => {
    const result = await run(entry(await program("hidden", "env -i setsid sh -c 'echo \"$$\"; exec sleep 30' & wait; sleep 600"), 1500));
    expect(result.outcome).toBe("timeout");
    expect(result.left).toHaveLength(1);
    process.kill(Number(decodeUtf8(result.stdout)), "SIGKILL");
  });

  it("goes on after closing its output, and is ended at its time limit", async () => {
    const result = await run(entry(await program("deaf", 'echo $$; exec >&- 2>&-; trap "" TERM; while :; do sleep 0.05; done'), 1500));
    expect(result.outcome).toBe("timeout");
    await expect.poll(() => isAlive(Number(decodeUtf8(result.stdout)))).toBe(false);
  });

  it("does not outlive a program that exits before it had to be killed", { timeout: 60_000 }, async () => {
    const pids = join(folder, "pids");
    const path = await program(
      "outlives",
      `trap "" TERM; echo $$ >>"${pids}"; setsid sh -c 'trap "" TERM; echo $$ >>"${pids}"; sleep 600' & while :; do sleep 0.05; done`,
    );
    await bundleInto(folder, ["exitWhileRunning"]);
    expect((await runProgram(process.execPath, [join(folder, "exitWhileRunning.mjs"), path, pids])).code).toBe(0);
    const left = (await readFile(pids, "utf8")).trim().split("\n").map(Number);
    expect(left).toHaveLength(2);
    for (const pid of left) await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it("is ended when the caller gives up", async () => {
    const controller = new AbortController();
    const ready = join(folder, "slow-runs");
    const pending = run(entry(await program("slow", `echo $$; : >"${ready}"; sleep 600`), 60_000), controller.signal);
    await expect.poll(() => existsSync(ready)).toBe(true);
    controller.abort();
    const result = await pending;
    expect(result).toMatchObject({ outcome: "cancelled", code: null });
    await expect.poll(() => isAlive(Number(decodeUtf8(result.stdout)))).toBe(false);
  });

  it("is not started when the caller had given up before", async () => {
    const marker = join(folder, "started");
    const path = await program("late", `touch "${marker}"`);
    expect(await run(entry(path), AbortSignal.abort())).toMatchObject({ outcome: "cancelled" });
    await expect(readFile(marker)).rejects.toThrow("ENOENT");
  });
});
