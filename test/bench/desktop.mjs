// The desktop against an empty Electron window, on the same runtime and in the same run. `benchDesktop` gives the rows of the table; it runs this file
// again on a display of its own.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { findElectron } from "../../build/electronBinary.mjs";
import { openDesktop } from "./desktopProcess.mjs";
import { firstLoad } from "./firstLoad.mjs";
import { median } from "./measure.mjs";

const root = resolve(import.meta.dirname, "../..");
const self = fileURLToPath(import.meta.url);
const runs = Number(process.env.BENCH_RUNS ?? 10);
const idleSeconds = Number(process.env.BENCH_IDLE_SECONDS ?? 60);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Where test/setup puts its Electron. */
process.env.ELECTRON_OVERRIDE_DIST_PATH ??= join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "preflight/electron-22.3.25");

const empty = { folder: join(import.meta.dirname, "emptyApp"), rows: "p" };
const ours = { folder: root, rows: ".activity" };

async function once(electron, { folder, rows }) {
  const desktop = await openDesktop(electron, folder, rows);
  await pause(8_000); // the first run has ended
  const result = { painted: desktop.painted, spent: desktop.spent, memory: desktop.memory() };
  await desktop.close();
  return result;
}

async function idle(electron, { folder, rows }) {
  const desktop = await openDesktop(electron, folder, rows);
  await pause(15_000);
  const use = await desktop.use(idleSeconds);
  await desktop.close();
  return use;
}

/** Milliseconds from each click to the picture after it, and what was clicked. Everything of the main screen that answers without leaving the app. */
const clicks = `(async () => {
  const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const times = [];
  const click = async (name, element) => {
    if (!element) return;
    const started = performance.now();
    element.click();
    await painted();
    times.push([name, performance.now() - started]);
    await new Promise((done) => setTimeout(done, 300));
  };
  const all = (selector) => [...document.querySelectorAll(selector)];
  for (const button of all(".finding-head button").slice(0, 3)) await click("a finding", button);
  for (let at = all("nav button").length - 1; at >= 0; at -= 1) await click("screen " + (at + 1), all("nav button")[at]);
  for (const option of all("header input[type=radio]:not(:checked), header button[lang]")) await click("the other language", option);
  for (let at = all("nav button").length - 1; at >= 0; at -= 1) await click("screen " + (at + 1) + " again", all("nav button")[at]);
  return times;
})()`;

async function interactions(electron, { folder, rows }) {
  const desktop = await openDesktop(electron, folder, rows);
  await pause(8_000);
  const times = await desktop.ask(clicks);
  await desktop.close();
  return times;
}

async function measure(electron) {
  const both = [];
  for (let run = 0; run < runs; run += 1) both.push({ empty: await once(electron, empty), ours: await once(electron, ours) });
  const middle = (who, what) => median(both.map((run) => run[who][what]));
  const of = (who) => ({ painted: middle(who, "painted"), spent: middle(who, "spent"), memory: middle(who, "memory") });
  return {
    empty: of("empty"),
    ours: of("ours"),
    idle: { empty: await idle(electron, empty), ours: await idle(electron, ours) },
    interactions: await interactions(electron, ours),
  };
}

/** The rows of the bench table: what, value, limit, met. */
export function benchDesktop() {
  const bytes = firstLoad();
  const size = ["dist/main", "dist/preload", "dist/renderer"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [readFileSync(join(entry.parentPath ?? entry.path, entry.name)).length] : [],
    ),
  );
  const archive = size.reduce((sum, part) => sum + part, 0) / 1e6;
  const rows = [
    { what: "page: JavaScript of the first load", value: `${(bytes / 1000).toFixed(0)} kB gzip`, limit: "≤ 250 kB", met: bytes <= 250_000 },
    { what: "app.asar", value: `${archive.toFixed(1)} MB`, limit: "≤ 8 MB", met: archive <= 8 },
  ];
  const electron = findElectron();
  const display = [
    "dbus-run-session",
    "--",
    "xvfb-run",
    "--auto-servernum",
    "--server-args=-screen 0 1920x1080x24",
    join(root, "test/support/underOpenbox"),
  ];
  const ran = electron && spawnSync(display[0], [...display.slice(1), process.execPath, self, "--measure"], { encoding: "utf8", maxBuffer: 1e8 });
  const line = ran?.stdout?.split("\n").find((text) => text.startsWith("{"));
  if (!line) return [...rows, { what: "desktop window", value: "not measured: needs Electron and a display (test/setup)", limit: "", met: true }];
  const result = JSON.parse(line);
  const ratio = (what) => result.ours[what] / result.empty[what];
  const [name, worst] = result.interactions.reduce((a, b) => (b[1] > a[1] ? b : a));
  return [
    {
      what: "process start → window painted with its rows",
      value: `${result.ours.painted.toFixed(2)} s (${ratio("painted").toFixed(2)} × an empty window, ${result.empty.painted.toFixed(2)} s)`,
      limit: "≤ 1.5 ×",
      met: ratio("painted") <= 1.5,
    },
    { what: "  time of a core until then", value: `${result.ours.spent.toFixed(2)} s (${ratio("spent").toFixed(2)} ×)`, limit: "", met: true },
    {
      what: "idle memory of all processes (PSS)",
      value: `${result.ours.memory.toFixed(0)} MiB (${ratio("memory").toFixed(2)} × ${result.empty.memory.toFixed(0)} MiB)`,
      limit: "≤ 1.25 ×",
      met: ratio("memory") <= 1.25,
    },
    {
      what: `idle CPU over ${idleSeconds} s`,
      value: `${result.idle.ours.toFixed(2)} % of a core (empty window: ${result.idle.empty.toFixed(2)} %)`,
      limit: "≤ 0.5 %",
      met: result.idle.ours <= 0.5,
    },
    {
      what: `slowest answer to a click (${name}, of ${result.interactions.length})`,
      value: `${worst.toFixed(0)} ms`,
      limit: "≤ 100 ms",
      met: worst <= 100,
    },
    ...rows,
  ];
}

if (process.argv[1] === self && process.argv.includes("--measure")) console.log(JSON.stringify(await measure(findElectron())));
else if (process.argv[1] === self) for (const row of benchDesktop()) console.log(row);
