import { known, unknown } from "../../../shared/observation.ts";
import type { Host, InterfaceAddress } from "../../host/host.ts";
import { askedSince } from "../common/askedSince.ts";
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

/**
 * Addresses of the bridges that macOS makes for virtual machines (bridge100 and on, https://developer.apple.com/documentation/vmnet) and of those that VMware,
 * Parallels and VirtualBox make. Internet sharing makes the same bridge for others' devices: its own network (192.168.2.0/24) and a Mac that is a hotspot (ap1)
 * are the network. The kernel names interfaces, no language does.
 */
export function innerAddresses(interfaces: readonly InterfaceAddress[]): ReadonlySet<string> {
  if (interfaces.some(({ interface: name }) => /^ap\d+$/.test(name))) return new Set();
  const inner = interfaces.filter(
    ({ interface: name, address }) => /^(bridge1\d\d|vmnet\d+|vnic\d+|vboxnet\d+)$/.test(name) && !address.startsWith("192.168.2."),
  );
  // Link-local addresses are told apart by their interface.
  return new Set(inner.map(({ interface: name, address }) => (/^fe80:/i.test(address) ? `${address.split("%", 1)[0]}%${name}` : address)));
}

export const listeningServices: Probe<"listening-services"> = {
  id: "macos.listening-services",
  fact: "listening-services",
  uses: ["netstat-an"],
  validForMs: 900_000,
  async collect(host, _context, signal) {
    const answer = await readSockets(host, signal);
    if ("refusal" in answer) return couldNotSee(answer.refusal);
    const all = exposedSockets(answer.sockets);
    const specific = all.some(({ address }) => address !== "0.0.0.0" && address !== "::");
    const inner = innerAddresses((specific ? await askedSince(2, async () => host.interfaces()) : undefined) ?? []);
    const exposed = all.filter(({ address }) => !inner.has(address)).slice(0, 512);
    const lines = exposed.map(({ protocol, address, port }) => `${protocol} ${address} port ${port}`);
    return {
      observation: known({ examined: answer.sockets.length, exposed }),
      evidence: [evidence(commandLine("netstat-an"), lines.length === 0 ? `${answer.sockets.length} waiting sockets, none open to others` : lines)],
    };
  },
};
