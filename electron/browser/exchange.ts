import type { IncomingMessage, ServerResponse } from "node:http";
import { pageHeaders } from "../page/pageHeaders.ts";

/** One request and its answer. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly pathname: string;
}

/** An answer that is all JSON. */
export function answerJson({ response }: Exchange, status: number, body: unknown): void {
  response.writeHead(status, { ...pageHeaders("self"), "Content-Type": "application/json" }).end(JSON.stringify(body));
}

/** An answer without reading the rest of the request: the connection ends with it. */
export function refuse(exchange: Exchange, status: number, error: string): void {
  exchange.response.setHeader("Connection", "close");
  answerJson(exchange, status, { error });
}

/** True when the request says that its body is JSON: a form of another page cannot. */
export function isJson({ request }: Exchange): boolean {
  return request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase() === "application/json";
}
