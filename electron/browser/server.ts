import { createServer, type Server } from "node:http";
import { isPreviewPath, type PreviewPages } from "../ipc/previewPages.ts";
import type { Gate, GateError } from "../ipc/serve.ts";
import { readPageFile } from "../page/pageFiles.ts";
import { pageHeaders } from "../page/pageHeaders.ts";
import type { PreflightService } from "../services/preflight.ts";
import { admitCaller, admitRequest, type Door, hasOneHost } from "./admission.ts";
import { answerEntry } from "./entry.ts";
import { streamSnapshots } from "./eventStream.ts";
import { answerJson, type Exchange, isJson, refuse } from "./exchange.ts";
import { keepPlaces, type Places } from "./places.ts";
import { readJsonBody } from "./readBody.ts";
import { createTickets, makeSecret, type Tickets } from "./tickets.ts";

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
  /** Called with the address that opens the page next, each time one has been used. */
  readonly onNextAddress: (address: string) => void;
}
export interface BrowserServer {
  /** What the person opens first. It works once. */
  readonly address: string;
  /** Ends open streams too. */
  close(): Promise<void>;
}

async function answerCall(exchange: Exchange, gate: Gate): Promise<void> {
  const { request, pathname } = exchange;
  if (request.method !== "POST") return refuse(exchange, 405, "wrong-method");
  if (!isJson(exchange)) return refuse(exchange, 415, "wrong-content-type");
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

interface House extends BrowserServerParts {
  readonly door: Door;
  readonly places: Places;
  readonly tickets: Tickets;
}

async function answer(exchange: Exchange, house: House): Promise<void> {
  const { request, response, pathname } = exchange;
  const admission = { method: request.method ?? "", headers: request.headers, rawHeaders: request.rawHeaders };
  const refusal = admitRequest(admission, house.door);
  const stranger = admitCaller(admission, house.door);
  house.places.asked(request, response, refusal === null && stranger === null);
  if (!hasOneHost(admission)) return refuse(exchange, 400, "not-one-host");
  if (refusal !== null) return refuse(exchange, 403, refusal);
  if (pathname === "/api/enter") return answerEntry(exchange, house.tickets);
  if (pathname.startsWith("/api/") && stranger !== null) return refuse(exchange, 403, stranger);
  if (pathname.startsWith("/api/call/")) return answerCall(exchange, house.gate);
  if (pathname === "/api/events") return answerEvents(exchange, house);
  if (pathname.startsWith("/api/")) return refuse(exchange, 404, "unknown-call");
  if (isPreviewPath(pathname)) return answerPreview(exchange, house.pages);
  return answerFile(exchange, house.root);
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
  // The page comes back over the connections that it has: they need no new place.
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000, keepAliveTimeout: 120_000 });
  const places = keepPlaces(server);
  const token = makeSecret();
  const port = await listen(server);
  const door = { authority: `${address}:${port}`, token };
  const addressWith = (ticket: string) => `http://${door.authority}/#ticket=${ticket}`;
  const tickets = createTickets(token, (ticket) => parts.onNextAddress(addressWith(ticket)));
  server.on("request", (request, response) => {
    // The path as it came: parsing it as a URL would already resolve "..".
    const pathname = (request.url ?? "").split("?")[0] ?? "";
    answer({ request, response, pathname }, { ...parts, door, places, tickets }).catch(() => response.destroy()); // the client has gone while it was answered
  });
  return {
    address: addressWith(tickets.current()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
