import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isProgram, mayOpen } from "../../../electron/host/allowedTargets.ts";
import { programEnvironment } from "../../../electron/host/childEnvironment.ts";
import { createHostOpener } from "../../../electron/host/hostOpener.ts";
import { startProgram } from "../../../electron/host/startProgram.ts";
import { targetOfLaunch } from "../../../electron/services/activities/launch.ts";
import { platforms } from "../../../shared/platform.ts";
import { launchSchema } from "../../../shared/policy/schema.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "preflight-start-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function program(name: string, body: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
  return path;
}
async function eventually(holds: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 150 && !holds(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  return holds();
}

describe("a program that is started and left alone", () => {
  it("gets its arguments as they are, nothing of a shell, and a folder and an environment of its own", async () => {
    const seen = join(folder, "seen");
    const file = await program(
      "tell",
      `{ pwd; printf '%s\\n' "$@"; env; } > '${seen}.part'; mv '${seen}.part' '${seen}'; sleep 30 & echo $! > '${seen}.pid'`,
    );
    expect(await startProgram(file, ["a b", '"; rm -rf $HOME #', "日本語", ""], "linux")).toBe(true);
    expect(await eventually(() => existsSync(seen) && existsSync(`${seen}.pid`))).toBe(true);
    process.kill(Number(readFileSync(`${seen}.pid`, "utf8")), "SIGKILL");
    const lines = readFileSync(seen, "utf8").split("\n");
    expect(lines.slice(0, 5)).toEqual(["/", "a b", '"; rm -rf $HOME #', "日本語", ""]);
    expect(lines.filter((line) => /^(NODE|VITEST|npm)/.test(line))).toEqual([]);
  });

  it("is not started: missing, not executable, a relative path, an error at once", async () => {
    const plain = join(folder, "plain");
    await writeFile(plain, "no program");
    expect(await startProgram(join(folder, "missing"), [], "linux")).toBe(false);
    expect(await startProgram(plain, [], "linux")).toBe(false);
    expect(await startProgram("sh", ["-c", "exit 0"], "linux")).toBe(false);
    expect(await startProgram(await program("fails", "exit 3"), [], "linux")).toBe(false);
    expect(await startProgram(await program("hands-over", "exit 0"), [], "linux")).toBe(true);
  });

  it("keeps the person's language, time zone and input method, and drops what could change a program", () => {
    const given = {
      HOME: "/home/hana",
      LANG: "ja_JP.UTF-8",
      TZ: "Asia/Tokyo",
      XMODIFIERS: "@im=fcitx",
      DISPLAY: ":0",
      LD_PRELOAD: "/x.so",
      PATH: "/home/hana/bin",
    };
    expect(programEnvironment("linux", given)).toEqual({
      HOME: "/home/hana",
      LANG: "ja_JP.UTF-8",
      TZ: "Asia/Tokyo",
      XMODIFIERS: "@im=fcitx",
      DISPLAY: ":0",
      PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
    });
  });
});

describe("the opener of the host", () => {
  const opener = createHostOpener("linux");
  it("ends no program that it should not: itself, the first one, no number", async () => {
    for (const pid of [process.pid, 1, 0, -1, 1.5, Number.NaN]) expect(await opener.endProgram(pid)).toBe(false);
  });
  it("asks no tool of another OS", async () => {
    expect(await createHostOpener("windows").hasTool("gnome-wifi")).toBe(false);
    expect(await createHostOpener("macos").openTool("gnome-wifi")).toBe(false);
  });
});

describe("what may be opened or started at all", () => {
  it.each([
    "https://work.example/",
    "https://work.example/日本?a=b#c",
    "ms-settings:windowsupdate",
    "x-apple.systempreferences:com.apple.Lock-Screen-Settings.extension",
    "http://captive.apple.com/hotspot-detect.html",
  ])("yes: %s", (address) => expect(mayOpen(address)).toBe(true));

  it.each([
    ...["file:///etc/passwd", "javascript:alert(1)", "data:text/html,x", "smb://host/share", "ssh://host", "ms-officecmd:x", "search-ms:x"],
    ...["https://user@work.example/", "https://user:pass@work.example/", "/etc/passwd", "", "https:// work.example/", "https://work.example/\n--new"],
    ...['https://work.example/" --x', `https://work.example/${"a".repeat(2000)}`, "-a", "C:\\x.exe"],
  ])("no: %s", (address) => expect(mayOpen(address)).toBe(false));

  it.each([
    ["linux", "/opt/crm/crm", true],
    ["linux", "C:\\crm.exe", false],
    ["linux", "crm", false],
    ["macos", "/Applications/Crm.app/Contents/MacOS/Crm", true],
    ["windows", "C:\\Program Files\\Crm\\crm.EXE", true],
    ["windows", "C:\\Program Files\\Crm\\crm.cmd", false],
    ["windows", "C:\\crm.ps1", false],
    ["windows", "/crm.exe", false],
    ["windows", "\\\\server\\share\\crm.exe", false],
  ] as const)("%s %s: %s", (platform, file, expected) => expect(isProgram(file, platform)).toBe(expected));

  it("no policy document gives a target that is neither an https address nor an absolute path, on Windows of a program", () => {
    const word = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom("/opt/a", "C:\\a.exe", "C:\\a.cmd", "\\\\s\\a.exe", "a", "/a.exe", "/a\nb"));
    const url = fc.oneof(
      fc.webUrl(),
      fc.string().map((rest) => `https://${rest}`),
      fc.constantFrom("http://a.example", "file:///a", "https://a@b.example/"),
    );
    const programOf = fc.record({ program: word, arguments: fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 }) });
    const launch = fc.oneof(fc.record({ url }), fc.record({ windows: programOf, macos: programOf, linux: programOf }, { requiredKeys: [] }));
    let targets = 0;
    fc.assert(
      fc.property(launch, fc.constantFrom(...platforms), (document, platform) => {
        const parsed = launchSchema.safeParse(document);
        if (!parsed.success) return;
        const target = targetOfLaunch(parsed.data, platform);
        if (target === null) return;
        targets += 1;
        if (target.kind === "address") {
          expect(new URL(target.address).protocol).toBe("https:");
          expect(new URL(target.address).username).toBe("");
        } else if (target.kind === "program") expect(target.program).toMatch(platform === "windows" ? /^[A-Za-z]:\\.+\.exe$/i : /^\//);
        else throw new Error("a tool is never named by a policy");
      }),
      { numRuns: 2000 },
    );
    // The property must speak of something.
    expect(targets).toBeGreaterThan(50);
  });
});
