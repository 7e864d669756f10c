import type { FactValue } from "../../../shared/facts/catalogue.ts";
import { decodeConsole } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

type Exposed = FactValue<"listening-services">["exposed"][number];

/** "0.0.0.0:135", "[::1]:5040", "[fe80::1%7]:49152" → address and port; null for anything else. */
export function splitEndpoint(text: string): { readonly address: string; readonly port: number } | null {
  const [, six, four, digits = ""] = /^(?:\[([0-9a-f:.]+(?:%[0-9A-Za-z]+)?)\]|(\d{1,3}(?:\.\d{1,3}){3})):(\d{1,5})$/i.exec(text.trim()) ?? [];
  const [address, port] = [six ?? four, Number(digits)];
  return address !== undefined && port >= 1 && port <= 65_535 ? { address, port } : null;
}

function isLoopback(address: string): boolean {
  return /^127\./.test(address) || /^(::1|::ffff:127\..*|0:0:0:0:0:0:0:1)(%.*)?$/i.test(address);
}

export interface Sockets {
  readonly tcp: readonly string[];
  readonly udp: readonly string[];
}

/** Sockets that wait for others; one that cannot be read spoils the list, as it may be the open one. */
export function judgeSockets({ tcp, udp }: Sockets): Parsed<FactValue<"listening-services">> {
  const exposed: Exposed[] = [];
  for (const [protocol, endpoints] of [
    ["tcp", tcp],
    ["udp", udp],
  ] as const) {
    for (const text of endpoints) {
      const endpoint = splitEndpoint(text);
      if (endpoint === null) return notParsed(`not an address with a port: ${text.slice(0, 80)}`);
      if (!isLoopback(endpoint.address)) exposed.push({ protocol, ...endpoint });
    }
  }
  // Windows always listens on something (the RPC endpoint mapper at the least).
  if (tcp.length === 0) return notParsed("no listening TCP socket at all");
  return parsed({ examined: tcp.length + udp.length, exposed: exposed.slice(0, 512) });
}

/**
 * `netstat -an`: protocol, local and remote address, of TCP the state. A socket that listens has the remote address 0.0.0.0:0 or [::]:0, one of UDP "*:*";
 * the word for the state is translated and not read. A row that begins like one and is none was cut. The list has no end: docs/decisions/0123.
 * https://learn.microsoft.com/windows-server/administration/windows-commands/netstat
 */
export function parseNetstat(bytes: Uint8Array): Parsed<Sockets> {
  const rows = decodeConsole(bytes)
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .filter(([kind]) => kind === "TCP" || kind === "UDP");
  const isWhole = ([kind, , remote, state]: readonly string[]) => (kind === "UDP" ? remote === "*:*" : remote !== undefined && state !== undefined);
  if (!rows.every(isWhole)) return notParsed("netstat: a row that is cut");
  const of = (protocol: string, remotes: readonly string[]) =>
    rows.flatMap(([kind, local = "", remote = ""]) => (kind === protocol && remotes.includes(remote) ? [local] : []));
  const sockets = { tcp: of("TCP", ["0.0.0.0:0", "[::]:0"]), udp: of("UDP", ["*:*"]) };
  // UDP stands behind TCP and is always there: without it the list is cut.
  return sockets.tcp.length === 0 || sockets.udp.length === 0 ? notParsed("netstat: not the whole list") : parsed(sockets);
}
