import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { listeningPorts } from "../support/listeningPorts.ts";
import { root } from "./support/built.ts";
import { ended, preflight, temporaryFolder } from "./support/preflight.ts";

describe("Node's debugger", () => {
  it("that NODE_OPTIONS opens ends the command line with a sentence, before anything is looked at", async () => {
    const home = temporaryFolder();
    const run = await preflight(["check"], { home, env: { NODE_OPTIONS: "--inspect=127.0.0.1:0" } });
    // Node itself has told where it listens; it does so before our first line.
    const said = run.stderr.split("\n").filter((line) => line.startsWith("preflight: "));
    expect([run.code, run.stdout, said.length]).toEqual([70, "", 1]);
    expect(said[0]).toMatch(/デバッガー.* \/ .*debugger/);
    expect(readdirSync(home)).toEqual([]);
  });

  it("is not opened in the host of the browser's page by a signal, and by NODE_OPTIONS nothing starts", async () => {
    const home = temporaryFolder();
    const start = (env: Readonly<Record<string, string>>) =>
      spawn(process.execPath, [path.join(root, "build/start.mjs"), "--browser"], {
        env: { PATH: process.env["PATH"], HOME: home, XDG_STATE_HOME: home, LANG: "en_GB.UTF-8", ...env },
        stdio: ["ignore", "pipe", "pipe"],
      });
    const refused = await ended(start({ NODE_OPTIONS: "--inspect=127.0.0.1:0" }));
    expect([refused.code, refused.stdout]).toEqual([70, ""]);
    expect(refused.stderr).toContain("A debugger is open in this program");

    const host = start({});
    const pid = host.pid ?? 0;
    let out = "";
    host.stdout.on("data", (chunk: Buffer) => {
      out += chunk.toString();
    });
    const run = ended(host);
    await expect.poll(() => /http:\/\/127\.0\.0\.1:\d+\//.test(out)).toBe(true);
    const [own] = listeningPorts(pid);
    expect(out).toContain(`http://127.0.0.1:${own}/`);
    host.kill("SIGUSR1");
    // Two answers later the signal has long been heard.
    for (let turn = 0; turn < 2; turn++) expect((await fetch(`http://127.0.0.1:${own}/`)).status).toBe(200);
    expect(listeningPorts(pid)).toEqual([own]);
    host.kill("SIGTERM");
    const { code, stderr } = await run;
    expect([code, stderr]).toEqual([0, ""]);
  });
});
