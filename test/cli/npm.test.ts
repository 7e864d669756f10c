import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { snapshotSchema } from "../../shared/snapshot.ts";
import { root } from "./support/built.ts";
import { ended, type Run, temporaryFolder } from "./support/preflight.ts";

const manifestSchema = z.looseObject({ version: z.string(), devDependencies: z.record(z.string(), z.string()) });
const { version } = manifestSchema.parse(JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")));
const { PATH = "" } = process.env;
const nobody = { uid: 65534, gid: 65534 };
/** Of npm's own: nothing of the machine's settings and caches, and a registry that is nowhere. */
const home = temporaryFolder();
const npmEnv = (folder: string) => ({
  PATH,
  HOME: folder,
  XDG_STATE_HOME: folder,
  LANG: "ja_JP.UTF-8",
  npm_config_cache: path.join(folder, "npm"),
  npm_config_registry: "http://127.0.0.1:1/",
  npm_config_update_notifier: "false",
});

function run(
  command: readonly string[],
  cwd: string,
  options: { readonly env?: Readonly<Record<string, string>>; readonly as?: typeof nobody } = {},
): Promise<Run> {
  const [program = "", ...args] = command;
  const child: ChildProcess = spawn(program, args, {
    cwd,
    env: { ...npmEnv(home), ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    ...options.as,
  });
  return ended(child);
}

/** What `git clone` and `npm ci` leave, as far as the command line needs it: npm itself makes the links. */
async function clone(): Promise<string> {
  const folder = temporaryFolder();
  for (const name of ["package.json", ".npmrc", "README.md", "LICENSE", "build"])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  cpSync(path.join(root, "dist/cli"), path.join(folder, "dist/cli"), { recursive: true });
  // The rest of a build, which nothing here runs.
  for (const name of ["main/main.cjs", "preload/preload.cjs", "renderer/index.html", "browser/host.js"]) {
    mkdirSync(path.dirname(path.join(folder, "dist", name)), { recursive: true });
    writeFileSync(path.join(folder, "dist", name), "");
  }
  const file = path.join(folder, "package.json");
  const whole = readFileSync(file, "utf8");
  const manifest = manifestSchema.parse(JSON.parse(whole));
  const { "preflight-launcher": launcher = "" } = manifest.devDependencies;
  writeFileSync(file, JSON.stringify({ ...manifest, devDependencies: { "preflight-launcher": launcher } }));
  const installed = await run(["npm", "install", "--offline", "--ignore-scripts", "--no-audit", "--no-package-lock"], folder);
  expect(installed.code, installed.stderr).toBe(0);
  writeFileSync(file, whole);
  touchBuild(folder, 60);
  return folder;
}

/** Makes the build so many seconds newer than everything else in the folder. */
function touchBuild(folder: string, seconds: number): void {
  const time = Date.now() / 1000 + seconds;
  for (const name of ["main/main.cjs", "preload/preload.cjs", "renderer/index.html", "browser/host.js", "cli/preflight.js"]) {
    utimesSync(path.join(folder, "dist", name), time, time);
  }
}

/** Every file of a folder and when it was written. */
function stateOf(folder: string): Readonly<Record<string, number>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, statSync(file).mtimeMs]),
  );
}

describe("npx preflight in a source tree", () => {
  let tree = "";
  beforeAll(async () => {
    tree = await clone();
  });

  it("starts what was built: nothing is built, installed or written", async () => {
    const before = stateOf(tree);
    expect(await run(["npx", "preflight", "--version"], tree)).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const usage = await run(["npx", "preflight", "no-such-command"], tree);
    expect([usage.code, usage.stdout]).toEqual([64, ""]);
    expect(stateOf(tree)).toEqual(before);
    expect(existsSync(path.join(home, "npm/_npx"))).toBe(false);
  });

  it("works for somebody who cannot write there, and says what is missing where nothing was built", async () => {
    const theirs = temporaryFolder();
    chmodSync(theirs, 0o777);
    for (const folder of [tree, path.join(tree, "dist")]) chmodSync(folder, 0o755);
    const asNobody = { env: npmEnv(theirs), as: nobody };
    expect(await run(["npx", "preflight", "--version"], tree, asNobody)).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });

    const bare = await clone();
    rmSync(path.join(bare, "dist"), { recursive: true });
    chmodSync(bare, 0o755);
    const owner = await run(["npx", "preflight", "check"], bare);
    expect(owner).toEqual({ code: 70, stdout: "", stderr: `preflight: まだ使える状態ではありません。${bare} で「npm ci」を実行してください。\n` });
    const other = await run(["npx", "preflight", "check"], bare, { ...asNobody, env: { ...npmEnv(theirs), LANG: "en_GB.UTF-8" } });
    expect(other).toEqual({
      code: 70,
      stdout: "",
      stderr: `preflight: Not ready yet: run “npm ci” in ${bare}. You cannot write in that folder, so please ask its owner.\n`,
    });
  });

  it("says on standard error that the sources are newer, and runs", async () => {
    touchBuild(tree, -3600);
    const { code, stdout, stderr } = await run(["npx", "preflight", "--version"], tree);
    touchBuild(tree, 60);
    expect([code, stdout]).toEqual([0, `${version}\n`]);
    expect(stderr).toBe(`preflight: ソースより古いプログラムで動いています。${tree} で「npm run build」を実行すると、新しくなります。\n`);
  });

  it("never fetches a stranger's package of that name where npm ci was not run", async () => {
    const asked: string[] = [];
    const registry = createServer((request, response) => {
      asked.push(request.url ?? "");
      const dist = { tarball: `http://${request.headers.host}/preflight.tgz`, integrity: `sha512-${"A".repeat(86)}==` };
      const found = {
        name: "preflight",
        "dist-tags": { latest: "1.0.0" },
        versions: { "1.0.0": { name: "preflight", version: "1.0.0", bin: "x.js", dist } },
      };
      response.setHeader("content-type", "application/json").end(JSON.stringify(found));
    });
    await new Promise<void>((done) => registry.listen(0, "127.0.0.1", done));
    const bare = await clone();
    rmSync(path.join(bare, "node_modules"), { recursive: true });
    const env = { npm_config_registry: `http://127.0.0.1:${(registry.address() as AddressInfo).port}/` };
    const { code, stdout } = await run(["npx", "preflight", "--version"], bare, { env });
    registry.close();
    expect(code).not.toBe(0);
    expect(stdout).toBe("");
    expect(asked.filter((url) => url !== "/preflight")).toEqual([]);
    // The registry was really asked: without the setting it would have been fetched.
    expect(asked).toEqual(["/preflight"]);
  });
});

describe("npm pack and npm install -g", () => {
  it("give a command line that runs anywhere, without a network, and leave the tree as it was", async () => {
    const tree = await clone();
    const manifest = readFileSync(path.join(tree, "package.json"), "utf8");
    // As young as can be without being older than its sources.
    touchBuild(tree, 0);
    const before = stateOf(tree);
    // Once it was ended in the middle.
    expect((await run(["node", "build/packedManifest.mjs", "put"], tree)).code).toBe(0);
    const packed = await run(["npm", "pack", "--silent"], tree);
    expect(packed.code, packed.stderr).toBe(0);
    expect(readFileSync(path.join(tree, "package.json"), "utf8")).toBe(manifest);
    const [archive = ""] = readdirSync(tree).filter((name) => name.endsWith(".tgz"));
    const { [path.join(tree, archive)]: _, ...after } = stateOf(tree);
    expect(after).toEqual(before);

    const prefix = temporaryFolder();
    const installed = await run(["npm", "install", "--global", "--offline", "--prefix", prefix, path.join(tree, archive)], prefix);
    expect(installed.code, installed.stderr).toBe(0);
    rmSync(tree, { recursive: true });
    const program = path.join(prefix, "bin/preflight");
    expect(await run([program, "--version"], prefix)).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const check = await run([program, "check", "--json"], prefix);
    expect(snapshotSchema.parse(JSON.parse(check.stdout)).phase.kind).toBe("finished");
    // The command line alone: no sources, no tests, no desktop.
    const files = Object.keys(stateOf(path.join(prefix, "lib/node_modules/telework-preflight"))).map((file) => path.relative(prefix, file));
    const foreign = files.filter(
      (file) => !/^lib\/node_modules\/telework-preflight\/(package\.json|README\.md|LICENSE|dist\/cli\/.*\.js)$/.test(file),
    );
    expect(foreign).toEqual([]);
  });
});
