import { mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { appLogFile, openAppLog } from "../../../electron/services/appLog.ts";

const now = () => new Date("2026-12-01T00:00:00.000Z");
const fresh = () => mkdtempSync(join(tmpdir(), "app-log-"));

describe("the app's own log", () => {
  it("keeps a line with its time, and the folder of the person is not in it", () => {
    const folder = fresh();
    openAppLog({ folder, home: "/home/yamada", now })("TypeError\n    at /home/yamada/app/main.js:1\n    at file:///home/yamada/x.js:2");
    const text = readFileSync(join(folder, appLogFile), "utf8");
    expect(text).toMatch(/^2026-12-01T00:00:00\.000Z TypeError\n/);
    expect(text).toContain("~/app/main.js:1");
    expect(text).not.toContain("yamada");
  });

  it("takes a home folder of Windows out in both ways of writing it", () => {
    const folder = fresh();
    const home = "C:\\Users\\山田 (A)";
    openAppLog({ folder, home, now })(`Error: ${home}\\a.js and file:///${encodeURI("C:/Users/山田 (A)")}/b.js and c:\\users\\山田 (a)\\c.js`);
    const text = readFileSync(join(folder, appLogFile), "utf8");
    expect(text).not.toMatch(/山田|%E5/i);
  });

  it("begins a new file when it has grown, and keeps one before it", () => {
    const folder = fresh();
    writeFileSync(join(folder, appLogFile), "x".repeat(200_001));
    openAppLog({ folder, home: "/home/a", now })("new");
    expect(readdirSync(folder).sort()).toEqual([appLogFile, `${appLogFile}.1`]);
    expect(statSync(join(folder, appLogFile)).size).toBeLessThan(100);
  });

  it("does nothing where nothing can be written", () => {
    const folder = fresh();
    writeFileSync(join(folder, "file"), "");
    expect(() => openAppLog({ folder: join(folder, "file"), home: "/home/a", now })("line")).not.toThrow();
  });
});
