import type { IncomingMessage } from "node:http";
import { plainJson } from "../../shared/plainJson.ts";

export type Body =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: "too-large" | "not-json" | "broken-off"; readonly status: 400 | 413 };

/** Reads a JSON body of at most `limit` bytes; stops reading where the limit is passed, whatever the length header claims. */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > limit) return { ok: false, code: "too-large", status: 413 };
  const parts: Buffer[] = [];
  let size = 0;
  try {
    // The answer is still to be sent over the same connection, so leaving the loop must not tear it down.
    for await (const part of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > limit) return { ok: false, code: "too-large", status: 413 };
      parts.push(part);
    }
  } catch {
    return { ok: false, code: "broken-off", status: 400 }; // the client has gone
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(parts));
  } catch {
    return { ok: false, code: "not-json", status: 400 };
  }
  const read = plainJson(text);
  return read.ok ? { ok: true, value: read.value } : { ok: false, code: "not-json", status: 400 };
}
