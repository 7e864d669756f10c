import { writeFileSync } from "node:fs";
import { createServer as createHttpServer, type ServerResponse } from "node:http";
import { createServer } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import type { SelfSigned } from "../../support/selfSigned.ts";
import { pages, tlsPorts } from "./farServers.ts";

// The servers of the far side, good and bad, until they are ended. The argument: key and certificate of the office's server; a file says when all listen.
const [office = "", ready = ""] = process.argv.slice(2);
const { key, cert } = JSON.parse(office) as SelfSigned;
process.on("uncaughtException", () => undefined); // clients that leave early are what this is for

const answers: Readonly<Record<keyof typeof pages, (response: ServerResponse) => void>> = {
  success: (response) => response.end("success\n"),
  empty: (response) => response.writeHead(204).end(),
  redirect: (response) => response.writeHead(302, { location: "http://login.example/portal" }).end(),
  replaced: (response) => response.end("<html>Welcome to the hotel. Please sign in.</html>"),
  signIn: (response) => response.writeHead(511).end("sign in"),
  broken: (response) => response.writeHead(503).end("success\n"),
  hangs: () => undefined,
  endless: (response) => {
    const chunk = Buffer.alloc(64 * 1024, "x");
    let left = 160;
    const more = () => {
      while (left > 0) {
        left -= 1;
        if (!response.write(chunk)) return void response.once("drain", more);
      }
      response.end();
    };
    more();
  },
  closesEarly: (response) => {
    response.writeHead(200, { "content-length": 100 }).write("succ");
    setTimeout(() => response.destroy(), 20);
  },
};
const open: Promise<void>[] = [];
const listen = (server: ReturnType<typeof createServer>, port: number) => {
  open.push(new Promise((resolve) => void server.listen(port, "0.0.0.0", resolve)));
};
for (const [name, port] of Object.entries(pages)) {
  listen(
    createHttpServer((_request, response) => answers[name as keyof typeof pages](response)),
    port,
  );
}
listen(
  createTlsServer({ key, cert }).on("tlsClientError", () => undefined),
  tlsPorts.office,
);
listen(
  createServer(() => undefined),
  tlsPorts.silent,
);
listen(
  createHttpServer((_request, response) => response.end("no TLS")),
  tlsPorts.plain,
);
listen(
  createServer((socket) => socket.destroy()),
  tlsPorts.closes,
);
await Promise.all(open);
writeFileSync(ready, "");
