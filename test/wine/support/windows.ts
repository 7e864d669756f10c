import { spawn, spawnSync } from "node:child_process";
import { closeSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll } from "vitest";
import { decodeConsole } from "../../../electron/host/decode.ts";
import { root, shippedCopy } from "../../cli/support/built.ts";

/** How a process of this Windows ended, and what it printed. Node prints UTF-8, programs of Windows print code page 932. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
  readonly durationMs: number;
}

export interface ProcessOptions {
  /** Folder to start in, as this Windows names it. */
  readonly cwd?: string;
  /** Environment variables that Windows itself would set, by other values. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A Windows of its own for one test file: its registry and its drive C: are shared with nobody. */
export interface Windows {
  /** Starts a program by its path or the name of a program of Windows, and waits for its end. */
  run(program: string, args: readonly string[]): Promise<Ended>;
  /** The built command. */
  preflight(args: readonly string[], options?: ProcessOptions): Promise<Ended>;
  /** A script of the tests for Node, with an environment of its own. */
  node(script: string, args: readonly string[], options?: ProcessOptions): Promise<Ended>;
  /** Sets a value with reg.exe. @throws when it does not. */
  setRegistry(key: string, name: string, kind: "REG_SZ" | "REG_DWORD" | "REG_MULTI_SZ", data: string): Promise<void>;
  /** Removes a whole key, whether it is there or not. */
  removeRegistry(key: string): Promise<void>;
  /** Node for Windows, as a file of ours. */
  readonly nodeFile: string;
  /** Makes a file, and the folder for it; returns its path. */
  write(file: string, content: string | Uint8Array): string;
  /** Where a path of drive C: is for us. */
  unix(file: string): string;
}

/** Where a file of ours is for this Windows. */
export function onDriveZ(file: string): string {
  return `Z:${file.replaceAll("/", "\\")}`;
}

export const localAppData = "C:\\users\\root\\AppData\\Local";
export const stateFolder = `${localAppData}\\Preflight`;
export const managedFolder = "C:\\ProgramData\\Preflight";
const limitMs = 60_000;

/** The folder that test/setup made; asked for here too, so that one file can be run alone. */
function provided(): string {
  const given = process.env["PREFLIGHT_TEST_WINDOWS"];
  if (given !== undefined) return given;
  const asked = spawnSync(path.join(root, "test/support/windows-under-wine/install.sh"), ["--check"], { encoding: "utf8" });
  if (asked.status !== 0) throw new Error("There is no Windows to test with. Run: node test/run.mjs wine");
  return asked.stdout.trim();
}

/** The prefix of the cache, its programs by hard links and its registry as a copy. */
function copyPrefix(from: string, to: string): void {
  mkdirSync(to);
  const linked = spawnSync("cp", ["-al", path.join(from, "drive_c"), to]);
  if (linked.status !== 0) cpSync(path.join(from, "drive_c"), path.join(to, "drive_c"), { recursive: true, verbatimSymlinks: true });
  for (const name of ["dosdevices", "system.reg", "user.reg", "userdef.reg", ".update-timestamp"]) {
    cpSync(path.join(from, name), path.join(to, name), { recursive: true, verbatimSymlinks: true });
  }
}

/** Sets the environment, goes to the folder and becomes the script: Wine takes neither from us. */
const launcher = `const { env, cwd, script, args } = JSON.parse(process.argv[2]);
Object.assign(process.env, env);
if (cwd !== null) process.chdir(cwd);
process.argv = [process.argv[0], script, ...args];
await import("file:///" + script.replaceAll("\\\\", "/"));
`;

/** For one test file: made when the file is loaded, gone with all its processes after its last test. */
export function startWindows(): Windows {
  const folder = provided();
  const home = mkdtempSync(path.join(tmpdir(), "preflight-windows-"));
  const prefix = path.join(home, "prefix");
  copyPrefix(path.join(folder, "prefix"), prefix);
  const shipped = shippedCopy();
  const installed = path.join(prefix, "drive_c/Program Files/Preflight");
  cpSync(path.join(shipped.folder, "dist/cli"), installed, { recursive: true });
  shipped.remove();
  writeFileSync(path.join(installed, "package.json"), '{ "type": "module" }\n');
  writeFileSync(path.join(home, "launch.mjs"), launcher);

  const wine = readFileSync(path.join(folder, "wine"), "utf8");
  const env = {
    PATH: "/usr/bin:/bin",
    HOME: home,
    TMPDIR: home,
    LOCPATH: path.join(folder, "locale"),
    LC_ALL: "ja_JP.UTF-8",
    WINEPREFIX: prefix,
    WINEARCH: "win64",
    WINEDEBUG: "-all",
    WINEDLLOVERRIDES: "mscoree=;mshtml=",
  };
  const unix = (file: string) => path.join(prefix, "drive_c", file.replace(/^C:/i, "").replaceAll("\\", "/"));
  let started = 0;

  const run = (program: string, args: readonly string[]): Promise<Ended> => {
    // Node under Wine can write to files and not to our pipes.
    started++;
    const [outFile, errFile] = [path.join(home, `out-${started}`), path.join(home, `err-${started}`)];
    const [out, err] = [openSync(outFile, "w"), openSync(errFile, "w")];
    const begun = performance.now();
    const child = spawn(wine, [program, ...args], { cwd: home, env, stdio: ["ignore", out, err], timeout: limitMs, killSignal: "SIGKILL" });
    closeSync(out);
    closeSync(err);
    return new Promise((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        const bytes = readFileSync(outFile);
        resolve({ code, bytes, stdout: decodeConsole(bytes), stderr: decodeConsole(readFileSync(errFile)), durationMs: performance.now() - begun });
      });
    });
  };
  const node = (script: string, args: readonly string[], options: ProcessOptions = {}) => {
    const plain = options.env === undefined && options.cwd === undefined;
    const setting = JSON.stringify({ env: options.env ?? {}, cwd: options.cwd ?? null, script, args });
    return run(path.join(folder, "node.exe"), plain ? [script, ...args] : [onDriveZ(path.join(home, "launch.mjs")), setting]);
  };

  const server = ["wineserver64", "wineserver"].map((name) => path.join(path.dirname(wine), name)).find(existsSync) ?? "wineserver";
  // It would end with the last process, in the very moment in which the next one may want it.
  const kept = spawnSync(server, ["--persistent"], { env, stdio: "ignore", timeout: limitMs });
  if (kept.status !== 0) throw new Error("wineserver does not start");
  afterAll(() => {
    spawnSync(server, ["--kill"], { env, stdio: "ignore", timeout: limitMs });
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  });

  return {
    run,
    node,
    nodeFile: path.join(folder, "node.exe"),
    preflight: (args, options) => node("C:\\Program Files\\Preflight\\preflight.js", args, options),
    async setRegistry(key, name, kind, data) {
      const added = await run("reg", ["add", key, "/v", name, "/t", kind, "/d", data, "/f", "/reg:64"]);
      if (added.code !== 0) throw new Error(`reg add ${key}: ${added.stderr}`);
    },
    async removeRegistry(key) {
      await run("reg", ["delete", key, "/f", "/reg:64"]);
    },
    write(file, content) {
      mkdirSync(path.dirname(unix(file)), { recursive: true });
      writeFileSync(unix(file), content);
      return file;
    },
    unix,
  };
}
