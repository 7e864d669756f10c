import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { binary, launchApp, launchArguments, newPerson, type Running } from "./launchApp.ts";
import { garbageFrom, settled } from "./page.ts";

const person = newPerson("en");
const preload = join(resolve(import.meta.dirname, "../.."), "dist/preload/preload.cjs");
let running: Running;
/** Stands for the outside world: whatever reaches it has left the app. */
let outside: Server;
let outsideUrl: string;
const reached: string[] = [];

beforeAll(async () => {
  outside = createServer((request, response) => {
    reached.push(request.url ?? "");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end("outside");
  });
  outside.on("connection", () => reached.push("(connection)"));
  await new Promise<void>((done) => outside.listen(0, "127.0.0.1", done));
  outsideUrl = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  running = await launchApp(person);
  await settled(running.page);
});
afterAll(async () => {
  await running.app.close();
  outside.close();
  person.forget();
});
beforeEach(() => {
  reached.length = 0;
});

describe("the outside world of these tests", () => {
  it("can be reached by something that is not the app", async () => {
    expect(await (await fetch(`${outsideUrl}/control`)).text()).toBe("outside");
    expect(reached).toContain("/control");
  });
});

describe("IPC", () => {
  it.each([
    ["run.start", null, "bad-input"],
    ["run.start", { checks: 5 }, "bad-input"],
    ["snapshot.get", "x".repeat(1_000_000), "bad-input"],
    ["report.preview", { format: "html", language: "ja", readable: [], path: "/tmp/x" }, "bad-input"],
    ["constructor", null, "unknown-call"],
    ["preflight:run.start", null, "unknown-call"],
  ])("refuses garbage from the page: %s", async (id, input, code) => {
    expect(await garbageFrom(running.page, id, input)).toContain(code);
  });

  it.each([
    ["a page of another origin", "data:text/html,<title>foreign</title>"],
    ["a second window with our own page", "app://preflight/"],
  ])("refuses %s, even with our preload", async (_who, url) => {
    const partition = url.startsWith("app:") ? undefined : "foreign";
    const answers = await running.app.evaluate(
      async ({ BrowserWindow }, given) => {
        const webPreferences = { preload: given.preload, contextIsolation: true, ...(given.partition ? { partition: given.partition } : {}) };
        const window = new BrowserWindow({ show: false, webPreferences });
        await window.loadURL(given.url);
        const ask = (id: string, input: string) =>
          window.webContents.executeJavaScript(`preflight.call(${JSON.stringify(id)}, ${input}).then(() => "answered", (error) => error.message)`);
        const all = [await ask("snapshot.get", "null"), await ask("run.start", "{}"), await ask("report.preview", "{}")];
        window.destroy();
        return all;
      },
      { preload, url, partition },
    );
    expect(answers).toEqual(["untrusted-sender", "untrusted-sender", "untrusted-sender"]);
  });
});

describe("the page's policy", () => {
  it("forbids everything but our own files, and the page is held to it", async () => {
    // The page itself must try: Playwright's own scripts are not bound by the policy. A refusal names the whole policy.
    const refused = await running.page.evaluate(async () => {
      const violations: { what: string; policy: string }[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, originalPolicy }) =>
        violations.push({ what: effectiveDirective, policy: originalPolicy }),
      );
      const script = document.createElement("script");
      script.textContent = "globalThis.inlineRan = true";
      const style = document.createElement("style");
      style.textContent = "body { outline: 7px solid red !important; }";
      const button = document.createElement("button");
      button.setAttribute("onclick", "globalThis.handlerRan = true");
      document.body.append(script, style, button);
      button.click();
      const outline = getComputedStyle(document.body).outlineWidth;
      for (const element of [script, style, button]) element.remove();
      await new Promise((done) => setTimeout(done, 200));
      return { violations, outline, ran: ["inlineRan", "handlerRan"].filter((name) => name in globalThis) };
    });
    expect(refused.ran).toEqual([]);
    expect(refused.outline).not.toBe("7px");
    expect(refused.violations.map(({ what }) => what).sort()).toEqual(["script-src-attr", "script-src-elem", "style-src-elem"]);
    expect(refused.violations[0]?.policy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });
});

describe("network from the page", () => {
  it.each(["fetch", "image", "script", "style", "frame", "beacon", "event-source", "web-socket", "worker"] as const)(
    "is refused: %s",
    async (way) => {
      const outcome = await running.page.evaluate(
        async ([kind, base]) => {
          const element = (name: "img" | "script" | "link" | "iframe", set: (made: HTMLElement) => void) =>
            new Promise<string>((done) => {
              const made = document.createElement(name);
              made.addEventListener("load", () => done(name === "iframe" ? "frame loaded" : "loaded"));
              made.addEventListener("error", () => done("refused"));
              set(made);
              document.body.append(made);
              setTimeout(() => done("nothing"), 1500);
            });
          try {
            switch (kind) {
              case "fetch":
                return (await fetch(`${base}/fetch`, { mode: "no-cors" })).type;
              case "image":
                return await element("img", (made) => made.setAttribute("src", `${base}/image`));
              case "script":
                return await element("script", (made) => made.setAttribute("src", `${base}/script`));
              case "style":
                return await element("link", (made) => {
                  made.setAttribute("rel", "stylesheet");
                  made.setAttribute("href", `${base}/style`);
                });
              case "frame":
                return await element("iframe", (made) => made.setAttribute("src", `${base}/frame`));
              case "beacon":
                return String(navigator.sendBeacon(`${base}/beacon`, "x"));
              case "event-source":
                return await new Promise<string>((done) => {
                  const source = new EventSource(`${base}/events`);
                  source.onopen = () => done("open");
                  source.onerror = () => done("refused");
                });
              case "web-socket":
                return await new Promise<string>((done) => {
                  const socket = new WebSocket(`${base.replace("http", "ws")}/socket`);
                  socket.onopen = () => done("open");
                  socket.onerror = () => done("refused");
                });
              default:
                return String(new Worker(`${base}/worker`));
            }
          } catch (error) {
            return `refused: ${String(error).slice(0, 80)}`;
          }
        },
        [way, outsideUrl] as const,
      );
      expect(outcome).not.toMatch(/^(loaded|open|opaque|basic)$/);
      expect(reached).toEqual([]);
    },
  );

  it("is refused by the session as well, where no page policy applies", async () => {
    const outcome = await running.app.evaluate(({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      return window.loadURL(url).then(
        () => "loaded",
        (error: Error) => {
          window.destroy();
          return error.message;
        },
      );
    }, `${outsideUrl}/session`);
    expect(outcome).toContain("ERR_BLOCKED_BY_CLIENT");
    expect(reached).toEqual([]);
  });

  it("finds no way out for a peer connection", async () => {
    const candidates = await running.page.evaluate(async () => {
      const connection = new RTCPeerConnection();
      const found: string[] = [];
      connection.onicecandidate = ({ candidate }) => {
        if (candidate?.candidate) found.push(candidate.candidate);
      };
      connection.createDataChannel("x");
      await connection.setLocalDescription(await connection.createOffer());
      await new Promise<void>((done) => {
        const look = () => (connection.iceGatheringState === "complete" ? done() : setTimeout(look, 50));
        look();
      });
      connection.close();
      return found;
    });
    expect(candidates).toEqual([]);
  });
});

describe("leaving the page", () => {
  it.each([
    () => `${outsideUrl}/navigation`,
    () => "https://example.com/",
    () => "file:///etc/passwd",
    () => "app://other/",
    () => "app://preflight/assets/../../../package.json",
    () => "mailto:someone@example.com",
  ])("is refused: navigation %#", async (target) => {
    await running.page.evaluate((url) => {
      Object.assign(globalThis, { stillHere: true });
      location.href = url;
    }, target());
    await running.page.waitForTimeout(300);
    expect(running.page.url()).toBe("app://preflight/");
    expect(await running.page.evaluate(() => "stillHere" in globalThis)).toBe(true);
    expect(reached).toEqual([]);
  });

  it("is refused: new windows, by script and by link", async () => {
    const before = running.app.windows().length;
    const opened = await running.page.evaluate((url) => {
      const link = document.createElement("a");
      link.href = url;
      link.target = "_blank";
      document.body.append(link);
      link.click();
      link.remove();
      return [window.open(url), window.open("app://preflight/"), window.open("about:blank")].map((handle) => handle === null);
    }, `${outsideUrl}/window`);
    expect(opened).toEqual([true, true, true]);
    expect(running.app.windows().length).toBe(before);
    expect(reached).toEqual([]);
  });

  it("is refused: downloads", async () => {
    const started = await running.app.evaluate(async ({ BrowserWindow, session }) => {
      const outcome = new Promise<string>((done) => {
        session.defaultSession.once("will-download", (event) => done(event.defaultPrevented ? "refused" : "started"));
        setTimeout(() => done("no download"), 1500);
      });
      await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `{ const link = document.createElement("a"); link.href = "data:application/octet-stream,x"; link.download = "x.bin"; link.click(); }`,
        true,
      );
      return outcome;
    });
    expect(started).not.toBe("started");
  });
});

describe("permissions", () => {
  it.each(["geolocation", "notifications", "camera", "microphone", "clipboard-read", "midi", "persistent-storage"])(
    "are denied: %s",
    async (name) => {
      const state = await running.page.evaluate(
        (wanted) => navigator.permissions.query({ name: wanted as PermissionName }).then(({ state }) => state, String),
        name,
      );
      expect(state).toBe("denied");
    },
  );

  it("are denied when they are asked for", async () => {
    const answers = await running.page.evaluate(async () => ({
      notification: await Notification.requestPermission(),
      location: await new Promise((done) =>
        navigator.geolocation.getCurrentPosition(
          () => done("given"),
          (error) => done(error.code),
        ),
      ),
      camera: await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
        () => "given",
        (error: Error) => error.name,
      ),
      clipboard: await navigator.clipboard.readText().then(
        () => "given",
        (error: Error) => error.name,
      ),
    }));
    expect(answers).toMatchObject({ notification: "denied", location: 1, clipboard: "NotAllowedError" });
    expect(answers.camera).toMatch(/^(NotAllowedError|NotFoundError)$/);
  });

  it("allow one thing: copying the helpdesk code", async () => {
    const allowed = await running.page.evaluate(() =>
      navigator.permissions.query({ name: "clipboard-write" as PermissionName }).then(({ state }) => state),
    );
    expect(allowed).toBe("granted");
  });
});

describe("Node's debugger", () => {
  // Not started by Playwright, which opens a debugger to steer the app.
  it("is not opened by SIGUSR1, which would let every user of this PC in", async () => {
    const somebody = newPerson("en");
    const child = spawn(binary, launchArguments, { env: somebody.env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    const ended = new Promise((done) => child.once("exit", done));
    const journal = join(somebody.folder, "state/telework-preflight/journal.jsonl");
    await expect.poll(() => existsSync(journal) && readFileSync(journal, "utf8").includes('"started"'), { timeout: 30_000 }).toBe(true);
    child.kill("SIGUSR1");
    // A second start asks the first to come forward and ends: the first lives, and has had its turn since the signal.
    const second = spawn(binary, launchArguments, { env: somebody.env, stdio: "ignore" });
    expect(await new Promise((done) => second.once("exit", done))).toBe(0);
    expect(said).not.toContain("Debugger listening");
    expect(child.exitCode).toBeNull();
    child.kill("SIGTERM");
    await ended;
    somebody.forget();
  });
});
