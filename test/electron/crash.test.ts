import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { verifyJournal } from "../../electron/services/journal.ts";
import { journalOf } from "./desktop.ts";
import { alive, launchApp, newPerson, type Person, type Running } from "./launchApp.ts";
import { callFrom, settled } from "./page.ts";

const people: Person[] = [];
const started: Running[] = [];
function person(): Person {
  const made = newPerson("ja");
  people.push(made);
  return made;
}
async function start(of: Person): Promise<Running> {
  const running = await launchApp(of);
  started.push(running);
  return running;
}
afterEach(() => {
  for (const running of started.splice(0)) for (const id of alive(running.processes())) process.kill(id, "SIGKILL");
  for (const one of people.splice(0)) one.forget();
});

const stateOf = ({ folder }: Person) => join(folder, "state/telework-preflight");
async function kill(running: Running): Promise<void> {
  const all = running.processes();
  running.app.process().kill("SIGKILL");
  await running.ended;
  for (const id of alive(all)) process.kill(id, "SIGKILL");
}

/** Ends the process of the page, as a crash does. */
function killScreen({ app }: Running): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    const id = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0;
    if (id > 0) process.kill(id, "SIGKILL");
  });
}
/** Runs a script in the page by way of the main process: Playwright loses a page whose process has ended. Null: no answer yet. */
function inWindowOf({ app }: Running) {
  return (code: string) =>
    app.evaluate(({ BrowserWindow }, script) => {
      const asked = BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(script)
        .catch(() => null);
      return Promise.race([asked, new Promise((done) => setTimeout(() => done(null), 1000))]);
    }, code);
}

const reason = "入れ替えの PC が届くのを待っているためです（来週の予定）";
const requestOf = (checkId: string) => ({
  ...{ checkId, reason, compensatingMeasure: "席を離れません", ticket: "IT-1" },
  endsAt: new Date(Date.now() + 86_400_000).toISOString(),
});
/** The first check of this PC for which the policy lets a person accept an exception. */
async function acceptOne({ page }: Running) {
  for (const { checkId } of (await settled(page)).findings) {
    const answer = await callFrom(page, "exceptions.request", requestOf(checkId));
    if (answer.ok) return answer.exception;
  }
  throw new Error("the policy allows no exception here: the test needs one");
}

describe("killed without warning", () => {
  it("keeps an exception that was accepted, and applies it after the restart", async () => {
    const who = person();
    const first = await start(who);
    const exception = await acceptOne(first);
    await kill(first);

    const again = await start(who);
    const { exceptions, decision } = await settled(again.page);
    expect(exceptions.map(({ id }) => id)).toContain(exception.id);
    expect(decision?.integrity).toEqual([]);
    expect((await verifyJournal(stateOf(who))).ok).toBe(true);
    await again.app.close();
  });

  it("has an exception whole or not at all when it ends before the answer", async () => {
    const who = person();
    const first = await start(who);
    const { checkId } = await acceptOne(first);
    const before = journalOf(who, "exception").length;
    // Nobody waits for the answer: as soon as the journal has it, the app is gone.
    void callFrom(first.page, "exceptions.request", requestOf(checkId)).catch(() => undefined);
    await expect.poll(() => journalOf(who, "exception").length, { timeout: 10_000, interval: 1 }).toBeGreaterThan(before);
    await kill(first);

    const again = await start(who);
    const { exceptions, decision } = await settled(again.page);
    expect([1, 2]).toContain(exceptions.length);
    for (const one of exceptions) expect(one).toMatchObject({ checkId, reason });
    expect(decision?.integrity).toEqual([]);
    expect((await verifyJournal(stateOf(who))).ok).toBe(true);
    await again.app.close();
  });

  it("leaves the older report or the whole new one, never a part", async () => {
    const who = person();
    const first = await start(who);
    await settled(first.page);
    const path = join(who.folder, "report.html");
    writeFileSync(path, "the older report");
    await first.app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async (..._words: unknown[]) => ({ canceled: false, filePath });
    }, path);
    const shown = await callFrom(first.page, "report.preview", { format: "html", language: "ja", readable: [] });
    if (!shown.ok) throw new Error(shown.code);
    void callFrom(first.page, "report.save", { id: shown.id }).catch(() => undefined);
    await expect
      .poll(() => readdirSync(who.folder).some((name) => name.endsWith(".part")) || readFileSync(path).byteLength > 100, { interval: 0 })
      .toBe(true);
    await kill(first);
    const left = readFileSync(path);
    expect([Buffer.byteLength("the older report"), shown.bytes]).toContain(left.byteLength);
    expect((await verifyJournal(stateOf(who))).ok).toBe(true);
  });

  it("keeps the run, its light and an accepted exception when only the screen's process is killed", async () => {
    const who = person();
    const running = await start(who);
    const { app, page } = running;
    const exception = await acceptOne(running);
    const { run, decision } = await settled(page);
    await killScreen(running);
    const inWindow = inWindowOf(running);
    await expect.poll(() => inWindow("document.querySelector('h1')?.textContent"), { timeout: 15_000 }).toBe("画面を表示できませんでした");
    await inWindow("document.querySelector('a').click()");
    await expect.poll(() => inWindow("document.querySelector('#status-word') !== null"), { timeout: 15_000 }).toBe(true);
    const seen = await inWindow("preflight.call('snapshot.get', null)");
    expect(seen).toMatchObject({ run: { id: run?.id }, decision: { light: decision?.light } });
    expect((seen as { exceptions: { id: string }[] }).exceptions.map(({ id }) => id)).toContain(exception.id);
    await app.close();
  });
});

describe("a screen that is gone", () => {
  it("comes back after eight ends of its process: light, contacts and shut-down stand there", async () => {
    const running = await start(person());
    const { decision } = await settled(running.page);
    const light = { go: "開始できます", caution: "注意", stop: "停止" }[decision?.light ?? "stop"];
    const inWindow = inWindowOf(running);
    for (let time = 1; time <= 8; time += 1) {
      await killScreen(running);
      await expect.poll(() => inWindow("document.querySelector('h1')?.textContent"), { timeout: 30_000 }).toBe("画面を表示できませんでした");
    }
    const text = await inWindow("document.body.textContent");
    for (const part of [`いまの判定：${light}`, "PC の電源を切る", "画面を開き直す"]) expect(text).toContain(part);
    await running.app.close();
  });

  it("comes back when the page left for an empty one", async () => {
    const running = await start(person());
    await settled(running.page);
    const inWindow = inWindowOf(running);
    await inWindow("void (location.href = 'about:blank')");
    await expect
      .poll(() => inWindow("location.href + ' ' + (document.querySelector('#status-word') !== null)"), { timeout: 30_000 })
      .toBe("app://preflight/ true");
    await running.app.close();
  });
});

describe("saved data that cannot be used", () => {
  it("is kept beside, named in the decision, and never better than caution", async () => {
    const who = person();
    const newer = JSON.stringify({ schema: "preflight-settings/99", settings: { moon: true } });
    writeFileSync(join(stateOf(who), "settings.json"), newer);
    for (const name of ["requests.json", "declarations.json", "exceptions.json"]) writeFileSync(join(stateOf(who), name), '{"schema":"preflig');
    const { app, page } = await start(who);
    const { decision, settingsLost } = await settled(page);
    expect(settingsLost).toBe(true);
    expect(decision?.light).not.toBe("go");
    const details = decision?.integrity.map(({ detail }) => detail).join("\n");
    const names = readdirSync(stateOf(who));
    for (const name of ["requests.json", "declarations.json", "exceptions.json"]) {
      expect(details).toContain(name);
      expect(names.some((one) => one.startsWith(`${name}.corrupt-`))).toBe(true);
    }
    // What a later version wrote is no spoilt file: it stays for that version (decision 0146).
    expect(names.filter((one) => one.startsWith("settings.json.corrupt-"))).toEqual([]);
    expect(readFileSync(join(stateOf(who), "settings.json"), "utf8")).toBe(newer);
    await app.close();
  });
});

describe("two people at one PC", () => {
  it("each have their own app, records and light", async () => {
    const [one, other] = [person(), person()];
    const first = await start(one);
    const second = await start(other);
    const seen = [await settled(first.page), await settled(second.page)];
    expect(seen[0]?.run?.id).not.toBe(seen[1]?.run?.id);
    for (const { decision } of seen) expect(decision?.integrity).toEqual([]);
    for (const who of [one, other]) expect(existsSync(join(stateOf(who), "journal.jsonl"))).toBe(true);
    await second.app.close();
    await first.app.close();
  });
});
