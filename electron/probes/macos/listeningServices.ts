import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { commandLine, commandRefusal, complaint, couldNotSee, evidence, type Refusal } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { isExposed, parseSockets, type Socket } from "./socketsParser.ts";

/** The waiting sockets of this Mac, asked once in a run. */
export async function readSockets(host: Host, signal: AbortSignal): Promise<{ readonly sockets: readonly Socket[] } | { readonly refusal: Refusal }> {
  const result = await host.run("netstat-an", signal);
  const refusal = commandRefusal(result);
  if (refusal) return { refusal };
  if (result.code !== 0) return { refusal: unknown("failed", complaint(result)) };
  const sockets = parseSockets(result.stdout);
  return sockets.ok ? { sockets: sockets.value } : { refusal: unknown("unparsed", sockets.detail) };
}

/** The sockets that are open to others, each once, by port. */
export function exposedSockets(sockets: readonly Socket[]): Socket[] {
  const exposed = new Map(sockets.filter(isExposed).map((socket) => [`${socket.protocol} ${socket.address} ${socket.port}`, socket] as const));
  return [...exposed.values()].filter(({ port }) => port > 0).sort((a, b) => a.port - b.port);
}

export const listeningServices: Probe<"listening-services"> = {
  id: "macos.listening-services",
  fact: "listening-services",
  uses: ["netstat-an"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const answer = await readSockets(host, signal);
    if ("refusal" in answer) return couldNotSee(answer.refusal);
    const exposed = exposedSockets(answer.sockets).slice(0, 512);
    const lines = exposed.map(({ protocol, address, port }) => `${protocol} ${address} port ${port}`);
    return {
      observation: known({ examined: answer.sockets.length, exposed }),
      evidence: [evidence(commandLine("netstat-an"), lines.length === 0 ? `${answer.sockets.length} waiting sockets, none open to others` : lines)],
    };
  },
};
