import { createHash } from "node:crypto";
import { get } from "node:http";
import { connect } from "node:tls";
import type { HttpResult, TlsResult } from "./host.ts";

const limitMs = 3000;
const bodyLimit = 1024;

const unreachable: ReadonlySet<string> = new Set([
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENETDOWN",
  "EADDRNOTAVAIL",
]);

/** Also for what Node throws at once: an address or a port that cannot be one. */
function failure(error: NodeJS.ErrnoException): { readonly outcome: "unreachable" | "failed"; readonly detail: string } {
  return { outcome: unreachable.has(error.code ?? "") ? "unreachable" : "failed", detail: error.code ?? error.message };
}

/**
 * Connects by TLS and takes the key of the certificate, which the handshake proves that the server holds. The chain is not asked: inside servers
 * seldom have a public one, and the policy's pin is stronger. No application data is sent.
 */
export function askTlsPeer(server: string, port: number, signal: AbortSignal, interfaceOf: (address: string) => string | null): Promise<TlsResult> {
  return new Promise<TlsResult>((resolve) => {
    // Certificates are checked against the pin below, not by the list of public authorities.
    const socket = connect({ host: server, port, servername: /^[\d.:]+$/.test(server) ? "" : server, rejectUnauthorized: false });
    const finish = (value: TlsResult) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      socket.removeAllListeners();
      socket.on("error", () => undefined);
      socket.destroy();
      resolve(value);
    };
    const cancel = () => finish({ outcome: "timeout", detail: "cancelled" });
    const timer = setTimeout(() => finish({ outcome: "timeout", detail: `no answer within ${limitMs} ms` }), limitMs);
    signal.addEventListener("abort", cancel, { once: true });
    if (signal.aborted) return cancel();
    socket.on("error", (error) => finish(failure(error)));
    socket.on("secureConnect", () => {
      const key = socket.getPeerX509Certificate()?.publicKey.export({ type: "spki", format: "der" });
      const localAddress = socket.localAddress ?? "";
      if (key === undefined) return finish({ outcome: "failed", detail: "no certificate" });
      const pin = `sha256-${createHash("sha256").update(key).digest("base64")}`;
      finish({ outcome: "answered", pin, localAddress, interface: interfaceOf(localAddress) });
    });
  }).catch(failure);
}

/** One GET without proxy, cookies or redirects; Node's own client, because the browser's would answer from a cache or turn it into https. */
export function askHttp(url: string, signal: AbortSignal): Promise<HttpResult> {
  return new Promise<HttpResult>((resolve) => {
    const finish = (value: HttpResult) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", cancel);
      request.removeAllListeners();
      request.on("error", () => undefined);
      request.destroy();
      resolve(value);
    };
    const request = get(url, { headers: { "cache-control": "no-cache", "user-agent": "Preflight" }, agent: false });
    const cancel = () => finish({ outcome: "timeout", detail: "cancelled" });
    const timer = setTimeout(() => finish({ outcome: "timeout", detail: `no answer within ${limitMs} ms` }), limitMs);
    signal.addEventListener("abort", cancel, { once: true });
    if (signal.aborted) return cancel();
    request.on("error", (error) => finish(failure(error)));
    request.on("response", (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const answer = () =>
        finish({
          outcome: "answered",
          status: response.statusCode ?? 0,
          location: response.headers.location ?? null,
          body: Buffer.concat(chunks).subarray(0, bodyLimit),
        });
      response.on("data", (chunk: Buffer) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= bodyLimit) answer();
      });
      response.on("end", answer);
      response.on("error", (error) => finish(failure(error)));
    });
  }).catch(failure);
}
