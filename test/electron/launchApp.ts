import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { _electron, type ElectronApplication, type Page } from "playwright-core";
import { defaultSettings } from "../../shared/settings.ts";

const root = resolve(import.meta.dirname, "../..");
const runtime = process.env["ELECTRON_OVERRIDE_DIST_PATH"];
if (runtime === undefined) throw new Error("ELECTRON_OVERRIDE_DIST_PATH must name an Electron: run the suite with `npm test -- electron`");
export const binary = join(runtime, "electron");

/** A person of their own, with folders for settings and state. */
export interface Person {
  readonly folder: string;
  readonly env: Record<string, string>;
  forget(): void;
}

/** `introduced` false: it is the first start of this person. */
export function newPerson(language: "ja" | "en", introduced = true): Person {
  const folder = mkdtempSync(join(tmpdir(), "preflight-electron-"));
  const given = Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  const env = {
    ...given,
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, "config"),
    XDG_STATE_HOME: join(folder, "state"),
    XDG_CACHE_HOME: join(folder, "cache"),
    LANGUAGE: language,
  };
  mkdirSync(join(folder, "config"));
  if (introduced) {
    const state = join(folder, "state", "telework-preflight");
    mkdirSync(state, { recursive: true, mode: 0o700 });
    const settings = { ...defaultSettings, introduced };
    writeFileSync(join(state, "settings.json"), JSON.stringify({ schema: "preflight-settings/1", settings }), { mode: 0o600 });
  }
  return { folder, env, forget: () => rmSync(folder, { recursive: true, force: true }) };
}

/** As root Chromium starts without its sandbox only; a person is not root. */
export const launchArguments = [...(process.getuid?.() === 0 ? ["--no-sandbox"] : []), root];
export const launch = { binary, arguments: launchArguments };

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** The main process and what it has started so far. */
  processes(): readonly number[];
  /** Exit code and signal of the main process. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

export interface LaunchOptions {
  /** Instead of Electron itself. */
  readonly executable?: string;
  readonly arguments?: readonly string[];
}

/** Starts the built app and waits for its window to show the page. */
export async function launchApp(person: Person, options: LaunchOptions = {}): Promise<Running> {
  const args = [...launchArguments, ...(options.arguments ?? [])];
  const app = await _electron.launch({ executablePath: options.executable ?? binary, args, env: person.env, cwd: root });
  const child = app.process();
  const ended = new Promise<{ code: number | null; signal: string | null }>((done) => child.once("exit", (code, signal) => done({ code, signal })));
  const page = await app.firstWindow();
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return { app, page, ended, processes: () => processTree(child.pid ?? -1) };
}

/** The parent of each process of this machine. The second field of `stat` is a name in brackets and may itself hold blanks and brackets. */
function parents(): ReadonlyMap<number, number> {
  return new Map(
    readdirSync("/proc").flatMap((name) => {
      if (!/^\d+$/.test(name)) return [];
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        return [[Number(name), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])] as const];
      } catch {
        return []; // ended meanwhile
      }
    }),
  );
}

/** The process and all that it started, directly or not. */
export function processTree(root: number): readonly number[] {
  const all = parents();
  const tree = [root];
  for (const id of tree) for (const [child, parent] of all) if (parent === id) tree.push(child);
  return tree;
}

/** Those of the processes that still run; one that has ended and waits to be reaped does not. */
export function alive(ids: readonly number[]): readonly number[] {
  return ids.filter((id) => {
    try {
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, "utf8"));
    } catch {
      return false;
    }
  });
}
