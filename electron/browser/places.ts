import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setImmediate as turn } from "node:timers/promises";

/** For whoever has not shown the token. Every user of this PC can connect, so these places are few and short. */
const unprovedPlaces = 64;
/** Time to send a request, headers and all. */
const askingMs = 2_000;
/** Time to take the answer, where there was a request. */
const answeringMs = 10_000;
/** For whoever has: a browser uses six. */
const provedPlaces = 64;

export interface Places {
  /** A request has come over this connection, with the token or without. Without it the connection serves this one request. */
  asked(request: IncomingMessage, response: ServerResponse, proved: boolean): void;
}

/**
 * Gives the connections of a server their places, so that nobody without the token can keep out who has it: a new connection without it takes the place of the
 * oldest one of its kind, and none has a place among those who have shown it. Node's own limits refuse the newest, and look at slow ones every 30 seconds.
 */
export function keepPlaces(server: Server): Places {
  const unproved = new Map<Socket, NodeJS.Timeout>();
  // One request is all; what is sent behind it must not lengthen the stay.
  const served = new WeakSet<Socket>();
  const proved = new Set<Socket>();
  const endOldest = (sockets: Iterable<Socket>) => {
    const [oldest] = sockets;
    oldest?.destroy();
  };
  const wait = (socket: Socket, ms: number) => {
    clearTimeout(unproved.get(socket));
    const end = async () => {
      // On a busy PC the request may have come long ago and wait to be read: that comes first.
      await turn();
      await turn();
      if (unproved.get(socket) === timer) socket.destroy();
    };
    const timer = setTimeout(() => void end(), ms);
    unproved.set(socket, timer);
  };
  server.on("connection", (socket) => {
    if (unproved.size >= unprovedPlaces) endOldest(unproved.keys());
    wait(socket, askingMs);
    socket.once("close", () => {
      clearTimeout(unproved.get(socket));
      unproved.delete(socket);
      proved.delete(socket);
    });
  });
  return {
    asked({ socket, method }, response, isProved) {
      if (proved.has(socket)) return;
      if (!isProved) {
        response.setHeader("Connection", "close");
        if (served.has(socket)) return;
        served.add(socket);
        // A body is still part of the asking.
        wait(socket, method === "GET" ? answeringMs : askingMs);
        return;
      }
      clearTimeout(unproved.get(socket));
      unproved.delete(socket);
      if (proved.size >= provedPlaces) endOldest(proved);
      proved.add(socket);
    },
  };
}
