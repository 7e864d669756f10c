import { copyFileSync, mkdirSync } from "node:fs";
import { expect, it } from "vitest";
import { startWindows } from "./support/windows.ts";

const windows = startWindows();

it("the package's preflight.cmd starts the Node of the path, never a node.exe of the current folder", async () => {
  const [cli, downloads, path] = ["C:\\Program Files\\Preflight\\resources\\cli", "C:\\downloads", "C:\\node 20"];
  windows.write(`${cli}\\dist\\preflight.js`, "console.log(['started by', process.execPath, process.argv[2]].join(' '));");
  windows.write(`${cli}\\package.json`, '{ "type": "module" }');
  copyFileSync("build/packaging/cli/preflight.cmd", windows.unix(`${cli}\\preflight.cmd`));
  for (const folder of [downloads, path]) mkdirSync(windows.unix(folder), { recursive: true });
  copyFileSync(windows.nodeFile, windows.unix(`${path}\\node.exe`));
  copyFileSync(windows.unix("C:\\windows\\system32\\hostname.exe"), windows.unix(`${downloads}\\node.exe`));
  windows.write(
    "C:\\start.cmd",
    `@echo off\r\ncd /d ${downloads}\r\nset "PATH=${path};C:\\windows\\system32"\r\ncall "${cli}\\preflight.cmd" check\r\nexit /b %errorlevel%\r\n`,
  );
  const run = await windows.run("cmd", ["/c", "C:\\start.cmd"]);
  expect(run.stdout.toLowerCase()).toContain(`started by ${path.toLowerCase()}\\node.exe check`);
  expect(run.code).toBe(0);
});
