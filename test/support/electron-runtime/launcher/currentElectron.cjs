// Brings an old Electron (22, Node 16) up to what the app is written for. Adds what is missing and replaces nothing: on a current Electron it does nothing.
require("core-js/actual");
const { app, protocol, session } = require("electron");
const undici = require("undici");

for (const name of ["fetch", "FormData", "Headers", "Request", "Response"]) globalThis[name] ??= undici[name];
globalThis.crypto ??= require("node:crypto").webcrypto;

AbortSignal.timeout ??= (milliseconds) => {
  const controller = new AbortController();
  const end = () => controller.abort(new DOMException("The operation timed out.", "TimeoutError"));
  setTimeout(end, milliseconds).unref();
  return controller.signal;
};
AbortSignal.any ??= (signals) => {
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    else signal.addEventListener("abort", () => controller.abort(signal.reason), { once: true });
  }
  return controller.signal;
};

/** `protocol.handle` (Electron 25) on top of `registerBufferProtocol`. */
function addHandle(target) {
  if (target.handle) return;
  const answer = async (handler, { url, method, headers, uploadData }) => {
    const body = uploadData ? Buffer.concat(uploadData.map(({ bytes }) => bytes ?? Buffer.alloc(0))) : undefined;
    const response = await handler(new Request(url, { method, headers, ...(body?.length ? { body, duplex: "half" } : {}) }));
    return { statusCode: response.status, headers: Object.fromEntries(response.headers), data: Buffer.from(await response.arrayBuffer()) };
  };
  target.handle = (scheme, handler) => {
    target.registerBufferProtocol(scheme, (request, callback) => {
      answer(handler, request).then(callback, (error) => {
        console.error(`the handler of ${scheme}: failed`, error);
        callback({ error: -2 }); // net::ERR_FAILED
      });
    });
  };
  target.unhandle = (scheme) => target.unregisterProtocol(scheme);
  target.isProtocolHandled = (scheme) => target.isProtocolRegistered(scheme);
}

addHandle(protocol);
app.on("session-created", (created) => addHandle(created.protocol));
app.whenReady().then(() => addHandle(session.defaultSession.protocol));
