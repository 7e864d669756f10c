import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchApp, newPerson, type Running } from "./launchApp.ts";
import { callFrom, settled } from "./page.ts";

const person = newPerson("ja");
let running: Running;
beforeAll(async () => {
  running = await launchApp(person);
});
afterAll(async () => {
  await running.app.close();
  person.forget();
});

const words = { go: "開始できます", caution: "注意", stop: "停止" } as const;

describe("the window", () => {
  it("shows our page, by name, at the size it was drawn for", async () => {
    expect(running.page.url()).toBe("app://preflight/");
    expect(await running.page.title()).toContain("Preflight");
    const window = await running.app.evaluate(({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows();
      return { size: first?.getSize(), least: first?.getMinimumSize(), visible: first?.isVisible() };
    });
    expect(window).toEqual({ size: [1180, 800], least: [900, 640], visible: true });
  });

  it("looks at this machine without being asked, and shows what was decided", async () => {
    const { decision, phase, run, facts } = await settled(running.page);
    expect(phase).toEqual({ kind: "finished" });
    expect(run?.finishedAt).not.toBeNull();
    expect(Object.keys(facts).length).toBeGreaterThan(0);
    if (decision === null) throw new Error("a finished run must have a decision");
    await running.page.locator("#status-word", { hasText: words[decision.light] }).waitFor();
  });

  it("speaks the language of the system, in the page and in the menu", async () => {
    expect(await running.page.evaluate(() => document.documentElement.lang)).toBe("ja");
    const labels = await running.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(labels).toEqual(["&Preflight", "編集", "表示"]);
  });

  it("offers no way to reload or to open developer tools in its menu", async () => {
    const roles = await running.app.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items.map(({ role }) => role?.toLowerCase()) ?? []),
    );
    expect(roles).toContain("copy");
    expect(roles).not.toContain("reload");
    expect(roles).not.toContain("toggledevtools");
  });

  it("gives the page two functions and nothing of Node", async () => {
    const seen = await running.page.evaluate(() => ({
      bridge: Object.keys((globalThis as unknown as { preflight: object }).preflight).sort(),
      node: ["require", "process", "module", "Buffer", "ipcRenderer", "electron"].filter((name) => name in globalThis),
    }));
    expect(seen).toEqual({ bridge: ["call", "on"], node: [] });
  });
});

describe("saving a report", () => {
  const answerDialogWith = (answer: { canceled: boolean; filePath?: string }) =>
    running.app.evaluate(({ dialog }, given) => {
      dialog.showSaveDialog = async (..._words: unknown[]) => given as Electron.SaveDialogReturnValue;
    }, answer);
  const save = async (format: "html" | "json") => {
    const shown = await callFrom(running.page, "report.preview", { format, language: "ja", readable: [] });
    return callFrom(running.page, "report.save", { id: shown.ok ? shown.id : "" });
  };

  it.each(["html", "json"] as const)("writes the %s report where the person chose, for them alone to read", async (format) => {
    await settled(running.page);
    const path = join(person.folder, `report.${format}`);
    await answerDialogWith({ canceled: false, filePath: path });
    expect(await save(format)).toEqual({ ok: true, how: "saved", fileName: `report.${format}` });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const content = readFileSync(path, "utf8");
    const { helpdeskCode } = await settled(running.page);
    expect(content).toContain(helpdeskCode);
    expect(content.trimStart().startsWith(format === "json" ? "{" : "<!")).toBe(true);
  });

  it("says so when the person cancels", async () => {
    await answerDialogWith({ canceled: true });
    expect(await save("html")).toEqual({ ok: false, code: "cancelled" });
  });

  it("says so when it cannot be written, and leaves what was there", async () => {
    await answerDialogWith({ canceled: false, filePath: join(person.folder, "missing", "report.html") });
    expect(await save("html")).toEqual({ ok: false, code: "not-written" });
    const taken = join(person.folder, "taken.html");
    mkdirSync(taken);
    writeFileSync(join(taken, "inside"), "kept");
    await answerDialogWith({ canceled: false, filePath: taken });
    expect(await save("html")).toEqual({ ok: false, code: "not-written" });
    expect(existsSync(join(taken, "inside"))).toBe(true);
  });
});
