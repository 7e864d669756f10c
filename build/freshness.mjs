import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** The command line, below the root. */
export const commandLine = "dist/cli/preflight.js";
/** What a finished build consists of: the desktop, the page, the browser host, the command line. */
const outputs = ["dist/main/main.cjs", "dist/preload/preload.cjs", "dist/renderer/index.html", "dist/browser/host.js", commandLine];
const sources = ["electron", "renderer", "shared", "build", "package.json", "package-lock.json"];

const modifiedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/** The newest change below a folder, or of a file. Folders count too: a file that was taken away changes its folder. */
function newestBelow(path) {
  const own = modifiedAt(path) ?? 0;
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return own;
  return Math.max(own, ...readdirSync(path).map((name) => newestBelow(join(path, name))));
}

/** True when every output is there and none is older than any source. */
export function isBuilt(root) {
  const oldest = Math.min(...outputs.map((path) => modifiedAt(join(root, path)) ?? 0));
  return oldest > 0 && sources.every((path) => newestBelow(join(root, path)) <= oldest);
}

/** Builds what is missing or older than its sources. False: that failed; what the build says of it is on standard error. */
export function buildIfNeeded(root, onStart = () => undefined) {
  if (isBuilt(root)) return true;
  onStart();
  const stdio = ["ignore", "ignore", "inherit"];
  return spawnSync("npm", ["run", "--silent", "build"], { cwd: root, stdio, shell: process.platform === "win32" }).status === 0;
}
