import { spawn } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { alive, launch, launchApp, newPerson, type Person, type Running } from "./launchApp.ts";
import { settled } from "./page.ts";

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

  it("ends with its window: exit code 0 and no process left behind", async () => {
    const { app, page, ended, processes } = await start();
    await settled(page);
    const before = processes();
    expect(before.length).toBeGreaterThan(2);
    await app.evaluate(({ BrowserWindow }) => void setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 0));
    expect(await ended).toEqual({ code: 0, signal: null });
    await expect.poll(() => alive(before), { timeout: 10_000 }).toEqual([]);
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
