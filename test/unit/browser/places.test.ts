import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request as httpRequest } from "node:http";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { pageDoor } from "../../../electron/browser/browserDoor.ts";
import { type BrowserServer, startBrowserServer } from "../../../electron/browser/server.ts";
import { createHandlers } from "../../../electron/ipc/handlers.ts";
import { createPreviewPages } from "../../../electron/ipc/previewPages.ts";
import { createGate } from "../../../electron/ipc/serve.ts";
import { enter } from "../../support/enter.ts";
import { fakeService } from "../../support/fakeService.ts";

const folder = mkdtempSync(join(tmpdir(), "preflight-places-"));
let server: BrowserServer;
let port: number;
let origin: string;
let token: string;
const strangers = new Set<Socket>();

beforeEach(async () => {
  writeFileSync(join(folder, "index.html"), "<p>page</p>");
  const service = fakeService();
  const pages = createPreviewPages();
  const gate = createGate(createHandlers({ service, checks: [], door: pageDoor, pages }), () => undefined);
  server = await startBrowserServer({ gate, service, root: folder, pages, onNextAddress: () => undefined });
  const url = new URL(server.address);
  port = Number(url.port);
  origin = url.origin;
  token = (await enter(server.address)) ?? "";
});
afterEach(async () => {
  for (const socket of strangers) socket.destroy();
  strangers.clear();
  await server.close();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Stranger {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  readonly heard: () => string;
}

/** Somebody of this PC without the token, as soon as the server has them. */
function stranger(): Promise<Stranger> {
  const socket = connect({ host: "127.0.0.1", port });
  strangers.add(socket);
  let heard = "";
  socket.on("data", (chunk: Buffer) => {
    heard += chunk.toString();
  });
  socket.on("error", () => undefined);
  const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
  return new Promise((resolve) => socket.once("connect", () => resolve({ socket, closed, heard: () => heard })));
}

const crowd = (size: number) => Promise.all(Array.from({ length: size }, stranger));

/** A call of the page; with an agent over a connection that it may keep. */
function call(agent?: Agent): Promise<{ readonly status: number; readonly from: number }> {
  return new Promise((resolve, reject) => {
    const headers = { origin, "content-type": "application/json", "x-preflight-token": token, ...(agent ? {} : { connection: "close" }) };
    const sent = httpRequest(
      { host: "127.0.0.1", port, method: "POST", path: "/api/call/run.start", headers, ...(agent ? { agent } : {}) },
      (response) => {
        const from = response.socket.localPort ?? 0;
        response.resume().on("end", () => resolve({ status: response.statusCode ?? 0, from }));
      },
    );
    sent.on("error", reject);
    sent.end("{}");
  });
}

describe("connections without the token", () => {
  it("that say nothing keep nobody out, however many they are, and are ended", async () => {
    const idle = await crowd(130);
    for (let turn = 0; turn < 10; turn++) expect((await call()).status).toBe(200);
    await Promise.all(idle.map(({ closed }) => closed));
  });

  it("that never come to the end of their headers are ended while they are at it", async () => {
    const slow = await crowd(20);
    for (const { socket } of slow) socket.write("GET / HTTP/1.1\r\nHost: ");
    const timer = setInterval(() => {
      for (const { socket } of slow) if (socket.writable) socket.write("x");
    }, 20);
    await Promise.all(slow.map(({ closed }) => closed));
    clearInterval(timer);
  });

  it("that never come to the end of a body are ended too", async () => {
    const { socket, closed } = await stranger();
    socket.write(
      `POST /api/enter HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{`,
    );
    const timer = setInterval(() => socket.writable && socket.write(" "), 20);
    await closed;
    clearInterval(timer);
  });

  it("that come without end keep nobody out", async () => {
    let coming = true;
    const flood = (async () => {
      while (coming) await crowd(4);
    })();
    for (let turn = 0; turn < 30; turn++) expect((await call()).status).toBe(200);
    coming = false;
    await flood;
  });

  it("get one answer each, with a wrong token or for a file, and keep no place by it", async () => {
    for (const path of ["/", "/api/events"]) {
      const { socket, closed, heard } = await stranger();
      socket.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Preflight-Token: ${"x".repeat(43)}\r\nConnection: keep-alive\r\n\r\n`);
      await closed;
      expect(heard()).toMatch(path === "/" ? /^HTTP\/1\.1 200 / : /^HTTP\/1\.1 403 /);
    }
  });
});

describe("a connection of the page", () => {
  it("is kept, and no crowd takes its place", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const first = await call(agent);
    const idle = await crowd(200);
    const second = await call(agent);
    expect([first.status, second.status, second.from]).toEqual([200, 200, first.from]);
    // The first of the crowd had to go for the last.
    await idle[0]?.closed;
    agent.destroy();
  });
});

describe("a request with two Host headers", () => {
  it.each([
    ["twice the same", (own: string) => [own, own]],
    ["ours first", (own: string) => [own, "attacker.example"]],
    ["ours last", (own: string) => ["attacker.example", own]],
  ])("is no request: %s", async (_which, hosts) => {
    const { socket, closed, heard } = await stranger();
    const lines = hosts(`127.0.0.1:${port}`).map((host, index) => `${index === 0 ? "Host" : "HOST"}: ${host}`);
    socket.write(`GET / HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
    await closed;
    expect(heard()).toMatch(/^HTTP\/1\.1 400 /);
    expect(heard()).not.toContain("<p>page</p>");
  });
});
