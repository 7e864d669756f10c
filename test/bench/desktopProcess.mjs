// One Electron under measurement, from outside: when its window had painted what counts, and what all its processes together hold and use.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";

const ticksASecond = () => Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

function fieldsOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The second field is a name in brackets and may itself hold blanks and brackets.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null; // ended meanwhile
  }
}

/** The process and all that it started. */
function tree(root) {
  const parents = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [[Number(name), Number(fieldsOf(name)?.[1])]] : []));
  const found = [root];
  for (const pid of found) for (const [child, parent] of parents) if (parent === pid) found.push(child);
  return found;
}

/** Proportional set size: what is shared counts once. In MiB. */
function memory(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** User and system time of the processes and of those that they have waited for, in ticks. */
const ticks = (pids) => pids.reduce((sum, pid) => sum + (fieldsOf(pid)?.slice(11, 15) ?? []).reduce((own, part) => own + Number(part), 0), 0);

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Chromium's debugging protocol over two pipes; messages end with a zero byte. */
function protocolOf(child) {
  const waiting = new Map();
  let rest = "";
  let last = 0;
  child.stdio[4].setEncoding("utf8").on("data", (chunk) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop();
    for (const { id, result } of messages.map((message) => JSON.parse(message))) waiting.get(id)?.(result ?? {});
  });
  return (method, params = {}, sessionId = undefined) =>
    new Promise((done) => {
      last += 1;
      waiting.set(last, done);
      child.stdio[3].write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
}

/** Resolves in the page with the moment (Unix time, ms) of the first picture after `selector` has come. */
const paintedWith = (selector) => `new Promise((done) => {
  const look = () => document.querySelector(${JSON.stringify(selector)})
    ? requestAnimationFrame(() => setTimeout(() => done(performance.timeOrigin + performance.now())))
    : setTimeout(look, 4);
  look();
})`;

/** The settings of a person who has gone through the first start: what is measured is every other morning. */
function introduce(stateHome) {
  const folder = join(stateHome, "telework-preflight");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const settings = { language: null, theme: "system", textSize: 100, startAtLogin: true, introduced: true };
  writeFileSync(join(folder, "settings.json"), JSON.stringify({ schema: "preflight-settings/1", settings }), { mode: 0o600 });
}

/** Starts the app in a home of its own. `painted`: seconds from the start of the process to the picture that has `selector`. */
export async function openDesktop(electron, app, selector) {
  const home = mkdtempSync(join(tmpdir(), "preflight-bench-"));
  mkdirSync(join(home, "config"));
  introduce(join(home, "state"));
  const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, "config"), XDG_STATE_HOME: join(home, "state"), LANGUAGE: "ja" };
  const args = [...(process.getuid() === 0 ? ["--no-sandbox"] : []), "--remote-debugging-pipe", app];
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(electron, args, { env, stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
  const ended = new Promise((done) => child.once("exit", done));
  const send = protocolOf(child);
  let target;
  while (target === undefined) {
    target = (await send("Target.getTargets")).targetInfos?.find(({ type }) => type === "page");
    if (target === undefined) await pause(5);
  }
  const { sessionId } = await send("Target.attachToTarget", { targetId: target.targetId, flatten: true });
  const ask = async (expression) =>
    (await send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true }, sessionId)).result?.value;
  let paintedAt;
  while (typeof paintedAt !== "number") paintedAt = await ask(paintedWith(selector)); // a page that was replaced meanwhile gives nothing
  const spent = ticks(tree(child.pid)) / ticksASecond();
  return {
    painted: (paintedAt - startedAt) / 1000,
    /** Seconds of a core that all processes had used by then: says more than the clock where others keep the cores busy. */
    spent,
    ask,
    memory: () => tree(child.pid).reduce((sum, pid) => sum + memory(pid), 0),
    /** Percent of one core, over so many seconds. */
    async use(seconds) {
      const before = ticks(tree(child.pid));
      await pause(seconds * 1000);
      return ((ticks(tree(child.pid)) - before) / ticksASecond() / seconds) * 100;
    },
    async close() {
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5_000);
      await ended;
      clearTimeout(late);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
