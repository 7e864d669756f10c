// The pictures of the README and of the guides, in both languages: the check screen of a real run in the desktop window, showing what this machine is like at the
// moment, and every other screen with an invented employee's data, so that nothing personal is on them and they stay the same.
// Needs an Electron (ELECTRON_OVERRIDE_DIST_PATH or the package's own), Chromium and Linux's Xvfb; `test/setup` installs them on Debian as root.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { _electron } from "playwright-core";
import { runnerImport } from "vite";
import { findElectron } from "./electronBinary.mjs";
import { isBuilt } from "./freshness.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const folder = join(root, "docs/screenshots");

/** Where test/setup puts its Electron. */
process.env.ELECTRON_OVERRIDE_DIST_PATH ??= join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "preflight/electron-22.3.25");

function buildIfNeeded() {
  if (isBuilt(root)) return;
  if (spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: "inherit" }).status !== 0) process.exit(1);
}

/** Runs this script again with a display of its own: pictures should not depend on whose screen it is. */
function onOwnDisplay() {
  const self = [process.execPath, fileURLToPath(import.meta.url), "--on-display"];
  const { status, error } = spawnSync("xvfb-run", ["--auto-servernum", "--server-args=-screen 0 1920x1080x24", ...self], { stdio: "inherit" });
  if (error) console.error("xvfb-run is not there: run test/setup first");
  process.exit(status ?? 1);
}

async function takePicture(electron, language) {
  const home = mkdtempSync(join(tmpdir(), "preflight-picture-"));
  const places = { HOME: home, XDG_CONFIG_HOME: join(home, "config"), XDG_STATE_HOME: join(home, "state"), LANGUAGE: language };
  const args = [...(process.getuid() === 0 ? ["--no-sandbox"] : []), root];
  const app = await _electron.launch({ executablePath: electron, args, env: { ...process.env, ...places } });
  try {
    const page = await app.firstWindow();
    await page.evaluate(() => globalThis.preflight.call("settings.set", { introduced: true }));
    const texts = await page.evaluate((wanted) => globalThis.preflight.call("texts.get", { language: wanted }), language);
    const words = ["go", "caution", "stop"].map((light) => texts[`light.${light}`]);
    await page.waitForFunction((lights) => lights.includes(document.querySelector("h1")?.textContent?.trim()), words);
    await page.evaluate(() => document.fonts.ready);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1180, 800));
    await page.waitForFunction(() => innerWidth === 1180 && innerHeight === 800);
    await page.screenshot({ path: join(folder, `check-${language}.png`), animations: "disabled" });
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

if (!process.argv.includes("--on-display")) {
  buildIfNeeded();
  onOwnDisplay();
}
const electron = findElectron();
if (electron === null) {
  console.error("no Electron: run test/setup first");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
for (const language of ["ja", "en"]) await takePicture(electron, language);
const load = async (path, plugins) => (await runnerImport(join(root, path), { root, configFile: false, logLevel: "error", plugins })).module;
const { policyAsData } = await load("build/policyAsData.ts", []);
const pictures = await load("test/ui/support/pictures.ts", [policyAsData()]);
const examples = await pictures.takePictures(folder);
console.log(`docs/screenshots: check-ja.png, check-en.png, ${examples.join(", ")}`);
