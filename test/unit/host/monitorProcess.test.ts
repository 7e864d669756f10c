import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { monitors } from "../../../electron/host/commands/monitors.ts";
import { runMonitor } from "../../../electron/host/monitorProcess.ts";
import { isAlive } from "../../support/isAlive.ts";
import { bundleInto } from "../services/processes/bundle.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preflight-monitor-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function program(name: string, body: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}
async function eventually(holds: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 100 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  return holds();
}
function watched(file: string) {
  const lines: string[] = [];
  let ends = 0;
  const end = runMonitor(
    { platform: "linux", files: [file], args: [] },
    "linux",
    (line) => lines.push(line),
    () => {
      ends += 1;
    },
  );
  return { lines, end, ends: () => ends };
}

describe("the catalogue of monitors", () => {
  it.each(Object.entries(monitors))("%s is an absolute path with fixed arguments, no shell, and only reads", (_, { files, args }) => {
    for (const file of files) expect(file).toMatch(/^\/[a-z/]+\/(ip|route|gdbus)$/);
    expect(args.join(" ")).toMatch(/\bmonitor\b/);
    expect(args.join(" ")).not.toMatch(/\b(add|del|delete|replace|change|flush|set|exec|batch)\b|[$`;|&<>*?~]/);
  });
});

describe("a monitor", () => {
  it("hands over whole lines as they come, and is gone when it was ended", async () => {
    const seen = watched(await program("talks", 'echo "$$"; printf "hal"; sleep 0.1; echo "f"; exec sleep 600'));
    expect(await eventually(() => seen.lines.length === 2)).toBe(true);
    expect(seen.lines[1]).toBe("half");
    const pid = Number(seen.lines[0]);
    expect(isAlive(pid)).toBe(true);
    seen.end();
    expect(await eventually(() => !isAlive(pid))).toBe(true);
    expect(seen.ends()).toBe(0);
  });

  it.each([
    ["is not there", async () => join(folder, "nothing")],
    [
      "may not be run",
      async () => {
        await writeFile(join(folder, "denied"), "#!/bin/sh\n", { mode: 0o644 });
        return join(folder, "denied");
      },
    ],
    ["ends at once", () => program("ends", "exit 0")],
    ["is killed", () => program("killed", "kill -9 $$")],
    ["prints without end and without a line", () => program("flood", "exec cat /dev/zero")],
  ])("that %s says so, once", async (_, file) => {
    const seen = watched(await file());
    expect(await eventually(() => seen.ends() > 0)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(seen.ends()).toBe(1);
  });

  it("ends with the process that started it", async () => {
    const own = { parts: process.listenerCount("exit"), pid: 0 };
    const seen = watched(await program("lives", 'echo "$$"; exec sleep 600'));
    expect(await eventually(() => seen.lines.length === 1)).toBe(true);
    own.pid = Number(seen.lines[0]);
    const hooks = process.listeners("exit").slice(own.parts);
    expect(hooks).toHaveLength(1);
    for (const hook of hooks) hook.call(process, 0);
    expect(await eventually(() => !isAlive(own.pid))).toBe(true);
    // Its hook goes with it: a program that watches again and again does not collect them.
    expect(await eventually(() => process.listenerCount("exit") === own.parts)).toBe(true);
  });

  it.runIf(process.platform === "linux" && existsSync("/usr/bin/setpriv"))("ends when the process that started it is killed", async () => {
    await bundleInto(folder, ["watchUntilKilled"], join(import.meta.dirname, "processes"));
    const file = await program("outlives", 'echo "$$"; exec sleep 600');
    const starter = spawn(process.execPath, [join(folder, "watchUntilKilled.mjs"), file], { stdio: ["ignore", "pipe", "inherit"] });
    const pid = Number(String(await new Promise((resolve) => starter.stdout.once("data", resolve))).trim());
    expect(isAlive(pid)).toBe(true);
    starter.kill("SIGKILL");
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  it("that was ended before it had started is never started", async () => {
    const marker = join(folder, "started");
    const seen = watched(await program("late", `touch "${marker}"; echo here`));
    seen.end();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(seen.lines).toEqual([]);
  });
});
