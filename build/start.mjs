// `npm start`: the desktop window where there is an Electron and a display for it, else the same screen in a browser, and why.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fetchElectron, findElectron } from "./electronBinary.mjs";
import { buildIfNeeded } from "./freshness.mjs";
import { languageOf } from "./language.mjs";
import { isDebuggerOpen } from "./noDebugger.mjs"; // first: see there
import { openInBrowser } from "./openInBrowser.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** What is said before anything is built; all other sentences are in shared/i18n/browser.*.ts. */
const sentences = {
  ja: {
    building: "画面を準備しています（初回や更新後だけ、少し時間がかかります）。",
    buildFailed: "画面の準備に失敗しました。上の表示を開発担当に伝えてください。",
    downloading: "Electron を取得しています（初回だけです）。",
    debugger:
      "デバッガーが開いているため、始めません。この PC のほかの利用者から操作されるおそれがあります。環境変数 NODE_OPTIONS を空にして、もう一度実行してください。",
  },
  en: {
    building: "Preparing the screens (only at the first start and after an update).",
    buildFailed: "Preparing the screens failed. Show the lines above to a developer.",
    downloading: "Fetching Electron (first start only).",
    debugger:
      "A debugger is open in this program, so nothing is started: other users of this PC could steer it. Empty the environment variable NODE_OPTIONS and run it again.",
  },
};

const hasDisplay = () => process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
// Chromium refuses to run as root with its sandbox on; without it only when the person says so (`npm start -- --no-sandbox`).
const isRoot = () => process.platform === "linux" && process.getuid() === 0;

/** The Electron to open the window with, or why there will be no window. Nothing is downloaded that could not be used. */
async function chooseDoor(args, say) {
  if (args.includes("--browser")) return { because: "because.asked" };
  if (!hasDisplay()) return { because: "because.no-display" };
  if (isRoot() && !args.includes("--no-sandbox")) return { because: "because.root" };
  const electron = findElectron() ?? (await fetchElectron({ onStart: () => console.log(say.downloading) }));
  return electron === null ? { because: "because.no-runtime" } : { electron };
}

/** Resolves with the exit code when the window has been closed, or null when it never opened. */
function runWindow(electron, args) {
  // What would make the window another program, or one with a debugger. A packaged app does not look at them (fuses).
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, ...env } = process.env;
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(electron, [...args.filter((arg) => arg === "--no-sandbox"), root], { stdio: "inherit", env });
    const ignore = () => undefined; // the terminal sends Ctrl-C to the window as well, which ends it in its own way
    process.on("SIGINT", ignore);
    process.on("SIGTERM", () => child.kill("SIGTERM"));
    child.once("error", () => resolve(null));
    child.once("close", (code, signal) => {
      process.off("SIGINT", ignore);
      // A binary without its libraries, or without a reachable display, ends at once and with a code of its own.
      const neverOpened = code !== 0 && signal !== "SIGTERM" && signal !== "SIGINT" && Date.now() - started < 5_000;
      resolve(neverOpened ? null : (code ?? 0));
    });
  });
}

async function runBrowser(because, language) {
  const { openBrowserHost } = await import(pathToFileURL(join(root, "dist/browser/host.js")).href);
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const host = await openBrowserHost({
    language,
    appVersion: version,
    root: join(root, "dist/renderer"),
    because,
    print: (line) => console.log(line),
    log: (line) => console.error(`preflight: ${line}`),
  });
  const forget = hasDisplay() && !isRoot() ? openInBrowser(host.address) : () => undefined;
  const end = () => {
    forget();
    void host.close().finally(() => process.exit(0));
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
}

const language = languageOf(process.env);
if (isDebuggerOpen()) {
  console.error(sentences[language].debugger);
  process.exit(70);
}
if (!buildIfNeeded(root, () => console.log(sentences[language].building))) {
  console.error(sentences[language].buildFailed);
  process.exit(1);
}
const door = await chooseDoor(process.argv.slice(2), sentences[language]);
const code = door.electron ? await runWindow(door.electron, process.argv.slice(2)) : null;
if (code !== null) process.exit(code);
await runBrowser(door.because ?? "because.window-failed", language);
