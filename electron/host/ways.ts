import { createSocket } from "node:dgram";
import { isIP } from "node:net";
import { networkInterfaces } from "node:os";
import type { EgressResult, InterfaceAddress } from "./host.ts";

const egressLimitMs = 1000;

/** Interfaces that hold this address. Two of them: the address does not tell which one is used. */
export function interfaceOf(address: string, interfaces: readonly InterfaceAddress[]): string | null {
  const names = new Set(interfaces.filter((entry) => entry.address === address).map((entry) => entry.interface));
  return names.size === 1 ? ([...names][0] ?? null) : null;
}

// Every way in which the kernel says "traffic to there does not leave": no route, no address of that family, prohibited, blackholed (EINVAL).
const noRoute: ReadonlySet<string> = new Set([
  "ENETUNREACH",
  "EHOSTUNREACH",
  "ENETDOWN",
  "EADDRNOTAVAIL",
  "EAFNOSUPPORT",
  "EACCES",
  "EPERM",
  "EINVAL",
]);

function egressFailure(error: NodeJS.ErrnoException): EgressResult {
  return noRoute.has(error.code ?? "") ? { outcome: "no-route" } : { outcome: "failed", detail: error.code ?? error.message };
}

/** Connecting a UDP socket makes the kernel choose a route and a source address. It sends nothing (RFC 1122 4.1.3.5, `man 7 udp`). */
export function askEgress(address: string, family: 4 | 6, interfaces: () => readonly InterfaceAddress[]): Promise<EgressResult> {
  if (isIP(address) !== family) return Promise.resolve({ outcome: "failed", detail: "not an address of this family" });
  return new Promise((resolve) => {
    // No look-up: the address is a literal, for which Node asks nobody.
    const socket = createSocket(family === 4 ? "udp4" : "udp6");
    const finish = (value: EgressResult) => {
      clearTimeout(timer);
      socket.removeAllListeners();
      // A late error of a socket that is being closed must not become an uncaught exception.
      socket.on("error", () => undefined);
      socket.close();
      resolve(value);
    };
    const timer = setTimeout(() => finish({ outcome: "failed", detail: "timeout" }), egressLimitMs);
    socket.on("error", (error) => finish(egressFailure(error)));
    socket.on("connect", () => {
      const localAddress = socket.address().address;
      finish({ outcome: "routed", localAddress, interface: interfaceOf(localAddress, interfaces()) });
    });
    socket.connect(53, address);
  });
}

/** Addresses of the interfaces that are up. Costs milliseconds on Windows: several questions of one moment share a list (`sharedForAMoment`). */
export function listInterfaces(): readonly InterfaceAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([name, entries]) =>
    (entries ?? []).map(({ address, family, cidr, mac, internal }) => ({
      interface: name,
      address,
      family: family === "IPv6" ? (6 as const) : (4 as const),
      prefix: Number(cidr?.split("/")[1] ?? (family === "IPv6" ? 128 : 32)),
      mac,
      internal,
    })),
  );
}

/** The same answer again for `ms` milliseconds. */
export function sharedForAMoment<T>(ask: () => T, ms: number): () => T {
  let last: { readonly value: T; readonly at: number } | undefined;
  return () => {
    const now = performance.now();
    if (last === undefined || now - last.at > ms) last = { value: ask(), at: now };
    return last.value;
  };
}
