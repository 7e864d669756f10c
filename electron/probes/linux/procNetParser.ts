import { decodeUtf8 } from "../../host/decode.ts";
import { notParsed, type Parsed, parsed } from "../common/gather.ts";

export interface Socket {
  readonly protocol: "tcp" | "udp";
  readonly address: string;
  readonly port: number;
}

/** /proc/net prints addresses as 32-bit words in the byte order of the machine: little-endian on every PC that this app runs on. */
function bytesOf(hex: string): readonly number[] {
  const words = hex.match(/.{8}/g) ?? [];
  return words.flatMap((word) => (word.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)).reverse());
}

const mappedPrefix = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff];

/** Sixteen bytes as an IPv6 address; IPv4 addresses inside IPv6 ones (::ffff:a.b.c.d) are written as the IPv4 address that they are. */
function addressOf6(bytes: readonly number[]): string {
  if (mappedPrefix.every((byte, index) => bytes[index] === byte)) return bytes.slice(12).join(".");
  const groups = Array.from({ length: 8 }, (_, index) => ((bytes[index * 2] ?? 0) * 256 + (bytes[index * 2 + 1] ?? 0)).toString(16));
  // The longest run of zero groups is written "::" (RFC 5952).
  const runs = [...groups.join(":").matchAll(/(?:^|:)(0(?::0)+)(?=:|$)/g)].sort((a, b) => (b[1]?.length ?? 0) - (a[1]?.length ?? 0));
  const [run] = runs;
  if (run === undefined) return groups.join(":");
  const text = groups.join(":");
  const from = run.index + (run[0].length - (run[1]?.length ?? 0));
  return `${text.slice(0, from).replace(/:$/, "")}::${text.slice(from + (run[1]?.length ?? 0)).replace(/^:/, "")}`;
}

/** "0100007F" → "127.0.0.1", and the same for 32 digits. */
export function addressOf(hex: string): string {
  const bytes = bytesOf(hex);
  return bytes.length === 4 ? bytes.join(".") : addressOf6(bytes);
}

/** 32 digits of /proc/net/ipv6_route, which prints addresses in the order of the network. */
export function networkOrderAddress(hex: string): string {
  return addressOf6((hex.match(/../g) ?? []).map((byte) => Number.parseInt(byte, 16)));
}

const row = /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) ([0-9A-F]{2}) /;

/**
 * Sockets of /proc/net/{tcp,tcp6,udp,udp6} that wait for anybody: TCP in state LISTEN (0A), UDP without a peer (07 and peer 0). The header is the
 * proof that the table was read, and a row that is not known makes the whole table count for nothing.
 */
export function parseSockets(bytes: Uint8Array, protocol: "tcp" | "udp"): Parsed<readonly Socket[]> {
  const [header, ...lines] = decodeUtf8(bytes).split("\n");
  if (!/^\s*sl\s+local_address\s/.test(header ?? "")) return notParsed(`/proc/net/${protocol}: no header`);
  if (lines.at(-1) !== "") return notParsed(`/proc/net/${protocol}: ends in the middle of a line`);
  const sockets: Socket[] = [];
  for (const line of lines.slice(0, -1)) {
    const [, local, port, remote, remotePort, state] = row.exec(line) ?? [];
    if (local === undefined || port === undefined || remote === undefined) return notParsed(`/proc/net/${protocol}: a row that is not known`);
    const waits = protocol === "tcp" ? state === "0A" : state === "07" && /^0+$/.test(remote) && remotePort === "0000";
    const number = Number.parseInt(port, 16);
    if (waits && number > 0) sockets.push({ protocol, address: addressOf(local), port: number });
  }
  return parsed(sockets);
}
