import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isPreviewPath, type PreviewPages } from "../ipc/previewPages.ts";
import type { Gate, GateError } from "../ipc/serve.ts";
import { readPageFile } from "../page/pageFiles.ts";
import { pageHeaders } from "../page/pageHeaders.ts";
import type { PreflightService } from "../services/preflight.ts";
import { admitCaller, admitRequest, type Door, makeToken } from "./admission.ts";
import { streamSnapshots } from "./eventStream.ts";
import { readJsonBody } from "./readBody.ts";

const address = "127.0.0.1";
const bodyLimit = 64 * 1024;

const statusOf: { readonly [E in GateError]: number } = {
  "untrusted-sender": 403,
  "unknown-call": 404,
  "bad-input": 400,
  failed: 500,
  "bad-output": 500,
};

export interface BrowserServerParts {
  readonly gate: Gate;
  readonly service: PreflightService;
  /** The folder of the built page. */
  readonly root: string;
  /** Reports that are kept for a look. */
  readonly pages: PreviewPages;
}
export interface BrowserServer {
  /** What the person opens; the token stands behind the `#`. */
  readonly address: string;
  /** Ends open streams too. */
  close(): Promise<void>;
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pathname: string;
}

function answerJson({ response }: Exchange, status: number, body: unknown): void {
  response.writeHead(status, { ...pageHeaders("self"), "Content-Type": "application/json" }).end(JSON.stringify(body));
}

/** An answer without reading the rest of the request: the connection ends with it. */
function refuse(exchange: Exchange, status: number, error: string): void {
  exchange.response.setHeader("Connection", "close");
  answerJson(exchange, status, { error });
}

async function answerCall(exchange: Exchange, gate: Gate): Promise<void> {
  const { request, pathname } = exchange;
  if (request.method !== "POST") return refuse(exchange, 405, "wrong-method");
  if (request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() !== "application/json") return refuse(exchange, 415, "wrong-content-type");
  const body = await readJsonBody(request, bodyLimit);
  if (!body.ok) return refuse(exchange, body.status, body.code);
  const answer = await gate.call(pathname.slice("/api/call/".length), body.value, { trusted: true });
  answerJson(exchange, "error" in answer ? statusOf[answer.error] : 200, answer);
}

function answerEvents(exchange: Exchange, { gate, service }: BrowserServerParts): void {
  if (exchange.request.method !== "GET") {
    refuse(exchange, 405, "wrong-method");
    return;
  }
  exchange.response.writeHead(200, { ...pageHeaders("self"), "Content-Type": "application/x-ndjson" });
  streamSnapshots(exchange.response, service, gate);
}

async function answerFile(exchange: Exchange, root: string): Promise<void> {
  if (exchange.request.method !== "GET") return refuse(exchange, 405, "wrong-method");
  const file = await readPageFile(root, exchange.pathname);
  if (file.status !== 200) return refuse(exchange, file.status, "no-such-file");
  exchange.response.writeHead(200, { ...pageHeaders("self"), "Content-Type": file.contentType }).end(file.bytes);
}

/** A frame cannot send the token; the random id in the path, known to the page alone, stands for it. */
function answerPreview(exchange: Exchange, pages: PreviewPages): void {
  const page = exchange.request.method === "GET" ? pages.at(exchange.pathname) : null;
  if (page === null) refuse(exchange, 404, "no-such-file");
  else exchange.response.writeHead(200, page.headers).end(page.html);
}

async function answer(exchange: Exchange, door: Door, parts: BrowserServerParts): Promise<void> {
  const { request, pathname } = exchange;
  const admission = { method: request.method ?? "", headers: request.headers };
  const refusal = admitRequest(admission, door) ?? (pathname.startsWith("/api/") ? admitCaller(admission, door) : null);
  if (refusal !== null) return refuse(exchange, 403, refusal);
  if (pathname.startsWith("/api/call/")) return answerCall(exchange, parts.gate);
  if (pathname === "/api/events") return answerEvents(exchange, parts);
  if (pathname.startsWith("/api/")) return refuse(exchange, 404, "unknown-call");
  if (isPreviewPath(pathname)) return answerPreview(exchange, parts.pages);
  return answerFile(exchange, parts.root);
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: address, port: 0 }, () => {
      const bound = server.address();
      if (bound === null || typeof bound === "string") reject(new Error("no port"));
      else resolve(bound.port);
    });
  });
}

/** Serves the page and the contract on 127.0.0.1, on a port that the OS picks, to whoever holds the token. */
export async function startBrowserServer(parts: BrowserServerParts): Promise<BrowserServer> {
  const token = makeToken();
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 });
  server.maxConnections = 64;
  const port = await listen(server);
  const door = { authority: `${address}:${port}`, token };
  server.on("request", (request, response) => {
    // The path as it came: parsing it as a URL would already resolve "..".
    const pathname = (request.url ?? "").split("?")[0] ?? "";
    answer({ request, response, pathname }, door, parts).catch(() => response.destroy()); // the client has gone while it was answered
  });
  return {
    address: `http://${door.authority}/#token=${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
