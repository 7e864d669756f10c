import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const packageFolder = dirname(require.resolve("electron/package.json"));
const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
const nameInFolder = { win32: "electron.exe", darwin: "Electron.app/Contents/MacOS/Electron" }[process.platform] ?? "electron";

/** The names under which the electron package's own downloader looks for another download site. */
const mirror =
  process.env.npm_config_electron_mirror ??
  process.env.NPM_CONFIG_ELECTRON_MIRROR ??
  process.env.ELECTRON_MIRROR ??
  "https://github.com/electron/electron/releases/download/";
const downloadMustAnswerWithinMs = 2_000;
const downloadMayTakeMs = 10 * 60_000;

/** The Electron that is already on this machine, or null. ELECTRON_OVERRIDE_DIST_PATH is the electron package's own variable. */
export function findElectron() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const binary = join(override ?? join(packageFolder, "dist"), nameInFolder);
  return existsSync(binary) ? binary : null;
}

/** Asks for the head of the very file, so that a blocked release storage behind a reachable front page is seen too. */
async function canDownload() {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return false;
  // Behind a proxy only the downloader itself knows the way; its owner has asked for it by this variable.
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  const file = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const url = new URL(`v${version}/${file}`, mirror);
    return (await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(downloadMustAnswerWithinMs) })).ok;
  } catch {
    return false; // no network, a refused name, a time-out: all mean the same here
  }
}

/** Fetches Electron with the package's own installer. Null when that cannot be done; known within two seconds when the site does not answer. */
export async function fetchElectron({ onStart }) {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH || !(await canDownload())) return null;
  onStart();
  const installer = spawn(process.execPath, [join(packageFolder, "install.js")], { stdio: "inherit", timeout: downloadMayTakeMs });
  await new Promise((resolve) => installer.once("close", resolve).once("error", resolve));
  return findElectron();
}
