import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { pageFolder } from "./buildPage.ts";

export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'";
const types: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

export interface PageServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves the built page on loopback with the product's policy. `api`: answers below `/api/`, where a test plays the browser host. */
export async function servePage(api?: (request: IncomingMessage, response: ServerResponse) => void): Promise<PageServer> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://127.0.0.1").pathname;
    if (path.startsWith("/api/") && api) return api(request, response);
    const file = join(pageFolder, normalize(path === "/" ? "/index.html" : path));
    readFile(file).then(
      (bytes) =>
        response
          .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "content-security-policy": contentSecurityPolicy })
          .end(bytes),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
