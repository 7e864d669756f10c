import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { decodeConsole } from "../../electron/host/decode.ts";
import { bundleInto } from "../unit/services/processes/bundle.ts";
import { type ProcessOptions, startWindows } from "./support/windows.ts";

const windows = startWindows();
const node = "C:\\tests\\node.exe";
const planted = "C:\\users\\root\\planted";

const endedSchema = z.array(
  z.object({
    outcome: z.string(),
    code: z.number().nullable(),
    durationMs: z.number(),
    text: z.string().transform((base64) => decodeConsole(Buffer.from(base64, "base64"))),
    printed: z.number(),
    complained: z.number(),
    gone: z.boolean().nullable(),
  }),
);

async function runAll(asked: readonly object[], options?: ProcessOptions) {
  const run = await windows.node("C:\\tests\\runCommands.mjs", [JSON.stringify(asked)], options);
  expect([run.code, run.stderr]).toEqual([0, ""]);
  return endedSchema.parse(JSON.parse(run.bytes.toString("utf8")));
}

/** A program of the test that says its number first. */
const script = (text: string) => ({ files: [node], args: ["-e", `process.stdout.write("pid " + process.pid + "\\n"); ${text}`] });

beforeAll(async () => {
  mkdirSync(windows.unix("C:\\tests"));
  await bundleInto(windows.unix("C:\\tests"), ["runCommands"], path.join(import.meta.dirname, "programs"));
  copyFileSync(windows.nodeFile, windows.unix(node));
  mkdirSync(windows.unix(planted));
}, 60_000);

describe("a program that the host runs on Windows", () => {
  it("is ended when it hangs, prints without end, or nobody wants it any more", async () => {
    const [hangs, floods, cancelled, complains] = await runAll([
      { ...script("setInterval(() => undefined, 1000)"), timeoutMs: 700 },
      script("const more = () => { while (process.stdout.write('x'.repeat(65536))); process.stdout.once('drain', more); }; more()"),
      { ...script("setInterval(() => undefined, 1000)"), cancelAfterMs: 700 },
      script("require('fs').writeSync(2, 'e'.repeat(5_000_000)); process.stdout.write('done')"),
    ]);
    expect(hangs).toMatchObject({ outcome: "timeout", code: null, gone: true });
    expect(hangs?.durationMs).toBeLessThan(2500);
    expect(floods).toMatchObject({ outcome: "too-much-output", code: null, gone: true });
    expect(floods?.printed).toBeLessThanOrEqual(4 * 1024 * 1024);
    expect(cancelled).toMatchObject({ outcome: "cancelled", code: null, gone: true });
    expect(complains).toMatchObject({ outcome: "exited", code: 0, complained: 64 * 1024 });
    expect(complains?.text).toMatch(/done$/);
  });

  it("does not hold us up through a program that it left behind", async () => {
    const child = "require('child_process').spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 5000)'], { stdio: 'inherit' }).unref()";
    const [leaves] = await runAll([script(`${child}; setTimeout(() => process.exit(3), 300)`)]);
    expect(leaves).toMatchObject({ outcome: "exited", code: 3 });
    expect(leaves?.durationMs).toBeLessThan(3000);
  });

  it("is missing, or fails, as a value", async () => {
    writeFileSync(windows.unix("C:\\tests\\text.exe"), "not a program");
    const [missing, folder, text] = await runAll([
      { files: ["C:\\tests\\nothing.exe"] },
      { files: ["C:\\tests"] },
      { files: ["C:\\tests\\text.exe"] },
    ]);
    expect(missing).toMatchObject({ outcome: "missing", code: null });
    expect(folder).toMatchObject({ outcome: "missing", code: null });
    expect(["failed", "denied"]).toContain(text?.outcome);
  });

  it("keeps its exit code and its bytes of code page 932", async () => {
    const [exits, japanese] = await runAll([script("process.exit(259)"), { files: ["%SystemRoot%\\System32\\ipconfig.exe"], args: ["/all"] }]);
    expect(exits).toMatchObject({ outcome: "exited", code: 259 });
    expect(japanese?.text).toContain("物理アドレス");
  });

  it("runs in the folder of the system programs, with their PATH and little else", async () => {
    const [told] = await runAll([{ files: [node], args: ["-p", "JSON.stringify({ cwd: process.cwd(), env: process.env })"] }], {
      env: { PATH: `${planted};C:\\windows\\system32`, NODE_OPTIONS: "", PREFLIGHT_TEST: "1", COMSPEC: `${planted}\\cmd.exe`, PSModulePath: planted },
      cwd: planted,
    });
    const { cwd, env } = z.object({ cwd: z.string(), env: z.record(z.string(), z.string()) }).parse(JSON.parse(told?.text ?? ""));
    expect(cwd.toLowerCase()).toBe("c:\\windows\\system32");
    expect(env["PATH"]?.toLowerCase()).toBe("c:\\windows\\system32;c:\\windows;c:\\windows\\system32\\wbem");
    expect(JSON.stringify(env)).not.toContain("planted");
    expect(env["PREFLIGHT_TEST"]).toBeUndefined();
  });
});

describe("programs of the same names in the current folder", () => {
  const commands = [{ id: "powershell" }, { id: "reg-current-version" }];
  beforeAll(() => {
    for (const name of ["powershell", "reg", "netsh", "taskkill", "powercfg"]) {
      copyFileSync(windows.unix("C:\\windows\\system32\\hostname.exe"), windows.unix(`${planted}\\${name}.exe`));
    }
    mkdirSync(windows.unix(`${planted}\\System32\\WindowsPowerShell\\v1.0`), { recursive: true });
    for (const name of ["reg.exe", "WindowsPowerShell\\v1.0\\powershell.exe"]) {
      copyFileSync(windows.unix("C:\\windows\\system32\\hostname.exe"), windows.unix(`${planted}\\System32\\${name}`));
    }
  });

  it.each([
    ["the current folder", {}],
    ["PATH", { PATH: planted }],
    ["a relative SystemRoot", { SystemRoot: "." }],
    ["an empty SystemRoot", { SystemRoot: "" }],
    ["a SystemRoot without a drive", { SystemRoot: planted.slice(2) }],
    ["a SystemRoot on the current folder of a drive", { SystemRoot: "C:" }],
    ["a SystemRoot on a share", { SystemRoot: `\\\\?\\${planted}` }],
  ])("are never run, through %s", async (_way, env) => {
    const [powershell, reg] = await runAll(commands, { env, cwd: planted });
    expect(powershell).toMatchObject({ outcome: "exited", printed: 0 });
    expect(reg).toMatchObject({ outcome: "exited", code: 0 });
    expect(reg?.text).toContain("HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion");
  });
});
