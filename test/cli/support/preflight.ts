import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect } from "vitest";
import { shippedCopy } from "./built.ts";

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** XDG_STATE_HOME of the process. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Shell lines that run before, in mount and host name namespaces of their own: what they mount or name, the machine does not see. Needs root. */
  readonly namespace?: string;
  /** Another copy of the command than the one of this file's tests. */
  readonly file?: string;
}

const { PATH: searchPath = "/usr/bin:/bin" } = process.env;
const shipped = shippedCopy();
/** The command of this file's tests. */
export const shippedFile = shipped.file;
const made: string[] = [];
afterAll(() => {
  shipped.remove();
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is removed after the file's tests. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "preflight-cli-"));
  made.push(folder);
  return folder;
}

function requireRoot(): void {
  if (process.getuid?.() !== 0) {
    throw new Error("This test mounts folders in a namespace of its own and needs root: run the suite as root, for example in a container.");
  }
}

/** Starts the built command. Its environment is small and in Japanese unless a test says otherwise. */
export function startPreflight(args: readonly string[], { home, env = {}, cwd, namespace, file = shipped.file }: RunOptions): ChildProcess {
  const command = [process.execPath, file, ...args];
  if (namespace !== undefined) requireRoot();
  const [program = "", ...rest] =
    namespace === undefined
      ? command
      : ["unshare", "--mount", "--uts", "--propagation", "private", "sh", "-ec", `${namespace}\nexec "$@"`, "sh", ...command];
  return spawn(program, rest, {
    cwd: cwd ?? home,
    env: { PATH: searchPath, HOME: home, XDG_STATE_HOME: home, LANG: "ja_JP.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Everything that a process says until it ends. */
export function ended(child: ChildProcess): Promise<Run> {
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
  child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
  });
}

export function preflight(args: readonly string[], options: RunOptions): Promise<Run> {
  return ended(startPreflight(args, options));
}

/** What every failure owes the person: the code of the documentation, exactly one sentence, no stack, and nothing that looks like a result. */
export function expectOneSentence(run: Run, code: number, ...parts: readonly (string | RegExp)[]): void {
  expect(run.stderr).not.toContain("    at ");
  expect(run.stderr.trimEnd().split("\n"), run.stderr).toHaveLength(1);
  expect(run.stderr).toMatch(/^preflight: /);
  for (const part of parts) {
    if (typeof part === "string") expect(run.stderr).toContain(part);
    else expect(run.stderr).toMatch(part);
  }
  expect(run.code).toBe(code);
  expect(run.stdout).toBe("");
}

/** Begins an escapeCharacter sequence. */
export const escapeCharacter = String.fromCodePoint(0x1b);

export function expectNoStack(run: Run): void {
  expect(run.stderr + run.stdout).not.toContain("    at ");
}
