import { spawn } from "node:child_process";
import type { ElectronApplication } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { answerDialogs, dialogs, journalOf } from "./desktop.ts";
import { alive, type LaunchOptions, launchApp, newPerson, type Person, type Running } from "./launchApp.ts";
import { type ManagedPolicy, managedPolicy } from "./managedPolicy.ts";
import { callFrom, settled } from "./page.ts";

const contacts = [
  { id: "desk", for: "helpdesk", name: { ja: "情報システム部", en: "IT" }, phone: "03-1234-5678" },
  { id: "lost", for: "loss", name: { ja: "紛失受付", en: "Loss desk" }, phone: "0120-000-000" },
];
let full: ManagedPolicy;
let inWindow: ManagedPolicy;
beforeAll(() => {
  full = managedPolicy({ contacts, desktop: { startAtLogin: "never", blockScreen: "full" } });
  inWindow = managedPolicy({ contacts, desktop: { startAtLogin: "never", blockScreen: "window" } });
});
afterAll(() => {
  full.forget();
  inWindow.forget();
});

const people: Person[] = [];
const started: Running[] = [];
async function start(policy: ManagedPolicy, options: LaunchOptions = {}): Promise<Running & { readonly person: Person }> {
  const person = newPerson("ja");
  people.push(person);
  const running = await launchApp(person, { ...options, executable: policy.binary });
  started.push(running);
  return { ...running, person };
}
afterEach(() => {
  for (const running of started.splice(0)) for (const id of alive(running.processes())) process.kill(id, "SIGKILL");
  for (const person of people.splice(0)) person.forget();
});

/** What Electron is to see instead of the one display of the test's X server; the windows themselves are real. */
interface TestDisplay {
  readonly id: number;
  readonly x: number;
  readonly width: number;
}
const left: TestDisplay = { id: 1, x: 0, width: 960 };
const right: TestDisplay = { id: 2, x: 960, width: 480 };
const farRight: TestDisplay = { id: 3, x: 1440, width: 480 };
function setDisplays(app: ElectronApplication, displays: readonly TestDisplay[], event: string): Promise<void> {
  return app.evaluate(
    ({ screen }, [given, told]) => {
      const all = given.map(({ id, x, width }) => ({ id, bounds: { x, y: 0, width, height: 1080 } }));
      screen.getAllDisplays = () => all as unknown as Electron.Display[];
      screen.getPrimaryDisplay = () => all[0] as unknown as Electron.Display;
      screen.emit(told, {}, all.at(-1), []);
    },
    [displays, event] as const,
  );
}
interface Seen {
  readonly cover: boolean;
  readonly x: number;
  readonly width: number;
  readonly onTop: boolean;
}
const windows = (app: ElectronApplication): Promise<readonly Seen[]> =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => {
        const { x, width } = window.getBounds();
        return { cover: window.webContents.getURL() === "app://preflight/cover", x, width, onTop: window.isAlwaysOnTop() };
      })
      .sort((a, b) => Number(a.cover) - Number(b.cover) || a.x - b.x),
  );
const covers = async (app: ElectronApplication) => (await windows(app)).filter(({ cover }) => cover).map(({ x, width }) => [x, width]);
const door = ({ page }: Running) => callFrom(page, "door.get", null);
const blockIs = (running: Running, block: string, aside = false) =>
  expect.poll(() => door(running).then((state) => [state.block, state.aside]), { timeout: 15_000 }).toEqual([block, aside]);

describe("a policy that covers everything at stop", () => {
  it("covers each display, follows displays that come and go, and stays on top", async () => {
    const running = await start(full);
    const { app, page } = running;
    await setDisplays(app, [left, right], "display-added");
    await settled(page);
    await blockIs(running, "full");
    await page.getByRole("heading", { level: 1, name: "停止" }).waitFor();
    await expect.poll(() => covers(app), { timeout: 10_000 }).toEqual([[960, 480]]);
    expect((await windows(app)).map(({ onTop }) => onTop)).toEqual([true, true]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isKiosk()).length)).toBe(1);

    await setDisplays(app, [left, right, farRight], "display-added");
    await expect
      .poll(() => covers(app), { timeout: 10_000 })
      .toEqual([
        [960, 480],
        [1440, 480],
      ]);
    await setDisplays(app, [left], "display-removed");
    await expect.poll(() => covers(app), { timeout: 10_000 }).toEqual([]);
    await setDisplays(app, [left, { ...right, width: 900 }], "display-metrics-changed");
    await expect.poll(() => covers(app), { timeout: 10_000 }).toEqual([[960, 900]]);

    // The display with the screen itself is unplugged: it moves to the one that is left.
    await setDisplays(app, [right], "display-removed");
    await expect.poll(() => covers(app), { timeout: 10_000 }).toEqual([]);
    await blockIs(running, "full");
    await app.close();
  });

  it("cannot be closed or minimised away, and neither can a cover", async () => {
    const running = await start(full);
    const { app, page } = running;
    await setDisplays(app, [left, right], "display-added");
    await settled(page);
    await blockIs(running, "full");
    await answerDialogs(app, 0);
    await expect.poll(() => covers(app), { timeout: 10_000 }).toEqual([[960, 480]]);
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) window.close();
    });
    await app.evaluate(({ BrowserWindow }) => {
      for (const window of BrowserWindow.getAllWindows()) if (window.isKiosk()) window.minimize();
    });
    await expect
      .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => [window.isVisible(), window.isMinimized()])), {
        timeout: 10_000,
      })
      .toEqual([
        [true, false],
        [true, false],
      ]);
    expect(await dialogs(app)).toEqual([]);
    await app.close();
  });

  it("makes room and comes back: asked for, and looked at again", async () => {
    const running = await start(full);
    const { app, page, person } = running;
    await setDisplays(app, [left, right], "display-added");
    const before = (await settled(page)).run?.id;
    await blockIs(running, "full");
    await page.getByRole("button", { name: "この画面をよけて直す" }).click();
    await blockIs(running, "off", true);
    await expect.poll(() => windows(app), { timeout: 10_000 }).toMatchObject([{ cover: false, onTop: false }]);
    await page.getByRole("button", { name: "いま戻して点検する" }).click();
    await blockIs(running, "full");
    await expect.poll(() => covers(app), { timeout: 10_000 }).toEqual([[960, 480]]);
    expect((await settled(page)).run?.id).not.toBe(before);
    expect(journalOf(person, "app").map(({ type }) => type)).toEqual(["started", "stepped-aside", "returned"]);
    await app.close();
  });

  it("makes room for work that is allowed, without an end by time or by a look at the window, and for no other", async () => {
    const running = await start(full);
    const { app, page } = running;
    const { decision } = await settled(page);
    const allowed = decision?.clearances.find(({ light }) => light !== "stop");
    if (allowed === undefined) throw new Error("this machine clears no activity: the test needs one");
    await blockIs(running, "full");
    await page.getByRole("button", { name: "画面をよける" }).first().click();
    await blockIs(running, "off", true);
    await callFrom(page, "run.start", {});
    await settled(page);
    await blockIs(running, "off", true);
    await callFrom(page, "block.return", null);
    await blockIs(running, "full");
    await app.close();
  });

  it("comes back when the person comes back to the window", async () => {
    const running = await start(full);
    const { app, page } = running;
    await settled(page);
    await blockIs(running, "full");
    await callFrom(page, "block.step-aside", { activityId: null });
    await blockIs(running, "off", true);
    await page.waitForTimeout(2_000);
    // Another window takes the focus, as the settings do, and gives it back.
    await app.evaluate(async ({ BrowserWindow }) => {
      const [own] = BrowserWindow.getAllWindows();
      const other = new BrowserWindow({ width: 300, height: 200 });
      other.show();
      other.focus();
      await new Promise((done) => setTimeout(done, 800));
      other.destroy();
      own?.focus();
    });
    await blockIs(running, "full");
    await app.close();
  });

  it("holds nobody when its page dies: reload, whom to call and shutting down are there without script", async () => {
    const running = await start(full);
    const { app, page, person } = running;
    await settled(page);
    await blockIs(running, "full");
    await answerDialogs(app, 1);
    const inPage = (code: string) =>
      app.evaluate(({ BrowserWindow }, script) => {
        const asked = BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(script)
          .catch(() => null);
        return Promise.race([asked, new Promise((done) => setTimeout(() => done(null), 1000))]);
      }, code);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(() => inPage("document.querySelector('h1')?.textContent"), { timeout: 15_000 }).toBe("画面を表示できませんでした");
    const text = await inPage("document.body.textContent");
    expect(text).toContain("03-1234-5678");
    expect(text).toContain("0120-000-000");
    await inPage("[...document.querySelectorAll('a')].at(-1).click()");
    await expect.poll(async () => (await dialogs(app)).map(({ message }) => message), { timeout: 10_000 }).toEqual(["PC の電源を切りますか"]);
    // A page that died is no way round the block.
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isAlwaysOnTop()))).toEqual([true]);
    expect(journalOf(person, "app").map(({ type }) => type)).toContain("screen-failed");
    await inPage("document.querySelector('a').click()");
    await expect.poll(() => inPage("document.querySelector('.block-word') !== null"), { timeout: 15_000 }).toBe(true);
    await app.close();
  });

  it("can be quit after a yes, and the journal says that it was at stop", async () => {
    const running = await start(full);
    const { app, page, person, ended } = running;
    await settled(page);
    await blockIs(running, "full");
    await answerDialogs(app, 0);
    await app.evaluate(({ Menu }) => void setTimeout(() => Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click(), 0));
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(journalOf(person, "app").at(-1)).toEqual({ type: "quit", light: "stop", blocked: true });
  });

  it("fills the display and answers the keyboard where there is no window manager", async () => {
    const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1280x800x24", "-nolisten", "tcp"], {
      stdio: ["ignore", "ignore", "ignore", "pipe"],
    });
    try {
      const number = await new Promise<string>((told) => server.stdio[3]?.once("data", (bytes: Buffer) => told(String(bytes).trim())));
      const person = newPerson("ja");
      people.push(person);
      const bare = { ...person, env: { ...person.env, DISPLAY: `:${number}` } };
      const running = await launchApp(bare, { executable: full.binary });
      started.push(running);
      await settled(running.page);
      await blockIs(running, "full");
      await expect.poll(() => windows(running.app), { timeout: 10_000 }).toMatchObject([{ cover: false, x: 0, width: 1280 }]);
      await running.page.getByRole("button", { name: "紛失・盗難のときは" }).focus();
      await running.page.keyboard.press("Enter");
      await running.page.getByRole("button", { name: "前の画面に戻る" }).waitFor();
      await running.app.close();
    } finally {
      server.kill();
    }
  });

  it("comes to the front at log-in, because the light is not green", async () => {
    const running = await start(full, { arguments: ["--at-login"] });
    await settled(running.page);
    await blockIs(running, "full");
    const shown = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
    await expect.poll(shown, { timeout: 10_000 }).toEqual([true]);
    await running.app.close();
  });
});

describe("a policy that holds the window in front", () => {
  it("keeps it on top at its own size, without covers", async () => {
    const running = await start(inWindow);
    const { app, page } = running;
    await setDisplays(app, [left, right], "display-added");
    await settled(page);
    await blockIs(running, "window");
    expect(await windows(app)).toMatchObject([{ cover: false, onTop: true, width: 1180 }]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk())).toBe(false);
    await app.close();
  });
});
