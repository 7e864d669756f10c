// Started on Windows by the tests: runs the programs that its argument lists, as the host runs the commands of its catalogue, and prints how each ended.
import type { CommandId } from "../../../electron/host/commands.ts";
import { createNodeHost } from "../../../electron/host/nodeHost.ts";
import { type ProcessResult, runProcess } from "../../../electron/host/runProcess.ts";

interface Asked {
  /** A command of the catalogue … */
  readonly id?: CommandId;
  /** … or a program of the test. */
  readonly files?: readonly [string, ...string[]];
  readonly args?: readonly string[];
  readonly timeoutMs?: number;
  readonly cancelAfterMs?: number;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function goneWithin(pid: number, ms: number): Promise<boolean> {
  const until = performance.now() + ms;
  while (isRunning(pid)) {
    if (performance.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

async function run({ id, files, args = [], timeoutMs = 10_000, cancelAfterMs }: Asked): Promise<ProcessResult> {
  const controller = new AbortController();
  const timer = cancelAfterMs === undefined ? undefined : setTimeout(() => controller.abort(), cancelAfterMs);
  try {
    if (id !== undefined) return await createNodeHost("windows").run(id, controller.signal);
    return await runProcess({ platform: "windows", files: files ?? ["?"], args, timeoutMs }, controller.signal, "windows");
  } finally {
    clearTimeout(timer);
  }
}

const results = [];
for (const asked of JSON.parse(process.argv[2] ?? "[]") as readonly Asked[]) {
  const { outcome, code, stdout, stderr, durationMs } = await run(asked);
  const text = Buffer.from(stdout.subarray(0, 4096)).toString("base64");
  // Programs of the tests print their number first.
  const pid = /^pid (\d+)/.exec(Buffer.from(stdout.subarray(0, 32)).toString())?.[1];
  const gone = pid === undefined ? null : await goneWithin(Number(pid), 3000);
  results.push({ outcome, code, durationMs, text, printed: stdout.length, complained: stderr.length, gone });
}
process.stdout.write(JSON.stringify(results));
process.exit(0);
