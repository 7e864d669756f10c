import { unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { fileRefusal, notParsed, type Parsed, parsed, type Refusal, readHint } from "../common/gather.ts";
import { isAnyAddress, isExposed, parsePortRange } from "./exposedSockets.ts";
import { innerAddresses } from "./innerInterfaces.ts";
import { parseSockets, type Socket } from "./procNetParser.ts";

export const socketTables = [
  { path: "/proc/net/tcp", protocol: "tcp", optional: false },
  { path: "/proc/net/tcp6", protocol: "tcp", optional: true },
  { path: "/proc/net/udp", protocol: "udp", optional: false },
  { path: "/proc/net/udp6", protocol: "udp", optional: true },
] as const;

async function readTable(host: Host, { path, protocol, optional }: (typeof socketTables)[number]): Promise<Parsed<readonly Socket[]> | Refusal> {
  const file = await host.readFile(path);
  // With IPv6 switched off its tables do not exist.
  if (optional && file.outcome === "missing") return parsed([]);
  if (file.outcome === "read") return parseSockets(file.bytes, protocol);
  return fileRefusal(path, file) ?? notParsed(path);
}

/** Sockets that wait for anybody, and those of them that are open to others than this PC's own machines, each once, by port. */
export async function readWaitingSockets(
  host: Host,
): Promise<{ readonly examined: number; readonly exposed: readonly Socket[] } | { readonly refusal: Refusal }> {
  const [answers, range] = await Promise.all([
    Promise.all(socketTables.map((table) => readTable(host, table))),
    readHint(host, "/proc/sys/net/ipv4/ip_local_port_range"),
  ]);
  const sockets: Socket[] = [];
  for (const answer of answers) {
    if ("kind" in answer) return { refusal: answer };
    if (!answer.ok) return { refusal: unknown("unparsed", answer.detail) };
    sockets.push(...answer.value);
  }
  const ephemeral = parsePortRange(range);
  const open = sockets.filter((socket) => isExposed(socket, ephemeral));
  const inner = await innerAddresses(host, [...new Set(open.map(({ address }) => address).filter((address) => !isAnyAddress(address)))]);
  const exposed = new Map(
    open.filter(({ address }) => !inner.has(address)).map((socket) => [`${socket.protocol} ${socket.address} ${socket.port}`, socket] as const),
  );
  return { examined: sockets.length, exposed: [...exposed.values()].sort((a, b) => a.port - b.port) };
}
