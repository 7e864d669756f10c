import type { Socket } from "./procNetParser.ts";

export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Ports that programs get when they ask for none, /proc/sys/net/ipv4/ip_local_port_range ("32768\t60999"); the kernel's default otherwise. */
export function parsePortRange(text: string | null): PortRange {
  const [, from, to] = /^(\d{1,5})\s+(\d{1,5})$/.exec(text ?? "") ?? [];
  return from === undefined || to === undefined ? { from: 32768, to: 60999 } : { from: Number(from), to: Number(to) };
}

// Clients and name resolvers that must wait for answers from the own network: DHCP (68, 546), mDNS (5353), LLMNR (5355). They offer no service.
const helperPorts: Readonly<Record<Socket["protocol"], ReadonlySet<number>>> = {
  udp: new Set([68, 546, 5353, 5355]),
  tcp: new Set([5355]),
};

const isLoopback = (address: string) => address.startsWith("127.") || address === "::1";
/** Bound to every address that this PC has or gets. */
export const isAnyAddress = (address: string) => address === "0.0.0.0" || address === "::";
const isMulticast = (address: string) => /^(22[4-9]|23\d)\./.test(address) || /^ff[0-9a-f]{2}:/.test(address);

/**
 * Is this socket open to others? Not loopback, not one of the helpers above, not bound to a group address. A UDP socket on a port that the
 * kernel chose is almost always a client waiting for its answer (a browser's QUIC, a resolver, a clock), so it does not count: a UDP service that
 * chose such a port on purpose is not seen. TCP says of itself that it listens, so there the port does not matter.
 */
export function isExposed({ protocol, address, port }: Socket, ephemeral: PortRange): boolean {
  if (isLoopback(address) || isMulticast(address) || helperPorts[protocol].has(port)) return false;
  return protocol === "tcp" || port < ephemeral.from || port > ephemeral.to;
}
