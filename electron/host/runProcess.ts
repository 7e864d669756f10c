import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { Platform } from "../../shared/platform.ts";
import { childEnvironment, childFolder } from "./childEnvironment.ts";
import type { Command } from "./commands/command.ts";
import type { CommandOutcome, CommandResult } from "./host.ts";
import { endLeft, leftOf, markName } from "./ownProcesses.ts";
import { firstExisting } from "./systemFiles.ts";
import { whenWeEnd } from "./underWay.ts";
import { userRecord } from "./userRecord.ts";

const outputLimit = 4 * 1024 * 1024;
const errorLimit = 64 * 1024;
/** Between asking a command to end and ending it. */
const patienceMs = 250;
/** How long output may still come after the command itself has ended: a left-over child may hold the pipe open for ever. */
const drainMs = 150;
/** How long a pipe may stay open after everything that can be found was ended. */
const lastMs = 50;
/** After this long we stop waiting even for a command that cannot be ended (it hangs inside the kernel). */
const giveUpMs = 1000;

export type ProcessResult = Omit<CommandResult, "command">;

/** `taskkill` is the only way to reach the children too. Where it cannot do it, at least the command itself is ended. */
function endTree(child: ChildProcess, pid: number): void {
  // Once a process has ended, its number may already be that of somebody else.
  if (child.exitCode !== null || child.signalCode !== null) return;
  const onlyTheCommand = () => child.kill("SIGKILL");
  spawn(`${childFolder("windows", process.env)}\\taskkill.exe`, ["/PID", String(pid), "/T", "/F"], {
    cwd: childFolder("windows", process.env),
    env: childEnvironment("windows", process.env, userRecord()),
    stdio: "ignore",
    windowsHide: true,
  })
    .on("error", onlyTheCommand)
    .on("exit", onlyTheCommand);
}

/** Signals the whole family of a command. */
function signalGroup(child: ChildProcess, signal: "SIGTERM" | "SIGKILL", platform: Platform): void {
  if (child.pid === undefined) return;
  if (platform === "windows") {
    endTree(child, child.pid);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already: what we wanted.
  }
}

function spawnFailure(error: NodeJS.ErrnoException): CommandOutcome {
  if (error.code === "ENOENT") return "missing";
  return error.code === "EACCES" || error.code === "EPERM" ? "denied" : "failed";
}

/**
 * Runs one command to its end, time limit, output limit or cancellation, whichever comes first. No shell, no stdin, a fixed folder and
 * environment. Exported for the tests of bad programs; the product calls it through the catalogue alone.
 */
export async function runProcess(command: Command, signal: AbortSignal, platform: Platform): Promise<ProcessResult> {
  const started = performance.now();
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  const mark = randomUUID();
  const result = (outcome: CommandOutcome, code: number | null = null, left: readonly string[] = []): ProcessResult => ({
    outcome,
    code,
    stdout: Buffer.concat(stdout),
    stderr: Buffer.concat(stderr),
    durationMs: Math.round(performance.now() - started),
    ...(left.length > 0 ? { left } : {}),
  });
  const file = await firstExisting(command.files);
  if (signal.aborted) return result("cancelled");
  if (file === undefined) return result("missing");
  return new Promise((resolve) => {
    let child: ChildProcess;
    try {
      child = spawn(file, command.args, {
        cwd: childFolder(platform, process.env),
        env: { ...childEnvironment(platform, process.env, userRecord()), [markName]: mark },
        stdio: ["ignore", "pipe", "pipe"],
        detached: platform !== "windows",
        shell: false,
        windowsHide: true,
      });
    } catch (error) {
      resolve(result(spawnFailure(error as NodeJS.ErrnoException)));
      return;
    }
    let ended: CommandOutcome | undefined;
    const timers: NodeJS.Timeout[] = [];
    // The group, and what left the group for a session of its own.
    const endFamily = () => {
      signalGroup(child, "SIGKILL", platform);
      endLeft(mark);
    };
    const forget = whenWeEnd(() => {
      if (platform === "windows") child.kill("SIGKILL");
      else endFamily();
    });
    const end = (outcome: CommandOutcome) => {
      if (ended !== undefined) return;
      ended = outcome;
      signalGroup(child, "SIGTERM", platform);
      timers.push(
        setTimeout(endFamily, patienceMs),
        setTimeout(() => finish(result(outcome, null, stillThere())), giveUpMs),
      );
    };
    const cancel = () => end("cancelled");
    // Nobody but its writer keeps a pipe open: where processes cannot be found by their mark, at least that something is left is known.
    const stillThere = () => {
      const names = leftOf(mark).map(({ name, pid }) => `${name} (${pid})`);
      return names.length > 0 ? names.slice(0, 8) : ["something that it started and that cannot be ended"];
    };
    const finish = (value: ProcessResult) => {
      for (const timer of timers) clearTimeout(timer);
      forget();
      signal.removeEventListener("abort", cancel);
      child.stdout?.destroy();
      child.stderr?.destroy();
      resolve(value);
    };
    const finishExited = (code: number | null, left: readonly string[] = []) => {
      // It ended when it was asked to, before its family was ended.
      if (ended !== undefined) endFamily();
      finish(ended === undefined ? result(code === null ? "killed" : "exited", code, left) : result(ended, null, left));
    };
    let printed = 0;
    let complained = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      printed += chunk.length;
      if (printed > outputLimit) end("too-much-output");
      else stdout.push(chunk);
    });
    // What exceeds the limit is dropped, yet read on, so that a talkative command does not block.
    child.stderr?.on("data", (chunk: Buffer) => {
      if (complained < errorLimit) stderr.push(chunk.subarray(0, errorLimit - complained));
      complained += chunk.length;
    });
    child.on("error", (error: NodeJS.ErrnoException) => finish(result(spawnFailure(error))));
    child.on("exit", (code) => {
      timers.push(
        setTimeout(() => {
          endFamily();
          // What was ended closes the pipe at once.
          timers.push(setTimeout(() => finishExited(code, stillThere()), lastMs));
        }, drainMs),
      );
    });
    child.on("close", (code) => finishExited(code));
    timers.push(setTimeout(() => end("timeout"), command.timeoutMs));
    signal.addEventListener("abort", cancel, { once: true });
    if (signal.aborted) cancel();
  });
}
