// Whole processes, measured from outside: wall time, the peak of each process and of the tree, and how many programs were started.
import { spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const status = (pid, key) => {
  try {
    const line = readFileSync(`/proc/${pid}/status`, "utf8").match(new RegExp(`^${key}:\\s+(\\d+)`, "m"));
    return line ? Number(line[1]) : 0;
  } catch {
    return 0; // the process has ended meanwhile
  }
};

function descendants(root) {
  const parents = new Map();
  for (const name of readdirSync("/proc")) {
    if (/^\d+$/.test(name)) parents.set(Number(name), status(name, "PPid"));
  }
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

/** Runs a program to its end. Times in seconds, memory in MiB (sampled every 15 ms on Linux; 0 elsewhere). */
export function once(file, args, { env = {}, memory = false } = {}) {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(file, args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "ignore"] });
    const chunks = [];
    let own = 0;
    let tree = 0;
    const sample = () => {
      own = Math.max(own, status(child.pid, "VmHWM"));
      tree = Math.max(
        tree,
        descendants(child.pid).reduce((sum, pid) => sum + status(pid, "VmRSS"), 0),
      );
    };
    const timer = memory && process.platform === "linux" ? setInterval(sample, 15) : undefined;
    child.stdout.on("data", (chunk) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({ seconds: (performance.now() - start) / 1000, code, stdout: Buffer.concat(chunks), ownMiB: own / 1024, treeMiB: tree / 1024 });
    });
  });
}

/** Seconds until the output on a terminal first matches; needs `script` of util-linux for a real terminal. */
export function untilOnTerminal(command, pattern, env) {
  return new Promise((resolve) => {
    const start = performance.now();
    const child = spawn("script", ["-qfec", command, "/dev/null"], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "ignore"] });
    let text = "";
    let seconds = null;
    child.stdout.on("data", (chunk) => {
      text += chunk;
      if (seconds === null && pattern.test(text)) seconds = (performance.now() - start) / 1000;
    });
    child.on("close", () => resolve(seconds));
    child.on("error", () => resolve(null));
  });
}

/** How many programs one run starts, itself included; null without strace. */
export function programsStarted(file, args, env) {
  const traced = spawnSync("strace", ["-f", "-qq", "-e", "trace=execve", "-e", "signal=none", "-z", file, ...args], {
    env: { ...process.env, ...env },
    encoding: "utf8",
  });
  return traced.error ? null : (traced.stderr.match(/execve\(/g) ?? []).length;
}

export const onPath = (name) => spawnSync("sh", ["-c", `command -v ${name}`]).status === 0;
