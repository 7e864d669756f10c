// `npm test`: gets ready what the suites need (test/setup), builds, runs every suite and sums them up.
// The last line is "N passed, N failed" over all suites. A suite that cannot run is named with its reason, and with CI=true that is a failure.
// usage: node test/run.mjs [suite]…
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded } from "../build/freshness.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const vitest = join(root, "node_modules/vitest/vitest.mjs");
/** A window manager, a display and a session bus of their own, so that no test touches the person's desktop. */
const ownDesktop = [
  "dbus-run-session",
  "--",
  "xvfb-run",
  "--auto-servernum",
  "--server-args=-screen 0 1920x1080x24",
  join(root, "test/support/underOpenbox"),
];
const minute = 60_000;

/** In order of speed. `needs` are capabilities that test/setup reports; `limit` ends a suite that hangs, also on a machine with a load of eight. */
const suites = [
  { name: "unit", needs: [], limit: 10 * minute },
  { name: "property", needs: [], limit: 15 * minute },
  { name: "contract", needs: [], limit: 8 * minute },
  { name: "integration", needs: ["namespaces", "tunnels", "networkmanager-mock", "gnome-settings"], limit: 12 * minute },
  { name: "cli", needs: [], limit: 20 * minute },
  { name: "wine", needs: ["wine"], limit: 20 * minute },
  { name: "ui", needs: ["chromium"], limit: 40 * minute },
  { name: "electron", needs: ["electron-runtime", "display", "namespaces", "networkmanager-mock"], limit: 30 * minute, wrapper: ownDesktop },
];

/** "have <capability> <value>" and "missing <capability> <why>", one a line. */
function prepare() {
  const setup = spawnSync("bash", [join(root, "test/setup")], { cwd: root, stdio: ["ignore", "pipe", "inherit"], encoding: "utf8" });
  const lines = (setup.stdout ?? "").split("\n").map((line) => /^(have|missing) (\S+) (.*)$/.exec(line));
  const of = (kind) => Object.fromEntries(lines.flatMap((match) => (match?.[1] === kind ? [[match[2], match[3]]] : [])));
  return { have: of("have"), missing: of("missing") };
}

function environmentFor({ have }) {
  const { DISPLAY: _, WAYLAND_DISPLAY: __, ...env } = process.env; // suites with a window get a display of their own
  if (have.chromium) env.PREFLIGHT_TEST_CHROMIUM = have.chromium;
  if (have.wine) env.PREFLIGHT_TEST_WINDOWS = have.wine;
  if (have["electron-runtime"]) env.ELECTRON_OVERRIDE_DIST_PATH = have["electron-runtime"];
  return env;
}

/** What vitest wrote about the suite; null when it wrote nothing that can be read. */
function readSummary(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // ended in the middle of writing
  }
}

/** Passed and failed tests of one suite. What vitest counts as neither – a file that did not load, an error outside of tests, a skipped test – is a failure. */
function runSuite({ name, limit, wrapper = [] }, env) {
  const folder = mkdtempSync(join(tmpdir(), "preflight-test-"));
  const file = join(folder, "summary.json");
  const command = [
    ...wrapper,
    process.execPath,
    vitest,
    "run",
    "--project",
    name,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const ended = spawnSync(command[0], command.slice(1), {
    cwd: root,
    env,
    stdio: ["ignore", "inherit", "inherit"],
    timeout: limit,
    killSignal: "SIGTERM",
  });
  const summary = readSummary(file);
  rmSync(folder, { recursive: true, force: true });
  if (summary === null)
    return { passed: 0, failed: 1, note: ended.error?.code === "ETIMEDOUT" ? `not done after ${limit / minute} minutes` : "no result" };
  const passed = summary.numPassedTests;
  const notLoaded = summary.testResults.filter((result) => result.status === "failed" && result.assertionResults.length === 0).length;
  const skipped = summary.numPendingTests + summary.numTodoTests;
  const failed = summary.numFailedTests + notLoaded + skipped;
  if (passed + failed === 0) return { passed, failed: 1, note: "no tests" };
  if (failed === 0 && ended.status !== 0) return { passed, failed: 1, note: "an error outside of the tests" };
  return { passed, failed, note: skipped > 0 ? `${skipped} skipped` : "" };
}

function run(suite, capabilities, env) {
  const lacking = suite.needs.filter((need) => capabilities.have[need] === undefined);
  if (lacking.length > 0) {
    const why = lacking.map((need) => `${need}: ${capabilities.missing[need] ?? "test/setup did not report it"}`).join("; ");
    return { name: suite.name, passed: 0, failed: process.env.CI === "true" ? 1 : 0, notRun: why };
  }
  console.log(`\n== ${suite.name}`);
  return { name: suite.name, ...runSuite(suite, env) };
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !suites.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`no such suite: ${unknown.join(", ")}. There are: ${suites.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const capabilities = prepare();
if (!buildIfNeeded(root, () => console.log("building"))) {
  console.error("the build failed, so no suite was run");
  console.log("0 passed, 1 failed");
  process.exit(1);
}
const env = environmentFor(capabilities);
const results = suites.filter(({ name }) => asked.length === 0 || asked.includes(name)).map((suite) => run(suite, capabilities, env));

console.log("");
for (const { name, passed, failed, note, notRun } of results) {
  console.log(notRun === undefined ? `${name}: ${passed} passed, ${failed} failed${note ? ` (${note})` : ""}` : `not run: ${name}: ${notRun}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 ? 0 : 1);
