import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import type { Platform } from "../../shared/platform.ts";
import { childEnvironment, childFolder } from "./childEnvironment.ts";
import { endsWithUs, type Monitor } from "./commands/monitors.ts";
import { firstExisting } from "./systemFiles.ts";
import { userRecord } from "./userRecord.ts";

/** A line longer than this is none of a monitor that we know: the monitor is ended rather than kept in memory. */
const longestLine = 64 * 1024;

/** Program and arguments that start it so that it ends with this process; itself where the system has no way for that. */
async function bound(file: string, args: readonly string[]): Promise<readonly [string, readonly string[]]> {
  const binder = process.platform === "linux" ? await firstExisting(endsWithUs.files) : undefined;
  const bytes = binder === undefined ? null : await readFile(binder).catch(() => null);
  return binder !== undefined && bytes?.includes(endsWithUs.option) ? [binder, [...endsWithUs.args, file, ...args]] : [file, args];
}

/**
 * Runs a monitor until it is ended and hands over its lines. `onEnd` is called once, when it ends by itself, prints without end or cannot run.
 * Returns the function that ends it. It ends with this process, on Linux also when that is killed; elsewhere at the next change then, which it can tell nobody any more (SIGPIPE).
 */
export function runMonitor(monitor: Monitor, platform: Platform, onLine: (line: string) => void, onEnd: () => void): () => void {
  let child: ChildProcess | undefined;
  let over = false;
  const kill = () => child?.kill("SIGKILL");
  const finish = () => {
    if (over) return;
    over = true;
    process.removeListener("exit", kill);
    onEnd();
  };
  const start = async () => {
    const file = await firstExisting(monitor.files);
    if (over) return;
    if (file === undefined) return finish();
    const [program, args] = await bound(file, monitor.args);
    if (over) return;
    child = spawn(program, args, {
      cwd: childFolder(platform, process.env),
      env: childEnvironment(platform, process.env, userRecord()),
      stdio: ["ignore", "pipe", "ignore"],
      shell: false,
      windowsHide: true,
    });
    process.once("exit", kill);
    child.on("error", finish);
    child.on("close", finish);
    if (!child.stdout) return finish();
    let pending = 0;
    child.stdout.on("data", (chunk: Buffer) => {
      const end = chunk.lastIndexOf(10);
      pending = end === -1 ? pending + chunk.length : chunk.length - end - 1;
      if (pending > longestLine) kill();
    });
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (!over) onLine(line);
    });
  };
  start().catch(finish);
  return () => {
    over = true;
    process.removeListener("exit", kill);
    kill();
  };
}
