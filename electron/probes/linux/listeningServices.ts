import { known, unknown } from "../../../shared/observation.ts";
import type { Host } from "../../host/host.ts";
import { couldNotSee, evidence, fileRefusal, notParsed, type Parsed, parsed, type Refusal, readHint } from "../common/gather.ts";
import type { Probe } from "../probe.ts";
import { isExposed, parsePortRange } from "./exposedSockets.ts";
import { parseSockets, type Socket } from "./procNetParser.ts";

const tables = [
  { path: "/proc/net/tcp", protocol: "tcp", optional: false },
  { path: "/proc/net/tcp6", protocol: "tcp", optional: true },
  { path: "/proc/net/udp", protocol: "udp", optional: false },
  { path: "/proc/net/udp6", protocol: "udp", optional: true },
] as const;

async function readTable(host: Host, { path, protocol, optional }: (typeof tables)[number]): Promise<Parsed<readonly Socket[]> | Refusal> {
  const file = await host.readFile(path);
  // With IPv6 switched off its tables do not exist.
  if (optional && file.outcome === "missing") return parsed([]);
  if (file.outcome === "read") return parseSockets(file.bytes, protocol);
  return fileRefusal(path, file) ?? notParsed(path);
}

export const listeningServices: Probe<"listening-services"> = {
  id: "linux.listening-services",
  fact: "listening-services",
  uses: [],
  validForMs: 900_000,
  async collect(host) {
    const [answers, range] = await Promise.all([
      Promise.all(tables.map((table) => readTable(host, table))),
      readHint(host, "/proc/sys/net/ipv4/ip_local_port_range"),
    ]);
    const sockets: Socket[] = [];
    for (const answer of answers) {
      if ("kind" in answer) return couldNotSee(answer);
      if (!answer.ok) return couldNotSee(unknown("unparsed", answer.detail));
      sockets.push(...answer.value);
    }
    const ephemeral = parsePortRange(range);
    const exposed = new Map(
      sockets
        .filter((socket) => isExposed(socket, ephemeral))
        .map((socket) => [`${socket.protocol} ${socket.address} ${socket.port}`, socket] as const),
    );
    const list = [...exposed.values()].sort((a, b) => a.port - b.port).slice(0, 512);
    return {
      observation: known({ examined: sockets.length, exposed: list }),
      evidence: [
        evidence(
          tables.map(({ path }) => path).join(", "),
          list.length === 0
            ? `${sockets.length} waiting sockets, none open to others`
            : list.map(({ protocol, address, port }) => `${protocol} ${address} port ${port}`),
        ),
      ],
    };
  },
};
