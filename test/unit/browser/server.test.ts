import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pageDoor } from "../../../electron/browser/browserDoor.ts";
import { type BrowserServer, startBrowserServer } from "../../../electron/browser/server.ts";
import { createHandlers } from "../../../electron/ipc/handlers.ts";
import { createPreviewPages, type PreviewPages } from "../../../electron/ipc/previewPages.ts";
import { createGate } from "../../../electron/ipc/serve.ts";
import { enter } from "../../support/enter.ts";
import { exampleSnapshot, type FakeService, fakeService } from "../../support/fakeService.ts";

interface Wish {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

const folder = mkdtempSync(join(tmpdir(), "preflight-host-"));
let service: FakeService;
let pages: PreviewPages;
let server: BrowserServer;
let port: number;
let origin: string;
let token: string;
const next: string[] = [];

beforeEach(async () => {
  const root = join(folder, "renderer");
  mkdirSync(root, { recursive: true });
  writeFileSync(join(root, "index.html"), "<p>page</p>");
  writeFileSync(join(folder, "secret.html"), "secret");
  service = fakeService();
  pages = createPreviewPages();
  const handlers = createHandlers({ service, checks: [], door: pageDoor, pages });
  next.length = 0;
  const onNextAddress = (address: string) => next.push(address);
  server = await startBrowserServer({ gate: createGate(handlers, () => undefined), service, root, pages, onNextAddress });
  const url = new URL(server.address);
  port = Number(url.port);
  origin = url.origin;
  token = (await enter(server.address)) ?? "";
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Plain HTTP, so that every header can be wrong on purpose. */
function ask({ method = "GET", path = "/", headers = {}, body }: Wish): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, method, path, headers: { connection: "close", ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(parts).toString("utf8") }));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const call = (headers: Record<string, string | undefined> = {}, parts: Wish = {}): Promise<Answer> => {
  const all = { origin, "content-type": "application/json", "x-preflight-token": token, ...headers };
  const given = Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  return ask({ method: "POST", path: "/api/call/run.start", body: "{}", headers: given, ...parts });
};

describe("the browser host", () => {
  it("is opened by a ticket of 32 bytes in the fragment, which gives the token once and is another than the token", async () => {
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    const ticket = new URLSearchParams(new URL(server.address).hash.slice(1)).get("ticket") ?? "";
    expect(Buffer.from(ticket, "base64url")).toHaveLength(32);
    expect(server.address).not.toContain(token);
    // What a browser's history keeps opens nothing.
    expect(await enter(server.address)).toBeNull();
    // The next address does, once, and is told when the one before was used.
    const [second = ""] = next;
    expect(next).toHaveLength(1);
    expect(second).not.toBe(server.address);
    expect([await enter(second), await enter(second)]).toEqual([token, null]);
    expect(next).toHaveLength(2);
  });

  it.each(["", "{}", '{"ticket":5}', '{"ticket":"x"}', '{"ticket":""}', `{"ticket":"${"x".repeat(2000)}"}`])(
    "takes no other ticket: %s",
    async (body) => {
      const answer = await ask({ method: "POST", path: "/api/enter", headers: { origin, "content-type": "application/json" }, body });
      expect([400, 403, 413]).toContain(answer.status);
      expect(answer.text).not.toContain(token);
      expect(next).toHaveLength(1);
    },
  );

  it("gives the token to no other origin, no other host and no form", async () => {
    const body = JSON.stringify({ ticket: new URLSearchParams(new URL(next[0] ?? "").hash.slice(1)).get("ticket") });
    const own = { origin, "content-type": "application/json" };
    const wrong = [{ ...own, origin: "https://attacker.example" }, { ...own, host: "attacker.example" }, { "content-type": own["content-type"] }];
    for (const headers of [...wrong, { ...own, "content-type": "text/plain" }]) {
      expect([403, 415]).toContain((await ask({ method: "POST", path: "/api/enter", headers, body })).status);
    }
    expect((await ask({ path: "/api/enter", headers: own })).status).toBe(405);
    // The ticket is still good.
    expect((await ask({ method: "POST", path: "/api/enter", headers: own, body })).status).toBe(200);
  });

  it("gives another host other secrets", async () => {
    const gate = createGate({} as never, () => undefined);
    const other = await startBrowserServer({ gate, service, root: folder, pages, onNextAddress: () => undefined });
    expect(new URL(other.address).hash).not.toBe(new URL(server.address).hash);
    expect(await enter(other.address)).not.toBe(token);
    await other.close();
  });

  it("answers a call of its own page", async () => {
    const { status, text, headers } = await call();
    expect([status, JSON.parse(text)]).toEqual([200, { value: { ok: true } }]);
    expect(headers["content-type"]).toBe("application/json");
    expect(service.heard).toEqual([["run", { checks: undefined }]]);
  });

  it("serves the page under the strict policy, not to be sniffed, stored or framed", async () => {
    const { status, text, headers } = await ask({});
    expect([status, text]).toEqual([200, "<p>page</p>"]);
    expect(headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
    expect(headers["content-security-policy"]).toContain("connect-src 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  });

  it("shows a report that is kept for a look to who knows its address, under the report's own policy and in our frame alone", async () => {
    const path = pages.keep("<!doctype html><p>report</p>");
    const { status, text, headers } = await ask({ path });
    expect([status, text]).toEqual([200, "<!doctype html><p>report</p>"]);
    const policy = headers["content-security-policy"];
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox$/);
    expect(headers).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store" });
    expect((await ask({ path, headers: { host: "attacker.example" } })).status).toBe(403);
    expect((await ask({ path, headers: { origin: "https://attacker.example" } })).status).toBe(403);
    expect((await ask({ path, method: "POST", headers: { origin } })).status).toBe(404);
    pages.keep("another");
    for (const gone of [path, "/preview/", "/preview/x"]) expect((await ask({ path: gone })).status, gone).toBe(404);
  });

  it.each(["attacker.example", "localhost", "127.0.0.1", "127.0.0.1:1", "[::1]"])("refuses the Host %s, for files and calls", async (host) => {
    expect((await ask({ headers: { host } })).status).toBe(403);
    const { status, text } = await call({ host });
    expect([status, JSON.parse(text)]).toEqual([403, { error: "wrong-host" }]);
    expect(service.heard).toEqual([]);
  });

  it.each(["https://attacker.example", "null", "http://localhost", "http://127.0.0.1:1", ""])("refuses the Origin %j", async (wrong) => {
    const { status, text } = await call({ origin: wrong });
    expect([status, JSON.parse(text)]).toEqual([403, { error: "wrong-origin" }]);
    expect(service.heard).toEqual([]);
  });

  it("refuses a call without an Origin", async () => {
    expect((await call({ origin: undefined })).status).toBe(403);
    expect(service.heard).toEqual([]);
  });

  it("refuses a call or the events without the token or with a wrong one", async () => {
    for (const wrong of [undefined, "", "x", token.slice(1), `${token}x`, token.toUpperCase()]) {
      const { status, text } = await call({ "x-preflight-token": wrong });
      expect([status, JSON.parse(text)], String(wrong)).toEqual([403, { error: "wrong-token" }]);
      expect((await ask({ path: "/api/events", headers: wrong === undefined ? {} : { "x-preflight-token": wrong } })).status).toBe(403);
    }
    expect((await ask({ path: `/api/events?token=${token}` })).status).toBe(403);
    expect(service.heard).toEqual([]);
  });

  it("grants no other origin anything in a preflight request", async () => {
    const headers = { origin: "https://attacker.example", "access-control-request-method": "POST" };
    const answer = await ask({ method: "OPTIONS", path: "/api/call/run.start", headers });
    expect(answer.status).toBe(403);
    expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });

  it.each(["/../secret.html", "/%2e%2e/secret.html", "/..%2fsecret.html", "/..%5csecret.html"])("does not leave its folder for %s", async (path) => {
    const { status, text } = await ask({ path });
    expect(status).toBe(400);
    expect(text).not.toContain("secret\n");
  });

  it("refuses a body over 64 KiB, announced or not", async () => {
    const body = JSON.stringify({ checks: ["x".repeat(65 * 1024)] });
    const announced = await call({}, { body });
    expect([announced.status, JSON.parse(announced.text)]).toEqual([413, { error: "too-large" }]);
    const streamed = await call({ "transfer-encoding": "chunked" }, { body });
    expect([streamed.status, JSON.parse(streamed.text)]).toEqual([413, { error: "too-large" }]);
    expect(service.heard).toEqual([]);
  });

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"])(
    "refuses the content type %s",
    async (type) => {
      expect((await call({ "content-type": type })).status).toBe(415);
      expect((await call({ "content-type": undefined })).status).toBe(415);
      expect(service.heard).toEqual([]);
    },
  );

  it.each(["", "{", "undefined", '{"checks":'])("refuses a body that is not JSON: %j", async (body) => {
    const { status, text } = await call({}, { body });
    expect([status, JSON.parse(text)]).toEqual([400, { error: "not-json" }]);
  });

  it("passes the gate's refusals on with their codes", async () => {
    const garbage = await call({}, { body: '{"checks":5}' });
    expect([garbage.status, JSON.parse(garbage.text)]).toEqual([400, { error: "bad-input" }]);
    const unknown = await call({}, { path: "/api/call/constructor" });
    expect([unknown.status, JSON.parse(unknown.text)]).toEqual([404, { error: "unknown-call" }]);
    const elsewhere = await ask({ path: "/api/other", headers: { "x-preflight-token": token } });
    expect([elsewhere.status, JSON.parse(elsewhere.text)]).toEqual([404, { error: "unknown-call" }]);
  });

  it("does not take calls by GET, nor files by POST", async () => {
    expect((await ask({ path: "/api/call/run.start", headers: { "x-preflight-token": token } })).status).toBe(405);
    expect((await ask({ method: "POST", path: "/", headers: { origin } })).status).toBe(405);
  });

  it("offers the report as a download, never as a path", async () => {
    const body = JSON.stringify({ format: "html", language: "ja", readable: [] });
    const shown = JSON.parse((await call({}, { path: "/api/call/report.preview", body })).text).value;
    const { text } = await call({}, { path: "/api/call/report.save", body: JSON.stringify({ id: shown.id }) });
    expect(JSON.parse(text)).toEqual({ value: { ok: true, how: "download", fileName: "report.html", content: "<p>report</p>" } });
  });

  it("streams the current state first, then each change, and forgets a page that went away", async () => {
    const response = await fetch(`${origin}/api/events`, { headers: { "x-preflight-token": token } });
    expect(response.headers.get("content-type")).toBe("application/x-ndjson");
    const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => JSON.parse((await reader.read()).value ?? "");
    expect(await next()).toEqual({ event: "snapshot", value: exampleSnapshot() });
    service.become(exampleSnapshot({ helpdeskCode: "C622-2062-HJTT" }));
    expect(await next()).toMatchObject({ event: "snapshot", value: { helpdeskCode: "C622-2062-HJTT" } });
    expect(service.subscribers()).toBe(1);
    await reader.cancel();
    await expect.poll(() => service.subscribers()).toBe(0);
  });

  it("ends the stream when a state cannot be sent, so that the page shows no light of an older one", async () => {
    const response = await fetch(`${origin}/api/events`, { headers: { "x-preflight-token": token } });
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    expect((await reader.read()).done).toBe(false);
    service.become({ ...exampleSnapshot(), helpdeskCode: 5 as unknown as string });
    await expect(reader.read()).rejects.toThrow();
    await expect.poll(() => service.subscribers()).toBe(0);
    service.become(exampleSnapshot());
  });

  it("listens on 127.0.0.1 and on no other address of this machine", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter(({ family, address }) => family === "IPv4" && !address.startsWith("127."))
      .map(({ address }) => address);
    // 127.0.0.2 is loopback too: a server on 0.0.0.0 would answer there, on any Linux.
    for (const address of [...others, ...(process.platform === "linux" ? ["127.0.0.2"] : [])]) {
      const outcome = await new Promise((resolve) => {
        const socket = connect({ host: address, port });
        socket.once("connect", () => resolve("connected"));
        socket.once("error", (error: NodeJS.ErrnoException) => resolve(error.code));
        socket.unref();
      });
      expect(outcome, address).toBe("ECONNREFUSED");
    }
  });

  it("ends open streams when it closes", async () => {
    const response = await fetch(`${origin}/api/events`, { headers: { "x-preflight-token": token } });
    await server.close();
    await expect(response.text()).rejects.toThrow();
    await expect.poll(() => service.subscribers()).toBe(0);
  });
});
