import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

/** A socket that waits for anybody. */
export interface Socket {
  readonly protocol: "tcp" | "udp";
  readonly address: string;
  readonly port: number;
}

const anyAddress = (version: string) => (version === "4" ? "0.0.0.0" : "::");

/** "*.22", "127.0.0.1.631", "fe80::1%lo0.53": the port stands behind the last dot. */
function splitAddress(text: string, version: string): Omit<Socket, "protocol"> | null {
  const [, address, port] = /^(.+)\.(\d{1,5}|\*)$/.exec(text) ?? [];
  if (address === undefined || port === undefined) return null;
  const number = port === "*" ? 0 : Number(port);
  if (number > 65_535) return null;
  return { address: (address === "*" ? anyAddress(version) : address).slice(0, 256), port: number };
}

/**
 * `netstat -an`: the part "Active Internet connections", up to the next heading; TCP in state LISTEN and UDP without a peer. A row that is not known
 * makes the whole list count for nothing, and so does one that ends in the middle. Rows of other protocols (icm6, ...) have the same form and wait for nobody.
 */
export function parseSockets(bytes: Uint8Array): Parsed<readonly Socket[]> {
  const text = decodeUtf8(bytes);
  const lines = text.split("\n");
  if (!/^Active Internet connections \(including servers\)/.test(lines[0] ?? "")) return notParsed("netstat: no list of sockets");
  if (lines.at(-1) !== "") return notParsed("netstat: ends in the middle of a line");
  const after = lines.slice(1);
  // The sockets of this Mac's own programs follow always: without their heading the list is not whole.
  const end = after.findIndex((line) => /^Active /.test(line));
  if (end < 0) return notParsed("netstat: not the whole list");
  const rows = after.slice(0, end);
  if (!/^Proto\s+Recv-Q\s+Send-Q\s+Local Address\s/.test(rows[0] ?? "")) return notParsed("netstat: no heading of the list");
  const sockets: Socket[] = [];
  for (const row of rows.slice(1)) {
    const cells = row.trim().split(/\s+/);
    const [, protocol, version] = /^(tcp|udp)(4|6|46)$/.exec(cells[0] ?? "") ?? [];
    if (protocol === undefined || version === undefined) {
      if (row.trim() === "" || (/^(?!tcp|udp)[a-z]{2,5}\d{0,2}\s+\d+\s+\d+\s/.test(row) && !/\bLISTEN\s*$/.test(row))) continue;
      return notParsed("netstat: a row that is not known");
    }
    const [, receive = "", send = "", local = "", remote = "", state = ""] = cells;
    const own = splitAddress(local, version);
    const peer = splitAddress(remote, version);
    if (own === null || peer === null || !/^\d+$/.test(receive) || !/^\d+$/.test(send)) return notParsed("netstat: a row that is not known");
    if (protocol === "tcp" && !/^[A-Z][A-Z_0-9]+$/.test(state)) return notParsed("netstat: a row that is not known");
    const waits = protocol === "tcp" ? state === "LISTEN" : remote === "*.*";
    if (waits && own.port > 0) sockets.push({ protocol: protocol as Socket["protocol"], ...own });
  }
  return parsed(sockets);
}

/** Helpers of every Mac that must wait for answers from the own network: DHCP, NetBIOS names, mDNS. They offer no service. */
const helperPorts: ReadonlySet<number> = new Set([68, 137, 138, 546, 5353]);
/** Ports that macOS gives to programs that ask for none (net.inet.ip.portrange). */
const firstEphemeral = 49_152;

const isLoopback = (address: string) => address.startsWith("127.") || address === "::1" || address.endsWith("%lo0");
const isMulticast = (address: string) => /^(?:22[4-9]|23\d)\./.test(address) || /^ff[0-9a-f]{2}:/i.test(address);

/**
 * Is this socket open to others? A UDP socket on a port that the kernel chose is almost always a client waiting for its answer, so it does not
 * count. TCP says of itself that it listens, so there the port does not matter.
 */
export function isExposed({ protocol, address, port }: Socket): boolean {
  if (isLoopback(address) || isMulticast(address)) return false;
  return protocol === "tcp" || (port < firstEphemeral && !helperPorts.has(port));
}
