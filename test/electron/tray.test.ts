import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ElectronApplication } from "playwright-core";
import { afterEach, describe, expect, it } from "vitest";
import { answerDialogs, dialogs, journalOf } from "./desktop.ts";
import { alive, launchApp, newPerson, type Person, type Running } from "./launchApp.ts";
import { callFrom, settled } from "./page.ts";
import { startTrayHost, type TrayHost } from "./trayHost.ts";

const people: Person[] = [];
const started: Running[] = [];
let host: TrayHost | null = null;
async function start(person: Person): Promise<Running> {
  people.push(person);
  const running = await launchApp(person);
  started.push(running);
  return running;
}
afterEach(() => {
  host?.end();
  host = null;
  for (const running of started.splice(0)) for (const id of alive(running.processes())) process.kill(id, "SIGKILL");
  for (const person of people.splice(0)) person.forget();
});

/** From now on the menu that the tray gets is kept, so that the test can press in it. */
const watchMenu = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => {
    const build = Menu.buildFromTemplate;
    Menu.buildFromTemplate = (template) => {
      const menu = build.call(Menu, template);
      if (template.some(({ id }) => id === "loss")) Object.assign(globalThis, { trayMenu: menu });
      return menu;
    };
  });
const press = (app: ElectronApplication, id: string) =>
  app.evaluate((_electron, item) => {
    const menu = (globalThis as unknown as { trayMenu: Electron.Menu }).trayMenu;
    setTimeout(() => menu.getMenuItemById(item)?.click(), 0);
  }, id);
const visible = (app: ElectronApplication) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));

describe("the tray", () => {
  it("says in words and by its picture how things stand, and its menu opens, checks, shows the loss card and quits", async () => {
    host = await startTrayHost();
    const person = newPerson("ja");
    const { app, page, ended } = await start(person);
    await settled(page);
    await expect.poll(() => callFrom(page, "door.get", null).then(({ tray }) => tray), { timeout: 15_000 }).toBe(true);
    await expect.poll(() => host?.registered(), { timeout: 10_000 }).toBe(true);
    await expect
      .poll(() => host?.property("ToolTip"), { timeout: 10_000 })
      .toMatch(/Preflight: 停止.*前回の点検: \d\d:\d\d.*次の点検: \d\d:\d\d までに/);

    await watchMenu(app);
    const before = (await callFrom(page, "snapshot.get", null)).run?.id;
    await callFrom(page, "run.start", {});
    await settled(page);
    await press(app, "check");
    await expect.poll(async () => (await settled(page)).run?.id, { timeout: 15_000 }).not.toBe(before);

    await answerDialogs(app, 0);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await expect.poll(() => visible(app), { timeout: 10_000 }).toEqual([false]);
    expect((await dialogs(app))[0]?.detail).toContain("アイコンを押してください");

    await press(app, "open");
    await expect.poll(() => visible(app), { timeout: 10_000 }).toEqual([true]);
    await press(app, "loss");
    await expect.poll(() => page.locator('[aria-current="page"]').textContent(), { timeout: 10_000 }).toBe("紛失・盗難");

    await press(app, "quit");
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(journalOf(person, "app").at(-1)).toMatchObject({ type: "quit" });
  });

  it("is not claimed where nobody shows icons", async () => {
    const { app, page } = await start(newPerson("en"));
    await settled(page);
    expect((await callFrom(page, "door.get", null)).tray).toBeNull();
    await app.close();
  });
});

describe("starting at log-in", () => {
  const entry = (person: Person) => join(person.folder, "config/autostart/telework-preflight.desktop");
  const as = (person: Person): Person => ({ ...person, env: { ...person.env, PREFLIGHT_LOGIN_START: "1" } });

  it("writes nothing from a source tree that nobody asked to", async () => {
    const person = newPerson("ja");
    const { app, page } = await start(person);
    await settled(page);
    expect((await callFrom(page, "door.get", null)).loginStart).toBe("impossible");
    expect(existsSync(entry(person))).toBe(false);
    await app.close();
  });

  it("is on at first, and follows what the person chooses at once", async () => {
    const person = as(newPerson("ja"));
    const { app, page } = await start(person);
    await settled(page);
    const state = () => callFrom(page, "door.get", null).then(({ loginStart }) => loginStart);
    await expect.poll(state, { timeout: 10_000 }).toBe("on");
    expect(readFileSync(entry(person), "utf8")).toMatch(/^Exec=".*electron" ".*" "--at-login"$/m);
    await callFrom(page, "settings.set", { startAtLogin: false });
    await expect.poll(state, { timeout: 10_000 }).toBe("off");
    expect(existsSync(entry(person))).toBe(false);
    await app.close();
  });
});
