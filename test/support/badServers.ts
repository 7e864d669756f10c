import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { createServer as createTlsServer, type TLSSocket, type TlsOptions } from "node:tls";

export interface Listening {
  readonly port: number;
  readonly url: string;
  close(): Promise<void>;
}

/** On the loopback alone. Open connections are ended with the server. */
async function listening(server: Server): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

export const httpServer = (answer: (request: IncomingMessage, response: ServerResponse) => void) => listening(createHttpServer(answer));
/** Speaks no protocol but the test's own. */
export const rawServer = (onConnection: (socket: Socket) => void) => listening(createServer(onConnection));
export const tlsServer = (options: TlsOptions, onConnection: (socket: TLSSocket) => void = () => undefined) => {
  const server = createTlsServer(options, onConnection);
  server.on("tlsClientError", () => undefined);
  return listening(server);
};
