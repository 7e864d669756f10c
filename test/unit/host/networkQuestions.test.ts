import { afterEach, describe, expect, it } from "vitest";
import type { Command } from "../../../electron/host/commands/command.ts";
import { decodeUtf8 } from "../../../electron/host/decode.ts";
import type { Host, HttpResult } from "../../../electron/host/host.ts";
import { memoHost } from "../../../electron/host/memoHost.ts";
import { createNodeHost, withSubject } from "../../../electron/host/nodeHost.ts";
import { httpServer, type Listening, rawServer, tlsServer } from "../../support/badServers.ts";
import { inTime } from "../../support/inTime.ts";
import { selfSigned } from "../../support/selfSigned.ts";

// The real host against servers of the test's own, on the loopback.
const host = createNodeHost("linux");
const forever = new AbortController().signal;
const open: Listening[] = [];
const kept = async (server: Promise<Listening>) => {
  const listening = await server;
  open.push(listening);
  return listening;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});
const text = (result: HttpResult) => (result.outcome === "answered" ? decodeUtf8(result.body) : result.outcome);

describe("a page", () => {
  it.each([
    ["200 with a text", 200, {}, "success\n"],
    ["204 with nothing", 204, {}, ""],
    ["302 to somewhere", 302, { location: "http://login.example/?a=1" }, ""],
    ["307", 307, { location: "https://login.example/" }, "moved"],
    ["511", 511, {}, "sign in"],
    ["404", 404, {}, "nothing"],
  ] as const)("that answers %s is reported as it is", async (_, status, headers, body) => {
    const server = await kept(httpServer((_request, response) => response.writeHead(status, headers).end(body)));
    const result = await host.httpProbe(server.url, forever);
    expect(result).toMatchObject({ outcome: "answered", status, location: "location" in headers ? headers.location : null });
    expect(text(result)).toBe(body);
  });

  it("is asked once, and a redirect is not followed, though it leads to the same server", async () => {
    const asked: string[] = [];
    const server = await kept(
      httpServer((request, response) => {
        asked.push(request.url ?? "");
        response.writeHead(302, { location: `http://${request.headers.host}/next` }).end();
      }),
    );
    await host.httpProbe(server.url, forever);
    expect(asked).toEqual(["/"]);
  });

  it("is told nothing about this PC", async () => {
    let headers: NodeJS.Dict<string | string[]> = {};
    let method = "";
    const server = await kept(
      httpServer((request, response) => {
        headers = request.headers;
        method = request.method ?? "";
        response.end("ok");
      }),
    );
    await host.httpProbe(`${server.url}check`, forever);
    expect(method).toBe("GET");
    expect(Object.keys(headers).sort()).toEqual(["cache-control", "connection", "host", "user-agent"]);
    expect(headers["user-agent"]).toBe("Preflight");
  });

  it("is asked directly, whatever proxy the environment names", async () => {
    let throughProxy = 0;
    const proxy = await kept(
      rawServer((socket) => {
        throughProxy += 1;
        socket.destroy();
      }),
    );
    const server = await kept(httpServer((_request, response) => response.end("direct")));
    const before = process.env["http_proxy"];
    process.env["http_proxy"] = proxy.url;
    try {
      expect(text(await host.httpProbe(server.url, forever))).toBe("direct");
    } finally {
      if (before === undefined) delete process.env["http_proxy"];
      else process.env["http_proxy"] = before;
    }
    expect(throughProxy).toBe(0);
  });

  it("of 10 MB is cut after the first KiB, and the rest is not fetched", async () => {
    let sent = 0;
    const chunk = Buffer.alloc(64 * 1024, "x");
    const server = await kept(
      httpServer((_request, response) => {
        response.writeHead(200);
        const more = () => {
          while (sent < 10_000_000 && !response.destroyed) {
            sent += chunk.length;
            if (!response.write(chunk)) return void response.once("drain", more);
          }
        };
        more();
      }),
    );
    const result = await host.httpProbe(server.url, forever);
    expect(result.outcome === "answered" && result.body.length).toBe(1024);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(sent).toBeLessThan(10_000_000);
  });

  it("whose server closes without an answer has failed", async () => {
    const server = await kept(rawServer((socket) => socket.once("data", () => socket.destroy())));
    expect(await host.httpProbe(server.url, forever)).toMatchObject({ outcome: "failed" });
  });

  it("whose server closes in the middle has failed: half an answer is none", async () => {
    const server = await kept(
      rawServer((socket) => socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nsucc", () => socket.destroy()))),
    );
    expect(await host.httpProbe(server.url, forever)).toMatchObject({ outcome: "failed" });
  });

  it.each([
    ["no HTTP", "SSH-2.0-OpenSSH_9.9\r\n"],
    ["a header without end", `HTTP/1.1 200 OK\r\nx: ${"y".repeat(200_000)}`],
    ["two contradictory lengths", "HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\nhello"],
  ])("that is %s has failed", async (_, answer) => {
    const server = await kept(rawServer((socket) => socket.once("data", () => socket.write(answer))));
    expect(await host.httpProbe(server.url, forever)).toMatchObject({ outcome: "failed" });
  });

  it("that nobody serves is unreachable", async () => {
    const server = await rawServer(() => undefined);
    await server.close();
    expect(await host.httpProbe(server.url, forever)).toMatchObject({ outcome: "unreachable", detail: "ECONNREFUSED" });
  });

  it.each(["http://127.0.0.1:99999/", "http://", "nonsense", "ftp://127.0.0.1/", "https://127.0.0.1:1/"])(
    "%s is no page, and that is an answer",
    async (url) => {
      expect(await host.httpProbe(url, forever)).toMatchObject({ outcome: "failed" });
    },
  );

  it("that hangs before, within or after its headers is given up after three seconds", async () => {
    const silent = await kept(rawServer(() => undefined));
    const within = await kept(rawServer((socket) => socket.once("data", () => socket.write("HTTP/1.1 200 OK\r\nx-a: "))));
    const after = await kept(httpServer((_request, response) => void response.writeHead(200).write("succ")));
    const dripping = await kept(
      httpServer((_request, response) => {
        const timer = setInterval(() => response.write("."), 50);
        response.on("close", () => clearInterval(timer));
      }),
    );
    const result = await inTime(Promise.all([silent, within, after, dripping].map(({ url }) => host.httpProbe(url, forever))), 3_900);
    expect(result.map(({ outcome }) => outcome)).toEqual(["timeout", "timeout", "timeout", "timeout"]);
  });

  it("is given up at once when the caller gives up, and the connection with it", async () => {
    let closed = 0;
    const controller = new AbortController();
    const server = await kept(
      rawServer((socket) => {
        socket.resume().on("close", () => (closed += 1));
        socket.once("data", () => controller.abort());
      }),
    );
    const result = await inTime(host.httpProbe(server.url, controller.signal), 1_000);
    expect(result).toEqual({ outcome: "timeout", detail: "cancelled" });
    await expect.poll(() => closed).toBe(1);
    expect(await host.httpProbe(server.url, AbortSignal.abort())).toEqual({ outcome: "timeout", detail: "cancelled" });
  });
});

describe("a TLS server", () => {
  it.each(["ec", "rsa"] as const)("is known by the pin of its key, %s, and by the way to it", async (kind) => {
    const { key, cert, pin } = selfSigned(kind);
    const server = await kept(tlsServer({ key, cert }));
    expect(await host.tlsPeer("127.0.0.1", server.port, forever)).toEqual({
      outcome: "answered",
      pin,
      localAddress: "127.0.0.1",
      interface: "lo",
    });
  });

  it("has another pin with another key, also under the same name", async () => {
    const [first, second] = [selfSigned(), selfSigned()];
    const server = await kept(tlsServer({ key: second.key, cert: second.cert }));
    const result = await host.tlsPeer("127.0.0.1", server.port, forever);
    expect(result.outcome === "answered" && result.pin).toBe(second.pin);
    expect(second.pin).not.toBe(first.pin);
  });

  it("is not refused for the date of its certificate: the key is what counts", async () => {
    const { key, cert, pin } = selfSigned("ec", "20210101000000Z");
    const server = await kept(tlsServer({ key, cert }));
    expect(await host.tlsPeer("127.0.0.1", server.port, forever)).toMatchObject({ outcome: "answered", pin });
  });

  it("is told its name, and of an address, which is none, nothing", async () => {
    const { key, cert } = selfSigned();
    const names: string[] = [];
    const SNICallback = (name: string, done: (error: Error | null) => void) => {
      names.push(name);
      done(null);
    };
    const server = await kept(tlsServer({ key, cert, SNICallback }));
    await host.tlsPeer("127.0.0.1", server.port, forever);
    await host.tlsPeer("localhost", server.port, forever);
    expect(names).toEqual(["localhost"]);
  });

  it("that wants a certificate from us has shown its own before", async () => {
    const { key, cert, pin } = selfSigned();
    const server = await kept(tlsServer({ key, cert, requestCert: true, rejectUnauthorized: true }));
    expect(await host.tlsPeer("127.0.0.1", server.port, forever)).toMatchObject({ outcome: "answered", pin });
  });

  it.each([
    ["closes at once", (socket: { destroy(): unknown }) => void socket.destroy()],
    ["speaks HTTP", (socket: { write(text: string): unknown }) => void socket.write("HTTP/1.1 400 Bad Request\r\n\r\n")],
    ["sends noise", (socket: { write(bytes: Buffer): unknown }) => void socket.write(Buffer.alloc(4096, 0x16))],
  ])("that %s proves nothing", async (_, behave) => {
    const server = await kept(rawServer(behave as Parameters<typeof rawServer>[0]));
    expect(await host.tlsPeer("127.0.0.1", server.port, forever)).toMatchObject({ outcome: "failed" });
  });

  it("that is not there is unreachable", async () => {
    const server = await rawServer(() => undefined);
    await server.close();
    expect(await host.tlsPeer("127.0.0.1", server.port, forever)).toMatchObject({ outcome: "unreachable", detail: "ECONNREFUSED" });
  });

  it("that accepts and says nothing is given up after three seconds", async () => {
    const server = await kept(rawServer(() => undefined));
    const started = performance.now();
    const result = await inTime(host.tlsPeer("127.0.0.1", server.port, forever), 3_900);
    expect(result).toMatchObject({ outcome: "timeout" });
    expect(performance.now() - started).toBeGreaterThan(2_500);
  });

  it("is given up at once when the caller gives up", async () => {
    const controller = new AbortController();
    const server = await kept(rawServer((socket) => socket.once("data", () => controller.abort())));
    const result = await inTime(host.tlsPeer("127.0.0.1", server.port, controller.signal), 1_000);
    expect(result).toEqual({ outcome: "timeout", detail: "cancelled" });
    expect(await host.tlsPeer("127.0.0.1", server.port, AbortSignal.abort())).toEqual({ outcome: "timeout", detail: "cancelled" });
  });

  it.each([-1, 65536, 0.5])("on port %s is no server, and that is an answer", async (port) => {
    expect(await host.tlsPeer("127.0.0.1", port, forever)).toMatchObject({ outcome: "failed" });
  });
});

describe("the host of one run", () => {
  it("asks each server and page once, whoever wants to know", async () => {
    const asked: string[] = [];
    const inner: Host = {
      ...host,
      tlsPeer: async (server, port) => {
        asked.push(`${server}:${port}`);
        return { outcome: "unreachable", detail: "" };
      },
      httpProbe: async (url) => {
        asked.push(url);
        return { outcome: "unreachable", detail: "" };
      },
    };
    const memo = memoHost(inner);
    await Promise.all([memo.tlsPeer("a", 443, forever), memo.tlsPeer("a", 443, forever), memo.tlsPeer("a", 8443, forever)]);
    await Promise.all([memo.httpProbe("http://a/", forever), memo.httpProbe("http://a/", forever)]);
    expect(asked).toEqual(["a:443", "a:8443", "http://a/"]);
  });

  it("hands the watch of the network through", () => {
    let told = 0;
    const inner: Host = {
      ...host,
      watchNetwork: (onChange) => {
        onChange();
        return () => undefined;
      },
    };
    memoHost(inner).watchNetwork(() => {
      told += 1;
    });
    expect(told).toBe(1);
  });
});

describe("the interfaces", () => {
  it("are those of the OS, with the loopback marked as inside", () => {
    const loopback = host.interfaces().find(({ interface: name, family }) => name === "lo" && family === 4);
    expect(loopback).toEqual({ interface: "lo", address: "127.0.0.1", family: 4, prefix: 8, mac: "00:00:00:00:00:00", internal: true });
    for (const { family, prefix, mac } of host.interfaces()) {
      expect(prefix).toBeLessThanOrEqual(family === 4 ? 32 : 128);
      expect(mac).toMatch(/^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/);
    }
  });
});

describe("a command about one interface", () => {
  const about: Command = {
    platform: "macos",
    files: ["/usr/sbin/ipconfig"],
    args: ["getsummary", "{interface}"],
    timeoutMs: 1000,
    subject: "interface",
  };
  const { subject: _, ...plain } = about;

  it.each(["en0", "utun10", "bridge100", "eth0.5", "wlx00c0ca000000", "a".repeat(32)])("takes the name %s, as it is", (name) => {
    expect(withSubject(about, name).args).toEqual(["getsummary", name]);
  });

  it.each([
    "-x",
    "--help",
    "en0;rm",
    "en0 en1",
    "",
    "../en0",
    "en0\n",
    "$(id)",
    "`id`",
    "en0\u0000",
    "カフェ",
    "{interface}",
    "%SystemRoot%",
    "a".repeat(33),
  ])("refuses %j, which no OS gives", (name) => {
    expect(() => withSubject(about, name)).toThrow(RangeError);
  });

  it("is not run without a name, nor another command with one", async () => {
    expect(() => withSubject(about, undefined)).toThrow(RangeError);
    expect(() => withSubject(plain, "en0")).toThrow(RangeError);
    expect(withSubject(plain, undefined)).toBe(plain);
    await expect(host.run("ip-link", forever, "eth0")).rejects.toThrow(RangeError);
  });
});
