import { spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { answerDialogs, dialogs, journalOf } from "./desktop.ts";
import { alive, launch, launchApp, newPerson, type Person, type Running } from "./launchApp.ts";
import { callFrom, settled } from "./page.ts";

const people: Person[] = [];
const started: Running[] = [];
async function start(): Promise<Running & { readonly person: Person }> {
  const person = newPerson("ja");
  people.push(person);
  const running = await launchApp(person);
  started.push(running);
  return { ...running, person };
}
afterEach(() => {
  for (const running of started.splice(0)) for (const id of alive(running.processes())) process.kill(id, "SIGKILL");
  for (const person of people.splice(0)) person.forget();
});

describe("the app's life", () => {
  it("brings the first window forward when it is started a second time, and the second ends", async () => {
    const { app, page, person } = await start();
    await settled(page);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const minimised = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized());
    await expect.poll(minimised, { timeout: 10_000 }).toBe(true);

    const second = spawn(launch.binary, launch.arguments, { env: person.env, stdio: "ignore" });
    const code = await new Promise((done) => second.once("exit", done));

    expect(code).toBe(0);
    await expect.poll(minimised, { timeout: 10_000 }).toBe(false);
    const focused = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isFocused()));
    await expect.poll(focused, { timeout: 10_000 }).toEqual([true]);
    await app.close();
  });

  // A check that ends with its window would watch over nothing: closing puts it away, and quitting is a step of its own.
  it("runs on when its window is closed, says so the first time only, and opens again where it was", async () => {
    const { app, page, person } = await start();
    await settled(page);
    await answerDialogs(app, 0);
    const state = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => [window.isMinimized(), window.isDestroyed()]));
    const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await close();
    // Nobody shows tray icons here: a window without any way back would be lost, so it is only made small.
    await expect.poll(state, { timeout: 10_000 }).toEqual([[true, false]]);
    expect((await dialogs(app)).map(({ message }) => message)).toEqual(["Preflight は動き続けます"]);
    const second = spawn(launch.binary, launch.arguments, { env: person.env, stdio: "ignore" });
    await new Promise((done) => second.once("exit", done));
    await expect.poll(state, { timeout: 10_000 }).toEqual([[false, false]]);
    await close();
    await expect.poll(state, { timeout: 10_000 }).toEqual([[true, false]]);
    expect(await dialogs(app)).toHaveLength(1);
    await app.close();
  });

  it("stays when the person thinks better of quitting", async () => {
    const { app, page } = await start();
    await settled(page);
    await answerDialogs(app, 1);
    expect(await callFrom(page, "app.quit", null)).toEqual({ ok: false, code: "cancelled" });
    const [asked] = await dialogs(app);
    expect(asked?.message).toBe("Preflight を終了しますか");
    expect(asked?.detail).toContain("記録に残ります");
    expect((await settled(page)).phase.kind).toBe("finished");
    await app.close();
  });

  it("quits after a yes: exit code 0, no process left behind, and it is in the journal", async () => {
    const { app, page, ended, processes, person } = await start();
    await settled(page);
    const before = processes();
    expect(before.length).toBeGreaterThan(2);
    await answerDialogs(app, 0);
    await app.evaluate(({ Menu }) => void setTimeout(() => Menu.getApplicationMenu()?.items[0]?.submenu?.items[0]?.click(), 0));
    expect(await ended).toEqual({ code: 0, signal: null });
    await expect.poll(() => alive(before), { timeout: 10_000 }).toEqual([]);
    expect(journalOf(person, "app")).toMatchObject([
      { type: "started", atLogin: false },
      { type: "quit", light: "stop", blocked: false },
    ]);
  });

  it("writes down that the system ended it", async () => {
    const { app, page, ended, person } = await start();
    await settled(page);
    app.process().kill("SIGTERM");
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(journalOf(person, "app")).toMatchObject([{ type: "started" }, { type: "ended", because: "system" }]);
  });

  it("says at the next start that it was killed in the middle of a run, and clears nothing until it has looked again", async () => {
    const first = await start();
    await expect.poll(() => journalOf(first.person, "app").length, { timeout: 10_000 }).toBe(1);
    process.kill(first.app.process().pid ?? -1, "SIGKILL");
    expect((await first.ended).signal).toBe("SIGKILL");

    const again = await launchApp(first.person);
    started.push(again);
    const snapshot = await callFrom(again.page, "snapshot.get", null);
    if (snapshot.phase.kind !== "finished") expect(snapshot.decision).toBeNull();
    const { decision } = await settled(again.page);
    // The journal is whole: what was being written when the power went is no doubt about what is kept.
    expect(decision?.integrity).toEqual([]);
    expect(journalOf(first.person, "deviation")).toMatchObject([{ type: "app-ended-unexpectedly" }]);
    expect(journalOf(first.person, "app")).toMatchObject([{ type: "started" }, { type: "started" }]);
    await again.app.close();
  });

  it("ends just as cleanly in the middle of a run", async () => {
    const { app, ended, processes } = await start();
    const before = processes();
    await app.evaluate(({ app: electron }) => void setTimeout(() => electron.quit(), 0));
    expect(await ended).toEqual({ code: 0, signal: null });
    await expect.poll(() => alive(before), { timeout: 10_000 }).toEqual([]);
  });

  it("says what happened when the screen has crashed, and opens it again", async () => {
    const { app, page } = await start();
    await settled(page);
    // A page that is going away never answers, so each question ends after a second.
    const inWindow = (code: string) =>
      app.evaluate(({ BrowserWindow }, script) => {
        const asked = BrowserWindow.getAllWindows()[0]
          ?.webContents.executeJavaScript(script)
          .catch(() => null);
        return Promise.race([asked, new Promise((done) => setTimeout(() => done(null), 1000))]);
      }, code);
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
    await expect.poll(() => inWindow("document.querySelector('h1')?.textContent"), { timeout: 15_000 }).toBe("画面を表示できませんでした");
    await inWindow("document.querySelector('a').click()");
    await expect.poll(() => inWindow("document.querySelector('#status-word') !== null"), { timeout: 15_000 }).toBe(true);
    await app.close();
  });
});
