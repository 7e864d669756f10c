import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstLoad } from "../bench/firstLoad.mjs";
import { listeningPorts } from "../support/listeningPorts.ts";
import { processTree } from "./launchApp.ts";
import { archivedFiles } from "./packaged/archivedFiles.ts";
import { type PackedApp, packApp } from "./packaged/packApp.ts";
import { type RunningPacked, somebody, startPacked } from "./packaged/startPacked.ts";

const electronDist = process.env["ELECTRON_OVERRIDE_DIST_PATH"] ?? "";
let app: PackedApp;
beforeAll(async () => {
  app = await packApp(electronDist);
});
afterAll(() => app.forget());

describe("the package", () => {
  const archive = () => join(app.resources, "app.asar");

  it("weighs no more than 8 MB beside the runtime", () => {
    expect(statSync(archive()).size).toBeLessThanOrEqual(8_000_000);
  });

  it("shows its first screen after no more than 250 kB of script, packed as gzip does", () => {
    expect(firstLoad()).toBeGreaterThan(50_000);
    expect(firstLoad()).toBeLessThanOrEqual(250_000);
  });

  it("holds the built app and nothing else: no packages, no sources, no source maps, no tests", () => {
    const files = archivedFiles(archive());
    expect(files).toContain("/dist/main/main.cjs");
    expect(files).toContain("/dist/renderer/index.html");
    const foreign = files.filter((file) => !/^\/(package\.json|dist\/(main|preload|renderer)\/[\w./-]+\.(cjs|js|css|html|svg|png))$/.test(file));
    expect(foreign).toEqual([]);
  });

  it("runs nothing but its own archive, and nobody else's program", async () => {
    const wire = await getCurrentFuseWire(app.binary);
    const on = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] ?? 0) === "1";
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyArchive: on(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({ runAsNode: false, cookieEncryption: true, nodeOptions: false, inspect: false, integrity: true, onlyArchive: true });
  });

  it("cannot be used as a Node", () => {
    const { DISPLAY: _, ...env } = process.env;
    const said = spawnSync(app.binary, ["-p", "'as' + ' node'"], {
      env: { ...env, ELECTRON_RUN_AS_NODE: "1" },
      encoding: "utf8",
      timeout: 10_000,
      killSignal: "SIGKILL",
    });
    expect(said.stdout).not.toContain("as node");
    // The same question to the runtime that was not packed: there the variable works, so the test can fail.
    const unpacked = spawnSync(join(electronDist, "electron"), ["-p", "'as' + ' node'"], {
      env: { ...env, ELECTRON_RUN_AS_NODE: "1" },
      encoding: "utf8",
    });
    expect(unpacked.stdout).toContain("as node");
  });

  it("has the command line beside it", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(execFileSync(join(app.resources, "cli/preflight"), ["--version"], { encoding: "utf8" })).toContain(version);
  });
});

describe("the packaged app, started by somebody who is not root", () => {
  const person = somebody("ja");
  let running: RunningPacked;
  beforeAll(async () => {
    running = await startPacked(app.binary, person);
  });
  afterAll(async () => {
    await running?.stop();
    person.forget();
  });

  it("shows its window with the light of this machine", async () => {
    // The first start of this person: the last button of its first step leads straight to the light.
    const leave = `document.querySelector(".welcome-buttons .button:last-child")?.click()`;
    const seen = () =>
      running.ask(`${leave}, [location.href, document.querySelectorAll("h1").length, document.querySelector("#status-word")?.textContent.trim()]`);
    await expect.poll(seen, { timeout: 30_000 }).toEqual(["app://preflight/", 1, expect.stringMatching(/^(開始できます|注意|停止)$/)]);
  });

  it("keeps the page in Chromium's sandbox", () => {
    const renderers = processTree(running.id).filter((id) => readFileSync(`/proc/${id}/cmdline`, "utf8").includes("--type=renderer"));
    expect(renderers.length).toBeGreaterThan(0);
    for (const id of renderers) {
      const status = readFileSync(`/proc/${id}/status`, "utf8");
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^NoNewPrivs:\s+1$/m);
    }
  });

  it("opens no debugger by a signal, and lives", async () => {
    process.kill(running.id, "SIGUSR1");
    expect(await running.ask("1 + 1")).toBe(2);
    expect(processTree(running.id).flatMap((id) => listeningPorts(id))).toEqual([]);
  });
});
